// The part of JSON Schema 2020-12 that forms use, and the schema in force for given answers:
// references followed, if/then/else and dependentSchemas decided. No eval.
import { holds } from './holds';

export interface Schema {
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, Schema | boolean>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  oneOf?: { const: unknown; title?: string }[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  if?: Condition;
  then?: Schema;
  else?: Schema;
  allOf?: Schema[];
  dependentSchemas?: Record<string, Schema>;
  /** Of an object: an address in levels, whose places are suggested. */
  address?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
}

/** What may stand behind `if`. */
export interface Condition {
  type?: string | string[];
  properties?: Record<string, Condition | boolean>;
  required?: string[];
  const?: unknown;
  enum?: unknown[];
  not?: Condition | boolean;
  allOf?: Condition[];
  anyOf?: Condition[];
  contains?: Condition;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  pattern?: string;
  minLength?: number;
}

export type Answers = Record<string, unknown>;

export function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows `$ref` inside the document `root`; anything beside the reference wins. */
export function followed(schema: Schema, root: Schema): Schema {
  if (!schema.$ref?.startsWith('#')) return schema;
  const steps = schema.$ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  const target = steps.reduce<unknown>(
    (here, step) => (isAnswers(here) ? here[step] : undefined), root);
  const { $ref: _reference, ...beside } = schema;
  return followed({ ...(target as Schema | undefined), ...beside }, root);
}

interface Branch { schema: Schema; conditional: boolean; inForce: boolean }

/** Every part of an object's schema: itself, allOf, and the branches of its conditions. */
function branchesOf(schema: Schema, value: unknown, root: Schema): Branch[] {
  const found: Branch[] = [];
  const visit = (given: Schema, conditional: boolean, inForce: boolean) => {
    const part = followed(given, root);
    found.push({ schema: part, conditional, inForce });
    if (part.if) {
      const yes = holds(part.if, value ?? {});
      if (part.then) visit(part.then, true, inForce && yes);
      if (part.else) visit(part.else, true, inForce && !yes);
    }
    for (const [name, dependent] of Object.entries(part.dependentSchemas ?? {})) {
      visit(dependent, true, inForce && isAnswers(value) && name in value);
    }
    for (const inner of part.allOf ?? []) visit(inner, conditional, inForce);
  };
  visit(schema, false, true);
  return found;
}

function named(schema: Schema): string[] {
  return [...Object.keys(schema.properties ?? {}), ...(schema.required ?? [])];
}

/** Properties that only a condition brings up: shown while one of its branches names them. */
function hiddenNames(branches: Branch[]): Set<string> {
  const conditional = new Set(branches.filter((branch) => branch.conditional)
    .flatMap((branch) => named(branch.schema)));
  const always = branches.filter((branch) => !branch.conditional)
    .flatMap((branch) => branch.schema.required ?? []);
  const shown = branches.filter((branch) => branch.conditional && branch.inForce)
    .flatMap((branch) => named(branch.schema));
  for (const name of [...always, ...shown]) conditional.delete(name);
  return conditional;
}

/** The schema that holds for `value`: of an object only the properties asked for now. */
export function inForce(schema: Schema, value: unknown, root: Schema): Schema {
  const branches = branchesOf(schema, value, root);
  const hidden = hiddenNames(branches);
  const merged: Schema = { ...branches[0]?.schema };
  const properties: Record<string, Schema | boolean> = {};
  const required = new Set<string>();
  for (const { schema: part, inForce: counts } of branches) {
    if (!counts) continue;
    for (const [name, own] of Object.entries(part.properties ?? {})) {
      const before = properties[name];
      if (own === false || before === false) properties[name] = false;
      else properties[name] = { ...asSchema(before), ...asSchema(own) };
    }
    for (const name of part.required ?? []) required.add(name);
  }
  for (const [name, own] of Object.entries(properties)) {
    if (own === false || hidden.has(name)) { delete properties[name]; required.delete(name); }
  }
  if (Object.keys(properties).length) merged.properties = properties;
  if (required.size) merged.required = [...required];
  return merged;
}

function asSchema(schema: Schema | boolean | undefined): Schema {
  return typeof schema === 'object' ? schema : {};
}

export function propertiesOf(schema: Schema): [string, Schema][] {
  return Object.entries(schema.properties ?? {}).map(([name, own]) => [name, asSchema(own)]);
}

export function typeOf(schema: Schema): string {
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type) return type;
  if (schema.properties) return 'object';
  return schema.items ? 'array' : 'string';
}

/** Answers without those of hidden fields and without empty texts. */
export function pruned(schema: Schema, value: unknown, root: Schema): unknown {
  if (Array.isArray(value)) {
    const items = followed(schema, root).items ?? {};
    return value.map((item) => pruned(items, item, root));
  }
  if (!isAnswers(value)) return value;
  const now = inForce(schema, value, root);
  const kept: Answers = {};
  for (const [name, own] of propertiesOf(now)) {
    const inner = pruned(own, value[name], root);
    if (inner !== undefined && inner !== '') kept[name] = inner;
  }
  return kept;
}
