// One field of a procedure's form: picks the input that fits the schema and its hints.
import { language, say, type Text } from '../../app/language';
import { useLater } from '../../app/use_later';
import { leastItems, optionsOf, type FormError } from '../../form/check';
import { hintOf } from '../../form/hints';
import { at, fieldId, type Path } from '../../form/path';
import { fieldAt, labelOf, type FieldHere, type Form } from '../../form/pages';
import { propertiesOf, typeOf, type Answers } from '../../form/schema';
import { t } from '../../text/form';
import { ChooseOne, ChooseSeveral, Tick, type Option } from '../choice_field/choice_field';
import { DateField } from '../date_field/date_field';
import { FieldGroup, TextField, type FieldFrame } from '../field/field';
import { SearchChoice } from '../search_choice/search_choice';
import { SuggestField } from '../search_choice/suggest_field';
import { NumberField } from '../number_field/number_field';
import { RepeatedGroup } from '../repeated_group/repeated_group';
import './schema_field.css';

export interface Props {
  form: Form;
  answers: Answers;
  field: FieldHere;
  errors: Pick<FormError, 'id' | 'message'>[];
  onAnswer: (path: Path, answer: unknown) => void;
  /** Where an answer came from that was not typed here. */
  noteOf?: (path: Path) => string | undefined;
  /** The page's title already says what this group is. */
  bare?: boolean;
}

const FEW = 5;
const MANY = 15;  // more are searched for by typing

export function frameOf({ form, field, errors, noteOf }: Props): FieldFrame {
  const id = fieldId(field.path);
  return {
    id,
    label: labelOf(form, field),
    hint: say(hintOf(form.hints, field.path).hint) || field.schema.description,
    note: noteOf?.(field.path),
    error: errors.find((error) => error.id === id)?.message,
    required: field.required,
  };
}

function optionLabels(field: FieldHere, texts: Record<string, Text> | undefined): Option[] {
  return (optionsOf(field.schema) ?? []).map((option) => {
    const key = String(option.value);
    return { key, label: say(texts?.[key]) || option.title || key };
  });
}

function ObjectField(props: Props) {
  const { form, answers, field } = props;
  const inner = propertiesOf(field.schema)
    .map(([name]) => fieldAt(form, answers, [...field.path, name]))
    .filter((one): one is FieldHere => one !== undefined);
  const fields = inner.map((one) => (
    <SchemaField {...props} key={fieldId(one.path)} field={one} bare={false} />
  ));
  if (props.bare) return <>{fields}</>;
  return (
    <FieldGroup field={{ ...frameOf(props), required: true }}>
      <div class="object-fields">{fields}</div>
    </FieldGroup>
  );
}

function ListField(props: Props) {
  const { form, answers, field, onAnswer } = props;
  const frame = frameOf(props);
  const hint = hintOf(form.hints, field.path);
  const given = at(answers, field.path);
  const items: unknown[] = Array.isArray(given) ? given : [];
  const itemField = fieldAt(form, answers, [...field.path, items.length]);
  if (itemField && optionsOf(itemField.schema)) {
    const texts = hint.options ?? hintOf(form.hints, itemField.path).options;
    return (
      <ChooseSeveral field={frame} options={optionLabels(itemField, texts)}
        chosen={items.map(String)}
        onChoose={(keys) => onAnswer(field.path, keys.length ? keys : undefined)} />
    );
  }
  const blank = itemField && typeOf(itemField.schema) === 'object' ? {} : '';
  return (
    <RepeatedGroup field={frame} count={Math.max(items.length, leastItems(field))}
      least={leastItems(field)} most={field.schema.maxItems}
      item={say(hint.item) || frame.label}
      add={say(hint.add) || t('item.add', { small: frame.label.toLowerCase() })}
      onAdd={() => onAnswer([...field.path, Math.max(items.length, leastItems(field))], blank)}
      onRemove={(index) => onAnswer([...field.path, index], undefined)}>
      {(index) => {
        const one = fieldAt(form, answers, [...field.path, index]);
        return one && <SchemaField {...props} field={{ ...one, required: true }} bare />;
      }}
    </RepeatedGroup>
  );
}

function ChoiceField(props: Props) {
  const { form, answers, field, onAnswer } = props;
  const hint = hintOf(form.hints, field.path);
  const options = optionLabels(field, hint.options);
  const values = optionsOf(field.schema) ?? [];
  const value = at(answers, field.path);
  if (options.length > MANY) {
    return (
      <SearchChoice field={frameOf(props)} options={inOrder(options)}
        chosen={value === undefined ? undefined : String(value)}
        onChoose={(key) => onAnswer(field.path, key)} autocomplete={hint.autocomplete} />
    );
  }
  return (
    <ChooseOne field={frameOf(props)} options={options}
      as_list={hint.widget === 'select' || options.length > FEW}
      chosen={value === undefined ? undefined : String(value)}
      onChoose={(key) => onAnswer(field.path,
        values.find((option) => String(option.value) === key)?.value)} />
  );
}

/** By their names in the language of the page. */
function inOrder(options: Option[]): Option[] {
  const names = new Intl.Collator(language);
  return [...options].sort((one, other) => names.compare(one.label, other.label));
}

function YesOrNo(props: Props) {
  const { answers, field, onAnswer } = props;
  const value = at(answers, field.path);
  if (field.schema.const === true) {
    return (
      <Tick field={frameOf(props)} ticked={value === true}
        onTick={(on) => onAnswer(field.path, on || undefined)} />
    );
  }
  return (
    <ChooseOne field={frameOf(props)} chosen={value === undefined ? undefined : String(value)}
      options={[{ key: 'true', label: t('yes') }, { key: 'false', label: t('no') }]}
      onChoose={(key) => onAnswer(field.path, key === undefined ? undefined : key === 'true')} />
  );
}

function LineField(props: Props) {
  const { form, answers, field, onAnswer } = props;
  const hint = hintOf(form.hints, field.path);
  const value = at(answers, field.path);
  const change = (answer: unknown) => onAnswer(field.path, answer);
  const type = typeOf(field.schema);
  const frame = frameOf(props);
  if (type === 'integer' || type === 'number') {
    return (
      <NumberField field={frame} value={value} onInput={change}
        unit={say(hint.unit)} width={hint.width} />
    );
  }
  const text = typeof value === 'string' ? value : '';
  if (field.schema.format === 'date') {
    return (
      <DateField field={frame} value={text || undefined} onInput={change}
        birthday={hint.autocomplete === 'bday'} />
    );
  }
  if (hint.suggestions) {
    return (
      <SuggestField field={frame} value={text} autocomplete={hint.autocomplete}
        suggestions={hint.suggestions.map((one) => say(one))} onInput={change} />
    );
  }
  const kind = hint.inputmode === 'tel' ? 'tel' as const : 'text' as const;
  return (
    <TextField field={frame} value={text} onInput={(typed) => change(typed || undefined)}
      lines={hint.widget === 'long-text' ? 4 : undefined} unit={say(hint.unit)}
      width={hint.width} inputMode={hint.inputmode} autocomplete={hint.autocomplete}
      type={field.schema.format === 'email' ? 'email' : kind} />
  );
}

/** With its places suggested; plain lines until that part is there. */
function Address(props: Props) {
  const later = useLater(() => import('../address_field/address_field'));
  return later ? <later.AddressField {...props} /> : <ObjectField {...props} />;
}

export function SchemaField(props: Props) {
  const type = typeOf(props.field.schema);
  if (type === 'object' && props.field.schema.address) return <Address {...props} />;
  if (type === 'object') return <ObjectField {...props} />;
  if (type === 'array') return <ListField {...props} />;
  if (type === 'boolean') return <YesOrNo {...props} />;
  if (optionsOf(props.field.schema)) return <ChoiceField {...props} />;
  return <LineField {...props} />;
}
