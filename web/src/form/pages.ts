// The pages of a form and the fields on each.
import { say, type Text } from '../app/language';
import { hintOf, type Hints } from './hints';
import { readPointer, within, type Path } from './path';
import { followed, inForce, propertiesOf, typeOf, isAnswers, type Answers, type Schema }
  from './schema';

export interface FormPage { title: Text; intro?: Text; fields: Path[] }
export interface Form { schema: Schema; hints: Hints; pages: FormPage[] }

function titleOf(schema: Schema, name: string): Text {
  const title = schema.title ?? name;
  return { vi: title, en: title };
}

/** Without page hints: each object a page, the plain fields together on the first. */
function pagesOfSchema(schema: Schema, hints: Hints): FormPage[] {
  const plain: Path[] = [];
  const pages: FormPage[] = [];
  for (const [name, given] of propertiesOf(schema)) {
    const own = followed(given, schema);
    const label = hintOf(hints, [name]).label ?? titleOf(own, name);
    if (typeOf(own) === 'object') pages.push({ title: label, fields: [[name]] });
    else plain.push([name]);
  }
  if (plain.length) pages.unshift({ title: titleOf(schema, ''), fields: plain });
  return pages;
}

export function readForm(schema: unknown, hints: unknown): Form {
  const form = schema as Schema;
  const shown = (isAnswers(hints) ? hints : {}) as Hints;
  const pages = shown.pages?.map((page): FormPage => (
    { title: page.title, intro: page.intro, fields: page.fields.map(readPointer) }));
  return { schema: form, hints: shown, pages: pages ?? pagesOfSchema(form, shown) };
}

export interface FieldHere { path: Path; schema: Schema; required: boolean }

/** The schema at a path for these answers; undefined where a condition hides it. */
export function fieldAt(form: Form, answers: Answers, path: Path): FieldHere | undefined {
  let schema = inForce(form.schema, answers, form.schema);
  let value: unknown = answers;
  let required = true;
  for (const part of path) {
    if (typeof part === 'number') {
      value = Array.isArray(value) ? value[part] : undefined;
      schema = inForce(schema.items ?? {}, value, form.schema);
      continue;
    }
    const own = schema.properties?.[part];
    if (typeof own !== 'object') return undefined;
    required = schema.required?.includes(part) ?? false;
    value = isAnswers(value) ? value[part] : undefined;
    schema = inForce(own, value, form.schema);
  }
  return { path, schema, required };
}

/** The fields of a page that are asked now, in the page's order. */
export function fieldsOf(form: Form, page: FormPage, answers: Answers): FieldHere[] {
  return page.fields.map((path) => fieldAt(form, answers, path))
    .filter((field): field is FieldHere => field !== undefined);
}

/** The page on which an answer is given (0-based); -1 when on none. */
export function pageOf(form: Form, path: Path): number {
  return form.pages.findIndex((page) => page.fields.some((field) => within(path, field)));
}

/** The first page from `from` on that asks something now; the number of pages when none does. */
export function nextPage(form: Form, answers: Answers, from: number): number {
  const found = form.pages.findIndex((page, index) => (
    index >= from && fieldsOf(form, page, answers).length > 0));
  return found < 0 ? form.pages.length : found;
}

export function labelOf(form: Form, field: FieldHere): string {
  const label = hintOf(form.hints, field.path).label;
  return say(label) || (field.schema.title ?? String(field.path.at(-1) ?? ''));
}
