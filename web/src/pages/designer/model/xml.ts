// XML that is changed in places and otherwise stays as it was written, to the byte: every start
// tag, text and comment keeps its own characters until something in it is changed. Namespaces
// are told by local names; a document's own prefixes are kept. Throws XmlFault on what is not
// well formed.
export interface XmlElement {
  kind: 'element';
  /** With its prefix, as written. */
  name: string;
  attributes: [string, string][];
  children: XmlNode[];
  /** The start tag as it was read; absent once it was changed. */
  raw?: string;
  /** Written as <name/>. */
  closed: boolean;
}
export interface XmlText { kind: 'text'; raw: string }
/** A comment, CDATA, declaration or instruction: kept, never read. */
export interface XmlOther { kind: 'other'; raw: string }
export type XmlNode = XmlElement | XmlText | XmlOther;
export interface XmlDocument { nodes: XmlNode[]; root: XmlElement }

export class XmlFault extends Error {}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const DEEPEST = 200;

export function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

const ATTRIBUTE = /([^\s=/>]+)\s*=\s*("([^"]*)"|'([^']*)')/g;

function readTag(raw: string): XmlElement {
  const name = /^<([^\s/>]+)/.exec(raw)?.[1];
  if (!name) throw new XmlFault(`not a tag: ${raw.slice(0, 40)}`);
  const attributes = [...raw.slice(name.length + 1).matchAll(ATTRIBUTE)]
    .map((found): [string, string] => [found[1] ?? '', unescaped(found[3] ?? found[4] ?? '')]);
  return { kind: 'element', name, attributes, children: [], raw, closed: raw.endsWith('/>') };
}

/** The end of a start tag: ">" outside quotes. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  throw new XmlFault('a tag does not end');
}

const SPECIAL: [string, string][] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']];

function special(text: string, at: number): string | undefined {
  for (const [begin, end] of SPECIAL) {
    if (!text.startsWith(begin, at)) continue;
    const stop = text.indexOf(end, at + begin.length);
    if (stop < 0) throw new XmlFault(`"${begin}" does not end`);
    return text.slice(at, stop + end.length);
  }
  if (text.startsWith('<!', at)) throw new XmlFault('a document type is not taken');
  return undefined;
}

export function parseXml(text: string): XmlDocument {
  const nodes: XmlNode[] = [];
  const open: XmlElement[] = [];
  const here = () => open.at(-1)?.children ?? nodes;
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '<') {
      const stop = text.indexOf('<', at);
      const raw = text.slice(at, stop < 0 ? text.length : stop);
      here().push({ kind: 'text', raw });
      at += raw.length;
      continue;
    }
    const other = special(text, at);
    if (other !== undefined) {
      here().push({ kind: 'other', raw: other });
      at += other.length;
      continue;
    }
    const stop = endOfTag(text, at);
    const raw = text.slice(at, stop);
    at = stop;
    if (raw.startsWith('</')) {
      const name = raw.slice(2, -1).trim();
      if (open.pop()?.name !== name) throw new XmlFault(`"${name}" ends and was not open`);
      continue;
    }
    const element = readTag(raw);
    here().push(element);
    if (!element.closed) open.push(element);
    if (open.length > DEEPEST) throw new XmlFault('nested too deep');
  }
  const root = nodes.find((node): node is XmlElement => node.kind === 'element');
  if (!root || open.length) throw new XmlFault('the document does not end');
  return { nodes, root };
}

function writeNode(node: XmlNode): string {
  if (node.kind !== 'element') return node.raw;
  const closes = node.children.length === 0;
  const tag = node.raw ?? `<${node.name}${node.attributes
    .map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}${closes ? ' />' : '>'}`;
  if (tag.endsWith('/>')) return tag;
  return `${tag}${node.children.map(writeNode).join('')}</${node.name}>`;
}

export function writeXml(document: XmlDocument): string {
  return document.nodes.map(writeNode).join('');
}

export function local(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.indexOf(':') + 1);
}

export function elements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => (
    node.kind === 'element' && (!name || local(node) === name)));
}

export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent && elements(parent, name)[0];
}

/** Every element below, in the document's order. */
export function below(parent: XmlElement): XmlElement[] {
  return elements(parent).flatMap((one) => [one, ...below(one)]);
}

export function attribute(element: XmlElement | undefined, name: string): string {
  return element?.attributes.find(([own]) => own === name)?.[1] ?? '';
}

/** By its name without a prefix: `act` reads motcua:act. */
export function localAttribute(element: XmlElement, name: string): string {
  return element.attributes.find(([own]) => own === name || own.endsWith(':' + name))?.[1] ?? '';
}

/** An empty value takes the attribute away. */
export function setAttribute(element: XmlElement, name: string, value: string): void {
  if (attribute(element, name) === value) return;
  const found = element.attributes.find(([own]) => own === name);
  if (!value) element.attributes = element.attributes.filter(([own]) => own !== name);
  else if (found) found[1] = value;
  else element.attributes.push([name, value]);
  delete element.raw;
}

export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => {
    if (node.kind === 'text') return unescaped(node.raw);
    if (node.kind === 'other') return /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(node.raw)?.[1] ?? '';
    return textOf(node);
  }).join('');
}

export function setText(element: XmlElement, text: string): void {
  if (textOf(element) === text) return;
  element.children = text ? [{ kind: 'text', raw: escaped(text) }] : [];
  if (element.raw?.endsWith('/>')) delete element.raw;
}

export function make(name: string, attributes: [string, string][] = [],
  children: XmlNode[] = []): XmlElement {
  return { kind: 'element', name, attributes, children, closed: children.length === 0 };
}

/** The line break and blanks written before a child of this element. */
function indentOf(parent: XmlElement): string {
  const first = parent.children[0];
  return first?.kind === 'text' && !first.raw.trim() && first.raw.includes('\n') ? first.raw : '';
}

/** Puts a child in at a position among the elements (at the end without one), on its own line. */
export function insert(parent: XmlElement, added: XmlElement, before?: XmlElement): void {
  if (parent.raw?.endsWith('/>')) delete parent.raw;
  const indent = indentOf(parent);
  const index = before ? parent.children.indexOf(before) : -1;
  if (index >= 0) {
    parent.children.splice(index, 0, added, ...(indent ? [blank(indent)] : []));
    return;
  }
  const last = parent.children.at(-1);
  const end = last?.kind === 'text' && !last.raw.trim() ? parent.children.length - 1
    : parent.children.length;
  parent.children.splice(end, 0, ...(indent ? [blank(indent)] : []), added);
}

const blank = (raw: string): XmlText => ({ kind: 'text', raw });

/** Takes a child out, with the blanks before it. */
export function takeOut(parent: XmlElement, gone: XmlElement): void {
  const index = parent.children.indexOf(gone);
  if (index < 0) return;
  const before = parent.children[index - 1];
  const spaced = before?.kind === 'text' && !before.raw.trim();
  parent.children.splice(spaced ? index - 1 : index, spaced ? 2 : 1);
}

/** The element that holds this one. */
export function parentOf(root: XmlElement, sought: XmlElement): XmlElement | undefined {
  return [root, ...below(root)].find((one) => one.children.includes(sought));
}
