// The properties of one question: words, kind, whether it must be answered, limits, choices, and
// the answer to another question on which it is asked at all.
import { say } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { t } from '../../text/designer_edit';
import type { Change } from './form_page';
import {
  choicesOf, KINDS, listOf, plainQuestions, setChoices, setCondition, setHint, setKind, setLimit,
  setList, setRequired, type Choice, type FormFiles, type Kind, type Limit, type Question,
} from './model/form';
import { BothTexts, Check, Line, Select, Tool } from './parts';
import { files } from './store';

interface Props { form: FormFiles; question: Question; change: Change }

const LIMITS: Partial<Record<Kind, Limit[]>> = {
  'text': ['minLength', 'maxLength', 'pattern'], 'long-text': ['minLength', 'maxLength'],
  'integer': ['minimum', 'maximum'], 'number': ['minimum', 'maximum'],
  'several': ['minItems', 'maxItems'], 'repeated': ['minItems', 'maxItems'],
  'phone': ['pattern'], 'email': ['maxLength'],
};

function Limits({ form, question, change }: Props) {
  const limits = LIMITS[question.kind];
  if (!limits) return null;
  return (
    <div class="both">
      {limits.map((limit) => (
        <Line key={limit} id={`limit-${limit}`} label={t(`limit.${limit}`)} optional
          value={String(question.schema[limit] ?? '')}
          onInput={(text) => change(setLimit(form, question.pointer, limit,
            limit === 'pattern' ? text : /^-?\d+$/.test(text) ? Number(text) : undefined),
          `limit-${limit}`)} />
      ))}
    </div>
  );
}

function Choices({ form, question, change }: Props) {
  if (question.kind !== 'choice' && question.kind !== 'several') return null;
  const choices = choicesOf(question);
  const set = (list: Choice[], key?: string) => change(setChoices(form, question.pointer, list),
    key);
  const with_part = (index: number, part: Partial<Choice>) => choices.map((one, at) => (
    at === index ? { ...one, ...part } : one));
  const free = () => {
    for (let count = choices.length + 1; ; count++) {
      if (!choices.some((one) => one.value === `choice_${count}`)) return `choice_${count}`;
    }
  };
  return (
    <fieldset>
      <legend class="label">{t('choices.title')}</legend>
      <ol class="choices">
        {choices.map((one, index) => (
          <li key={index}>
            <BothTexts id={`choice-${index}`} label={t('choices.one', { number: index + 1 })}
              value={one.text} onInput={(part) => set(with_part(index,
                { text: { ...one.text, ...part } }), `choice-${index}`)} />
            <div class="row between">
              <span class="muted smaller">{t('choices.value')} <code>{one.value}</code></span>
              <Tool icon="remove" label={t('choices.remove')} about={say(one.text)}
                off={choices.length < 2}
                onClick={() => set(choices.filter((_, at) => at !== index))} />
            </div>
          </li>
        ))}
      </ol>
      <button type="button" class="button quiet compact" onClick={() => set([...choices,
        { value: free(), text: { vi: 'Lựa chọn mới', en: 'New choice' } }])}>
        <Icon name="plus" />{t('choices.add')}
      </button>
    </fieldset>
  );
}

/** Those of every procedure and of the office, and the draft's own. */
const SHARED_LISTS = ['countries', 'provinces', 'office-units', 'posts'];

function WhichList({ form, question, change }: Props) {
  if (question.kind !== 'list') return null;
  const own = Object.keys(files.value).flatMap((name) => (
    /^list\.(.+)\.toml$/.exec(name)?.[1] ?? []));
  return (
    <Select id="question-list" label={t('question.which_list')} value={listOf(question)}
      choices={[...new Set([...own, ...SHARED_LISTS])].map((key) => ({ key, label: key }))}
      onChoose={(key) => change(setList(form, question.pointer, key))} />
  );
}

const above = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/'));

/** Only questions of the same group, with answers that can be chosen from. */
function ConditionForm({ form, question, change }: Props) {
  const others = plainQuestions(form).filter((one) => one.pointer !== question.pointer
    && above(one.pointer) === above(question.pointer)
    && ['choice', 'yes-no', 'agree'].includes(one.kind));
  if (!others.length && !question.condition) return null;
  const other = others.find((one) => one.pointer === question.condition?.pointer);
  const values = !other ? [] : other.kind === 'choice'
    ? choicesOf(other).map((one) => ({ key: one.value, label: say(one.text) || one.value }))
    : [{ key: 'true', label: t('yes') }, { key: 'false', label: t('no') }];
  const choose = (pointer: string) => {
    const one = others.find((found) => found.pointer === pointer);
    const first = one?.kind === 'choice' ? choicesOf(one)[0]?.value ?? '' : true;
    change(setCondition(form, question.pointer, one && { pointer, value: first }));
  };
  return (
    <div class="both">
      <Select id="condition-of" label={t('condition.title')}
        value={question.condition?.pointer ?? ''} onChoose={choose}
        choices={[{ key: '', label: t('condition.always') }, ...others.map((one) => ({
          key: one.pointer, label: say(one.hint.label) || one.name }))]} />
      {question.condition && (
        <Select id="condition-is" label={t('condition.is')} choices={values}
          value={String(question.condition.value)}
          onChoose={(key) => change(setCondition(form, question.pointer,
            { pointer: question.condition!.pointer,
              value: other?.kind === 'choice' ? key : key === 'true' }))} />
      )}
    </div>
  );
}

export function QuestionPanel({ form, question, change }: Props) {
  const { pointer, hint } = question;
  const kinds = KINDS.includes(question.kind) ? KINDS : [question.kind, ...KINDS];
  return (
    <div>
      <BothTexts id="question-label" label={t('question.words')} value={hint.label
        ?? { vi: '', en: '' }} onInput={(part) => change(setHint(form, pointer,
        { label: { ...hint.label ?? { vi: '', en: '' }, ...part } }), 'question-label')} />
      <BothTexts id="question-hint" label={t('question.hint')} value={hint.hint
        ?? { vi: '', en: '' }} onInput={(part) => {
        const next = { ...hint.hint ?? { vi: '', en: '' }, ...part };
        change(setHint(form, pointer, { hint: next.vi || next.en ? next : undefined }),
          'question-hint');
      }} />
      <Select id="question-kind" label={t('question.kind')} value={question.kind}
        choices={kinds.map((key) => ({ key, label: t(`question.${key}`) }))}
        onChoose={(key) => change(setKind(form, pointer, key as Kind))} />
      <Check id="question-required" label={t('question.required')} on={question.required}
        onChange={(on) => change(setRequired(form, pointer, on))} />
      <Limits form={form} question={question} change={change} />
      <Choices form={form} question={question} change={change} />
      <WhichList form={form} question={question} change={change} />
      <ConditionForm form={form} question={question} change={change} />
      <p class="muted smaller">{t('question.pointer')} <code>{pointer}</code></p>
    </div>
  );
}
