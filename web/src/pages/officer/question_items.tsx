// Questions of the form that the applicant is to answer again: found by their names, each with the
// answer it has now and the reason why.
import { say } from '../../app/language';
import { TextField } from '../../components/field/field';
import { Icon } from '../../components/icon/icon';
import { SearchChoice } from '../../components/search_choice/search_choice';
import { t } from '../../text/questions';
import { itemKey, type FieldError, type Typed, type TypedItem } from './act_input';
import type { ActField } from './shapes';

interface Props { id: string; field: ActField; typed: Typed; errors: FieldError[];
  onItems: (items: TypedItem[]) => void }

export function QuestionItems({ id, field, typed, errors, onItems }: Props) {
  const questions = field.questions ?? [];
  const asked = typed.items.filter((item) => item.field !== undefined);
  const left = questions.filter((one) => !asked.some((item) => item.field === one.value));
  const known = (item: TypedItem) => questions.find((one) => one.value === item.field);
  const add = (path: string) => {
    const item = { field: path, chosen: true, what: '' };
    onItems([...typed.items, item]);
    requestAnimationFrame(() => document.getElementById(`${id}-${itemKey(item)}`)?.focus());
  };
  const set = (item: TypedItem, what: string) => onItems(
    typed.items.map((one) => (one === item ? { ...one, what } : one)));
  const drop = (item: TypedItem) => {
    onItems(typed.items.filter((one) => one !== item));
    document.getElementById(`${id}-question`)?.focus();
  };
  return (
    <section class="ask-questions" aria-label={t('questions')}>
      {asked.length > 0 && (
        <ul class="ask-items">
          {asked.map((item) => {
            const name = say(known(item)?.label);
            const now = say(known(item)?.now);
            const wrong = errors.find((one) => one.field === `${field.name}-${itemKey(item)}`);
            return (
              <li key={item.field}>
                <p class="strong">{t('question_of_form', { question: name })}</p>
                {now && <p class="muted">{t('question_now', { answer: now })}</p>}
                <TextField lines={2} value={item.what}
                  field={{ id: `${id}-${itemKey(item)}`, label: t('question_what'),
                    required: true, error: wrong?.message }}
                  onInput={(what) => set(item, what)} />
                <button type="button" class="button quiet compact" onClick={() => drop(item)}>
                  <Icon name="remove" />{t('question_drop')}<span class="unseen"> {name}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <SearchChoice key={asked.length} chosen={undefined}
        field={{ id: `${id}-question`, label: t('question_add'), hint: t('question_add_hint'),
          required: false }}
        options={left.map((one) => ({ key: one.value, label: say(one.label),
          more: say(one.now) }))}
        onChoose={(path) => { if (path !== undefined) add(path); }} />
    </section>
  );
}
