// The decision tables of a DMN document, read into rows and changed in place: other decisions, the
// drawing, extensions and everything a table here does not show stay as they were written.
import {
  attribute, below, child, elements, insert, local, make, parseXml, prefixOf, setAttribute,
  setText, takeOut, textOf, writeXml, type XmlDocument, type XmlElement,
} from './xml';

export interface Column { id: string; label: string; expression: string; type: string;
  /** The texts the document allows here, without quotes; empty: any. */
  allowed: string[]; }
export interface Rule { id: string; inputs: string[]; outputs: string[]; notes: string[] }
export interface Table { decision: string; name: string; policy: string; aggregation: string;
  inputs: Column[]; outputs: Column[]; annotations: string[]; rules: Rule[] }

const CLAUSE = { input: 'inputEntry', output: 'outputEntry', annotation: 'annotationEntry' };
export type Side = keyof typeof CLAUSE;

/** `"a", "b"` → a, b; anything else is no list of texts. */
export function textsOf(unary: string): string[] {
  const parts = unary.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const rest = unary.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/[\s,]/g, '');
  return rest ? [] : parts.map((part) => part.slice(1, -1));
}

function allowedOf(clause: XmlElement): string[] {
  return textsOf(textOf(child(child(clause, 'inputValues') ?? child(clause, 'outputValues')
    ?? clause, 'text')));
}

function columnOf(clause: XmlElement): Column {
  const expression = child(clause, 'inputExpression');
  return {
    id: attribute(clause, 'id'),
    label: attribute(clause, 'label') || attribute(clause, 'name'),
    expression: expression ? textOf(child(expression, 'text')).trim() : attribute(clause, 'name'),
    type: attribute(expression, 'typeRef') || attribute(clause, 'typeRef'),
    allowed: allowedOf(clause),
  };
}

const entries = (rule: XmlElement, name: string) => elements(rule, name)
  .map((one) => textOf(child(one, 'text')).trim());

function tableElements(document: XmlDocument): { decision: XmlElement; table: XmlElement }[] {
  return below(document.root).filter((one) => local(one) === 'decision').flatMap((decision) => {
    const table = child(decision, 'decisionTable');
    return table ? [{ decision, table }] : [];
  });
}

export function readTables(xml: string): Table[] {
  return tableElements(parseXml(xml)).map(({ decision, table }) => ({
    decision: attribute(decision, 'id'),
    name: attribute(decision, 'name'),
    policy: attribute(table, 'hitPolicy') || 'UNIQUE',
    aggregation: attribute(table, 'aggregation'),
    inputs: elements(table, 'input').map(columnOf),
    outputs: elements(table, 'output').map(columnOf),
    annotations: elements(table, 'annotation').map((one) => attribute(one, 'name')),
    rules: elements(table, 'rule').map((rule) => ({
      id: attribute(rule, 'id'), inputs: entries(rule, 'inputEntry'),
      outputs: entries(rule, 'outputEntry'), notes: entries(rule, 'annotationEntry'),
    })),
  }));
}

function change(xml: string, decision: string,
  work: (table: XmlElement, document: XmlDocument) => void): string {
  const document = parseXml(xml);
  const found = tableElements(document).find((one) => attribute(one.decision, 'id') === decision);
  if (found) work(found.table, document);
  return writeXml(document);
}

function freeId(document: XmlDocument, wish: string): string {
  const taken = new Set(below(document.root).map((one) => attribute(one, 'id')));
  for (let count = 1; ; count++) if (!taken.has(`${wish}-${count}`)) return `${wish}-${count}`;
}

function textElement(parent: XmlElement, name: string, text: string, id?: string): XmlElement {
  const prefix = prefixOf(parent);
  const inner = make(`${prefix}text`, []);
  setText(inner, text);
  return make(`${prefix}${name}`, id ? [['id', id]] : [], [inner]);
}

export function setCell(xml: string, decision: string, rule: number, side: Side, column: number,
  text: string): string {
  return change(xml, decision, (table) => {
    const row = elements(table, 'rule')[rule];
    if (!row) return;
    const cells = elements(row, CLAUSE[side]);
    for (let missing = cells.length; side === 'annotation' && missing <= column; missing++) {
      insert(row, textElement(row, 'annotationEntry', ''));
    }
    const cell = elements(row, CLAUSE[side])[column];
    if (!cell) return;
    const inner = child(cell, 'text');
    if (inner) setText(inner, text);
    else insert(cell, textElement(cell, 'text', text).children[0] as XmlElement);
  });
}

export function setPolicy(xml: string, decision: string, policy: string, aggregation = ''): string {
  return change(xml, decision, (table) => {
    setAttribute(table, 'hitPolicy', policy);
    setAttribute(table, 'aggregation', policy === 'COLLECT' ? aggregation : '');
  });
}

/** A rule that takes everything ("-"), at a place (0 the first). */
export function addRule(xml: string, decision: string, at: number): string {
  return change(xml, decision, (table, document) => {
    const rules = elements(table, 'rule');
    const id = freeId(document, 'rule');
    const row = make(`${prefixOf(table)}rule`, [['id', id]]);
    elements(table, 'input').forEach((_, index) => insert(row,
      textElement(table, 'inputEntry', '-', `${id}-input-${index + 1}`)));
    elements(table, 'output').forEach((_, index) => insert(row,
      textElement(table, 'outputEntry', '', `${id}-output-${index + 1}`)));
    elements(table, 'annotation').forEach(() => insert(row,
      textElement(table, 'annotationEntry', '')));
    insert(table, row, rules[at]);
  });
}

function copied(node: XmlElement, document: XmlDocument, ids: Set<string>): XmlElement {
  const attributes = node.attributes.map(([name, value]): [string, string] => {
    if (name !== 'id') return [name, value];
    let id = value;
    for (let count = 2; ids.has(id); count++) id = `${value}-${count}`;
    ids.add(id);
    return [name, id];
  });
  return { ...node, raw: undefined, attributes, children: node.children.map((one) => (
    one.kind === 'element' ? copied(one, document, ids) : { ...one })) };
}

export function duplicateRule(xml: string, decision: string, rule: number): string {
  return change(xml, decision, (table, document) => {
    const rules = elements(table, 'rule');
    const row = rules[rule];
    if (!row) return;
    const ids = new Set(below(document.root).map((one) => attribute(one, 'id')));
    insert(table, copied(row, document, ids), rules[rule + 1]);
  });
}

export function removeRule(xml: string, decision: string, rule: number): string {
  return change(xml, decision, (table) => {
    const row = elements(table, 'rule')[rule];
    if (row) takeOut(table, row);
  });
}

export function moveRule(xml: string, decision: string, rule: number, by: 1 | -1): string {
  return change(xml, decision, (table) => {
    const rules = elements(table, 'rule');
    const [row, other] = [rules[rule], rules[rule + by]];
    if (!row || !other) return;
    const [a, b] = [table.children.indexOf(row), table.children.indexOf(other)];
    table.children[a] = other;
    table.children[b] = row;
  });
}

/** A column of inputs or outputs more; every rule takes everything there. */
export function addColumn(xml: string, decision: string, side: 'input' | 'output', label: string,
  expression: string): string {
  return change(xml, decision, (table, document) => {
    const prefix = prefixOf(table);
    const id = freeId(document, side);
    const made = side === 'input'
      ? make(`${prefix}input`, [['id', id], ['label', label]], [
        make(`${prefix}inputExpression`, [['id', `${id}-expression`], ['typeRef', 'string']],
          [textElement(table, 'text', expression).children[0] as XmlElement])])
      : make(`${prefix}output`, [['id', id], ['name', expression], ['label', label],
        ['typeRef', 'string']]);
    const after = side === 'input' ? ['output', 'annotation', 'rule'] : ['annotation', 'rule'];
    insert(table, made, elements(table).find((one) => after.includes(local(one))));
    for (const rule of elements(table, 'rule')) {
      const entry = textElement(table, CLAUSE[side], side === 'input' ? '-' : '',
        freeId(document, `${attribute(rule, 'id')}-${side}`));
      const next = side === 'input' ? 'outputEntry' : 'annotationEntry';
      insert(rule, entry, elements(rule, next)[0]);
    }
  });
}

export function setColumn(xml: string, decision: string, side: 'input' | 'output', column: number,
  part: 'label' | 'expression', text: string): string {
  return change(xml, decision, (table) => {
    const clause = elements(table, side)[column];
    if (!clause) return;
    if (part === 'label') { setAttribute(clause, 'label', text); return; }
    const inner = child(child(clause, 'inputExpression'), 'text');
    if (inner) setText(inner, text);
    else setAttribute(clause, 'name', text);
  });
}

export function removeColumn(xml: string, decision: string, side: 'input' | 'output',
  column: number): string {
  return change(xml, decision, (table) => {
    const clause = elements(table, side)[column];
    if (!clause) return;
    takeOut(table, clause);
    for (const rule of elements(table, 'rule')) {
      const entry = elements(rule, CLAUSE[side])[column];
      if (entry) takeOut(rule, entry);
    }
  });
}
