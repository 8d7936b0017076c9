// The form as an office designs it: questions on pages, changed in the JSON Schema of the answers
// and in the hints of how it is shown. Everything not changed here stays. A question is named by
// its pointer as in form.ui.json ("*" for any entry of a repeated group).
import type { Text } from '../../../app/language';
import type { FieldHint, Hints } from '../../../form/hints';
import { typeOf, type Schema } from '../../../form/schema';
import { idOf } from './bpmn';

export interface FormFiles { schema: Schema; hints: Hints }
export type Kind = 'text' | 'long-text' | 'integer' | 'number' | 'date' | 'yes-no' | 'agree'
  | 'choice' | 'several' | 'list' | 'email' | 'phone' | 'group' | 'repeated' | 'address';
export const KINDS: Kind[] = ['text', 'long-text', 'integer', 'number', 'date', 'yes-no', 'agree',
  'choice', 'several', 'list', 'email', 'phone', 'group', 'repeated'];
export interface Condition { pointer: string; value: string | number | boolean }
export interface Question { pointer: string; name: string; kind: Kind; required: boolean;
  schema: Schema; hint: FieldHint; condition?: Condition; inner: Question[] }

/** The files of the application's form, or of the form of a step. */
export function formFilesOf(step = ''): { schema: string; hints: string } {
  const stem = step ? `task.${step}` : 'form';
  return { schema: `${stem}.schema.json`, hints: `${stem}.ui.json` };
}

/** A step's form begins with one page and no question; what the step shows stays. */
export function newStepForm(step: string, shows: string[] = []): Record<string, string> {
  return writeFormFiles({
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
      additionalProperties: false, properties: {} } as Schema,
    hints: { ...(shows.length ? { shows } : {}),
      pages: [{ title: { vi: 'Kết quả của bước', en: 'What the step found' }, fields: [] }],
      fields: {} } as Hints,
  }, step);
}

export function readFormFiles(files: Record<string, string>, step = ''): FormFiles | undefined {
  const names = formFilesOf(step);
  try {
    return {
      schema: JSON.parse(files[names.schema] ?? '') as Schema,
      hints: JSON.parse(files[names.hints] ?? (step ? '{}' : '')) as Hints,
    };
  } catch {
    return undefined;
  }
}

export function writeFormFiles({ schema, hints }: FormFiles, step = ''): Record<string, string> {
  const names = formFilesOf(step);
  return {
    [names.schema]: JSON.stringify(schema, null, 2) + '\n',
    [names.hints]: JSON.stringify(hints, null, 2) + '\n',
  };
}

const partsOf = (pointer: string) => pointer.split('/').slice(1);

/** Where a property is described: the object's schema and, for a condition, its branch. */
interface Place { owner: Schema; branch: Schema; condition?: Condition }

function conditionOf(branch: Schema, above: string): Condition | undefined {
  const [name, wanted] = Object.entries(branch.if?.properties ?? {})[0] ?? [];
  const value = (wanted as Schema | undefined)?.const;
  return name === undefined || value === undefined ? undefined
    : { pointer: `${above}/${name}`, value: value as Condition['value'] };
}

function placesIn(owner: Schema, name: string, above: string): Place[] {
  const places: Place[] = owner.properties?.[name] ? [{ owner, branch: owner }] : [];
  for (const part of [owner, ...owner.allOf ?? []]) {
    if (part.then?.properties?.[name]) {
      places.push({ owner, branch: part.then, condition: conditionOf(part, above) });
    }
  }
  return places;
}

function ownerOf(schema: Schema, pointer: string): Schema | undefined {
  let here: Schema | undefined = schema;
  for (const part of partsOf(pointer)) {
    if (!here) return undefined;
    here = part === '*' ? here.items : schemaIn(here, part);
  }
  return here;
}

function schemaIn(owner: Schema, name: string): Schema | undefined {
  const branch = placesIn(owner, name, '')[0]?.branch;
  const own = branch?.properties?.[name];
  return typeof own === 'object' ? own : undefined;
}

function split(pointer: string): [string, string] {
  const cut = pointer.lastIndexOf('/');
  return [pointer.slice(0, cut), pointer.slice(cut + 1)];
}

function placeOf(form: FormFiles, pointer: string): Place | undefined {
  const [above, name] = split(pointer);
  const owner = ownerOf(form.schema, above);
  return owner && placesIn(owner, name, above)[0];
}

export function kindOf(schema: Schema, hint: FieldHint): Kind {
  const type = typeOf(schema);
  if (type === 'object') return schema.address ? 'address' : 'group';
  if (type === 'array') return schema.items?.enum || schema.items?.oneOf ? 'several' : 'repeated';
  if (type === 'boolean') return schema.const === true ? 'agree' : 'yes-no';
  if (type === 'integer' || type === 'number') return type;
  if (LIST in schema) return 'list';
  if (schema.enum || schema.oneOf) return 'choice';
  if (schema.format === 'date' || schema.format === 'email') return schema.format;
  if (hint.inputmode === 'tel') return 'phone';
  return hint.widget === 'long-text' ? 'long-text' : 'text';
}

function innerOf(form: FormFiles, pointer: string, schema: Schema): Question[] {
  const whole = typeOf(schema) === 'array' ? schema.items : schema;
  if (!whole?.properties || schema.address) return [];
  const below = typeOf(schema) === 'array' ? `${pointer}/*` : pointer;
  return namesIn(whole).map((name) => questionAt(form, `${below}/${name}`))
    .filter((one): one is Question => one !== undefined);
}

function namesIn(owner: Schema): string[] {
  const parts = [owner, owner.then, ...(owner.allOf ?? []).map((part) => part.then)];
  return [...new Set(parts.flatMap((part) => Object.keys(part?.properties ?? {})))];
}

export function questionAt(form: FormFiles, pointer: string): Question | undefined {
  const place = placeOf(form, pointer);
  const [, name] = split(pointer);
  const schema = place?.branch.properties?.[name];
  if (!place || typeof schema !== 'object') return undefined;
  const hint = form.hints.fields?.[pointer] ?? {};
  return { pointer, name, schema, hint, condition: place.condition,
    kind: kindOf(schema, hint), required: place.branch.required?.includes(name) ?? false,
    inner: innerOf(form, pointer, schema) };
}

export interface DesignedPage { title: Text; questions: Question[] }

export function pagesIn(form: FormFiles): DesignedPage[] {
  return (form.hints.pages ?? []).map((page) => ({
    title: page.title,
    questions: page.fields.map((pointer) => questionAt(form, pointer))
      .filter((one): one is Question => one !== undefined),
  }));
}

/** Every question that is one line, for conditions and pointers to it. */
export function plainQuestions(form: FormFiles): Question[] {
  const leaves = (list: Question[]): Question[] => list.flatMap((one) => (
    one.inner.length ? leaves(one.inner) : [one]));
  return leaves(pagesIn(form).flatMap((page) => page.questions));
}

function edit(form: FormFiles, work: (copy: FormFiles) => void): FormFiles {
  const copy = structuredClone(form);
  work(copy);
  return copy;
}

export function setHint(form: FormFiles, pointer: string, part: Partial<FieldHint>): FormFiles {
  return edit(form, (copy) => {
    const fields = (copy.hints.fields ??= {});
    const hint: Record<string, unknown> = { ...fields[pointer], ...part };
    for (const [key, value] of Object.entries(hint)) if (value === undefined) delete hint[key];
    fields[pointer] = hint as FieldHint;
  });
}

export function setRequired(form: FormFiles, pointer: string, required: boolean): FormFiles {
  return edit(form, (copy) => {
    const place = placeOf(copy, pointer);
    const [, name] = split(pointer);
    if (place) setIn(place.branch, name, required);
  });
}

function setIn(branch: Schema, name: string, required: boolean): void {
  const list = (branch.required ?? []).filter((one) => one !== name);
  if (required) {
    const order = Object.keys(branch.properties ?? {});
    list.push(name);
    list.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  }
  if (list.length) branch.required = list;
  else delete branch.required;
}

export type Limit = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems'
  | 'pattern';

export function setLimit(form: FormFiles, pointer: string, limit: Limit,
  value: number | string | undefined): FormFiles {
  return edit(form, (copy) => {
    const schema = questionAt(copy, pointer)?.schema;
    if (!schema) return;
    if (value === undefined || value === '') delete schema[limit];
    else Object.assign(schema, { [limit]: value });
  });
}

export interface Choice { value: string; text: Text }

export function choicesOf(question: Question): Choice[] {
  const schema = question.kind === 'several' ? question.schema.items ?? {} : question.schema;
  const values = schema.oneOf?.map((one) => one.const) ?? schema.enum ?? [];
  return values.map((value) => ({ value: String(value),
    text: question.hint.options?.[String(value)] ?? { vi: '', en: '' } }));
}

export function setChoices(form: FormFiles, pointer: string, choices: Choice[]): FormFiles {
  const changed = edit(form, (copy) => {
    const question = questionAt(copy, pointer);
    if (!question) return;
    const schema = question.kind === 'several' ? question.schema.items ?? {} : question.schema;
    delete schema.oneOf;
    schema.enum = choices.map((one) => one.value);
  });
  return setHint(changed, pointer,
    { options: Object.fromEntries(choices.map((one) => [one.value, one.text])) });
}

const LIST = 'reference-list';

export function listOf({ schema }: Question): string {
  return String((schema as Record<string, unknown>)[LIST] ?? '');
}

export function setList(form: FormFiles, pointer: string, list: string): FormFiles {
  return edit(form, (copy) => {
    const schema = questionAt(copy, pointer)?.schema;
    if (schema) Object.assign(schema, { [LIST]: list });
  });
}

const BLANK: Record<Kind, Schema> = {
  text: { type: 'string', minLength: 1, maxLength: 200 },
  'long-text': { type: 'string', minLength: 1, maxLength: 1000 },
  integer: { type: 'integer', minimum: 0, maximum: 1000 },
  number: { type: 'number', minimum: 0 },
  date: { type: 'string', format: 'date' },
  'yes-no': { type: 'boolean' },
  agree: { type: 'boolean', const: true },
  choice: { type: 'string', enum: ['a', 'b'] },
  several: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string', enum: ['a', 'b'] } },
  list: { type: 'string', [LIST]: 'countries' } as Schema,
  email: { type: 'string', format: 'email', maxLength: 200 },
  phone: { type: 'string', minLength: 1, maxLength: 20, pattern: '^\\+?[0-9][0-9 .]{7,18}$' },
  group: { type: 'object', additionalProperties: false, properties: {} } as Schema,
  repeated: { type: 'array', minItems: 1, maxItems: 20,
    items: { type: 'object', additionalProperties: false, properties: {} } as Schema },
  address: { type: 'object' },
};

function hintsOfKind(kind: Kind): Partial<FieldHint> {
  return {
    widget: kind === 'long-text' ? 'long-text' : undefined,
    inputmode: kind === 'phone' ? 'tel' : undefined,
    options: kind === 'choice' || kind === 'several'
      ? { a: { vi: 'Lựa chọn A', en: 'Choice A' }, b: { vi: 'Lựa chọn B', en: 'Choice B' } }
      : undefined,
  };
}

export function setKind(form: FormFiles, pointer: string, kind: Kind): FormFiles {
  const changed = edit(form, (copy) => {
    const place = placeOf(copy, pointer);
    const [, name] = split(pointer);
    if (place?.branch.properties) place.branch.properties[name] = structuredClone(BLANK[kind]);
  });
  return setHint(changed, pointer, hintsOfKind(kind));
}

/** A new question at the end of a page (by its position) or of a group (by its pointer). */
export function addQuestion(form: FormFiles, into: number | string, kind: Kind, label: Text):
{ form: FormFiles; pointer: string } {
  const above = typeof into === 'number' ? '' : into;
  const group = above ? questionAt(form, above) : undefined;
  const base = group?.kind === 'repeated' ? `${above}/*` : above;
  const owner = ownerOf(form.schema, base) ?? form.schema;
  const taken = new Set(namesIn(owner));
  const wish = idOf(label.en || label.vi).replace(/-/g, '_');
  let name = wish;
  for (let count = 2; taken.has(name); count++) name = `${wish}_${count}`;
  const pointer = `${base}/${name}`;
  const changed = edit(form, (copy) => {
    const place = ownerOf(copy.schema, base);
    if (!place) return;
    (place.properties ??= {})[name] = structuredClone(BLANK[kind]);
    setIn(place, name, true);
    if (typeof into === 'number') copy.hints.pages?.[into]?.fields.push(pointer);
  });
  return { form: setHint(changed, pointer, { label, ...hintsOfKind(kind) }), pointer };
}

export function removeQuestion(form: FormFiles, pointer: string): FormFiles {
  return edit(form, (copy) => {
    const [above, name] = split(pointer);
    const owner = ownerOf(copy.schema, above);
    for (const place of owner ? placesIn(owner, name, above) : []) {
      delete place.branch.properties?.[name];
      setIn(place.branch, name, false);
    }
    if (owner) tidyConditions(owner);
    for (const key of Object.keys(copy.hints.fields ?? {})) {
      if (key === pointer || key.startsWith(pointer + '/')) delete copy.hints.fields?.[key];
    }
    for (const page of copy.hints.pages ?? []) {
      page.fields = page.fields.filter((one) => one !== pointer);
    }
  });
}

/** Conditions that bring nothing up any more go. */
function tidyConditions(owner: Schema): void {
  owner.allOf = owner.allOf?.filter((part) => !part.then || part.else
    || Object.keys(part.then.properties ?? {}).length > 0 || part.then.required?.length);
  if (owner.allOf && owner.allOf.length === 0) delete owner.allOf;
}

/** Asked only while another question of the same group has this answer; undefined: always. */
export function setCondition(form: FormFiles, pointer: string, condition: Condition | undefined):
FormFiles {
  return edit(form, (copy) => {
    const place = placeOf(copy, pointer);
    const [, name] = split(pointer);
    const schema = place?.branch.properties?.[name];
    if (!place || schema === undefined) return;
    const required = place.branch.required?.includes(name) ?? false;
    delete place.branch.properties?.[name];
    setIn(place.branch, name, false);
    const target = condition ? branchFor(place.owner, split(condition.pointer)[1], condition.value)
      : place.owner;
    (target.properties ??= {})[name] = schema;
    setIn(target, name, required);
    tidyConditions(place.owner);
  });
}

function branchFor(owner: Schema, name: string, value: Condition['value']): Schema {
  const parts = (owner.allOf ??= []);
  const wanted = JSON.stringify({ properties: { [name]: { const: value } }, required: [name] });
  const found = parts.find((part) => JSON.stringify(part.if) === wanted && part.then && !part.else);
  if (found?.then) return found.then;
  const then: Schema = {};
  parts.push({ if: JSON.parse(wanted) as Schema['if'], then });
  return then;
}

function moved<Item>(list: Item[], at: number, by: number): void {
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return;
  const [item] = list.splice(at, 1);
  list.splice(to, 0, item as Item);
}

/** One place up or down on its page or in its group; past the page's end onto the next page. */
export function moveQuestion(form: FormFiles, pointer: string, by: 1 | -1): FormFiles {
  return edit(form, (copy) => {
    const pages = copy.hints.pages ?? [];
    const index = pages.findIndex((page) => page.fields.includes(pointer));
    const page = pages[index];
    if (!page) { moveInGroup(copy, pointer, by); return; }
    const at = page.fields.indexOf(pointer);
    if (page.fields[at + by] !== undefined) { moved(page.fields, at, by); return; }
    const next = pages[index + by];
    if (!next) return;
    page.fields.splice(at, 1);
    next.fields.splice(by > 0 ? 0 : next.fields.length, 0, pointer);
  });
}

function moveInGroup(form: FormFiles, pointer: string, by: 1 | -1): void {
  const place = placeOf(form, pointer);
  const [, name] = split(pointer);
  const entries = Object.entries(place?.branch.properties ?? {});
  moved(entries, entries.findIndex(([own]) => own === name), by);
  if (place) place.branch.properties = Object.fromEntries(entries);
}

export function addPage(form: FormFiles, title: Text): FormFiles {
  return edit(form, (copy) => { (copy.hints.pages ??= []).push({ title, fields: [] }); });
}

export function setPageTitle(form: FormFiles, page: number, title: Text): FormFiles {
  return edit(form, (copy) => {
    const own = copy.hints.pages?.[page];
    if (own) own.title = title;
  });
}

export function movePage(form: FormFiles, page: number, by: 1 | -1): FormFiles {
  return edit(form, (copy) => moved(copy.hints.pages ?? [], page, by));
}

/** Only an empty page goes: its questions would be asked nowhere. */
export function removePage(form: FormFiles, page: number): FormFiles {
  return edit(form, (copy) => {
    if (copy.hints.pages?.[page]?.fields.length === 0) copy.hints.pages.splice(page, 1);
  });
}
