// bpmn-js as the designer uses it: our words, our attributes kept and editable, problems as
// overlays. The bpmn.io mark it draws stays visible, as its licence asks.
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-codes.css';
import './canvas.css';
import { language } from '../../../app/language';
import { MOTCUA } from '../model/bpmn';
import { translateInto } from './bpmn_words';

const FONT = '"Source Sans 3", Arial, sans-serif';

const OURS = {
  name: 'motcua', uri: MOTCUA, prefix: 'motcua', xml: { tagAlias: 'lowerCase' },
  types: [{ name: 'Named', extends: ['bpmn:BaseElement'],
    properties: [{ name: 'name-en', isAttr: true, type: 'String' }] },
  { name: 'Work', extends: ['bpmn:FlowNode'],
    properties: ['act', 'role', 'unit', 'share-of', 'decides', 'decision', 'result']
      .map((name) => ({ name, isAttr: true, type: 'String' })) },
  { name: 'Wait', extends: ['bpmn:TimerEventDefinition'],
    properties: [{ name: 'working-time', isAttr: true, type: 'String' }] }],
};

export type Part = 'name' | 'name-en' | 'condition' | 'act' | 'role' | 'unit' | 'share-of'
  | 'decides' | 'decision' | 'result' | 'script' | 'wait';

export interface Drawn { id: string; type: string; name: string; name_en: string;
  condition: string;
  act: string; role: string; unit: string; share_of: string; decides: boolean;
  decision: string; result: string; script: string;
  /** Of a timer; undefined where it is none. */
  wait?: string }

interface Business { id: string; name?: string; $type: string;
  get: (name: string) => unknown;
  conditionExpression?: { body?: string }; script?: string;
  eventDefinitions?: Timer[] }
interface Timer { $type: string; get: (name: string) => unknown }
interface Element { id: string; type: string; businessObject: Business; parent?: unknown;
  labelTarget?: Element; width: number; waypoints?: { x: number; y: number }[] }
interface Modeling { updateProperties: (element: Element, properties: object) => void;
  updateModdleProperties: (element: Element, of: Timer, properties: object) => void }
interface Registry { get: (id: string) => Element | undefined;
  filter: (of: (element: Element) => boolean) => Element[] }
interface Overlays { add: (id: string, kind: string, overlay: object) => void;
  remove: (filter: object) => void }
interface Canvas { viewbox: (box?: Box) => Box & { inner: Box; outer: Box };
  scrollToElement: (id: string) => void; resized: () => void }
interface Box { x: number; y: number; width: number; height: number }
interface Factory { create: (type: string, properties: object) => unknown }

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function timerOf(own: Business): Timer | undefined {
  return own.eventDefinitions?.find((one) => one.$type === 'bpmn:TimerEventDefinition');
}

function drawnOf(element: Element): Drawn {
  const own = (element.labelTarget ?? element).businessObject;
  const node = !/Flow$|Process$|Collaboration$|Lane$|Participant$/.test(own.$type);
  const timer = timerOf(own);
  const ours = (name: string) => (node ? text(own.get(`motcua:${name}`)) : '');
  return { id: own.id, type: own.$type.replace('bpmn:', ''), name: text(own.name),
    name_en: text(own.get('motcua:name-en')),
    condition: text(own.conditionExpression?.body), act: ours('act'), role: ours('role'),
    unit: ours('unit'), share_of: ours('share-of'), decides: ours('decides') === 'true',
    decision: ours('decision'), result: ours('result'), script: text(own.script),
    wait: timer && text(timer.get('motcua:working-time')) };
}

export interface Board {
  show: (xml: string) => Promise<void>;
  mark: (problems: { element: string; severity: string; words: string }[]) => void;
  set: (id: string, part: Part, value: string) => void;
  /** Selects an element and brings it into view; false where there is none. */
  point: (id: string) => boolean;
  /** Draws it again: what it is called has changed elsewhere. */
  redraw: (id: string) => void;
  /** Takes the size its place has now, and shows the whole drawing in it. */
  fit: () => void;
  close: () => void;
}

export interface Listener { onChange: (xml: string) => void;
  /** What an element is called in the reader's language; empty: as the drawing calls it. */
  nameOf: (id: string, name_en: string) => string;
  onSelect: (drawn: Drawn | undefined) => void }

/** Room on the left for the palette, which would cover where the process begins. */
const PALETTE = 128;
const MARGIN = 20;

function fit(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox();
  if (!outer.width || !inner.width) return;
  const scale = Math.min(1, (outer.width - PALETTE - MARGIN) / inner.width,
    (outer.height - 2 * MARGIN) / inner.height);
  canvas.viewbox({ x: inner.x - PALETTE / scale, y: inner.y - MARGIN / scale,
    width: outer.width / scale, height: outer.height / scale });
}

const LONGEST_SHOWN = 48;

/** Where the middle of a line is, from the corner of the box around it. */
function middleOf(points: { x: number; y: number }[]): { left: number; top: number } {
  const [from, to] = [points[Math.floor((points.length - 1) / 2)]!,
    points[Math.floor((points.length - 1) / 2) + 1] ?? points[0]!];
  return { left: (from.x + to.x) / 2 - Math.min(...points.map((point) => point.x)),
    top: (from.y + to.y) / 2 - Math.min(...points.map((point) => point.y)) };
}

/** The condition of each way on the way itself. */
function showConditions(modeler: Modeler): void {
  const overlays = modeler.get('overlays') as Overlays;
  overlays.remove({ type: 'condition' });
  const flows = (modeler.get('elementRegistry') as Registry).filter((element) => (
    Boolean(element.waypoints) && Boolean(text(element.businessObject.conditionExpression?.body))));
  for (const flow of flows) {
    const condition = text(flow.businessObject.conditionExpression?.body);
    const sign = document.createElement('span');
    sign.className = 'condition-sign';
    sign.textContent = condition.length > LONGEST_SHOWN
      ? `${condition.slice(0, LONGEST_SHOWN - 1)}…` : condition;
    sign.title = condition;
    overlays.add(flow.id, 'condition', { position: middleOf(flow.waypoints!),
      show: { minZoom: 0.2 }, html: sign });
  }
}

type Draws = (gfx: unknown, element: unknown, attrs: unknown) => SVGElement;
interface Renderer { drawShape: Draws; drawConnection: Draws }
interface Bus { fire: (name: string, context: object) => void;
  on: (names: string[], priority: number, draw: (event: { type: string },
    context: { gfx: unknown; element: Element; attrs: unknown }) => unknown) => void }
/** How wide bpmn-js makes a name beside an element; its place fits the document's own name. */
const LABEL = 90;
/** Before bpmn-js's own, which is 1000. */
const FIRST = 1500;

/** Elements are drawn by the names of the reader's language; the document keeps its own. */
function drawInOurWords(modeler: Modeler, nameOf: Listener['nameOf']): void {
  const renderer = modeler.get('bpmnRenderer') as Renderer;
  (modeler.get('eventBus') as Bus).on(['render.shape', 'render.connection'], FIRST,
    ({ type }, { gfx, element, attrs }) => {
      const own = element.businessObject;
      const name = own && nameOf(own.id, text(own.get('motcua:name-en')));
      if (!name) return undefined;
      const width = element.labelTarget ? Math.max(LABEL, element.width) : element.width;
      const named = Object.create(element, { width: { value: width }, businessObject: {
        value: Object.create(own, { name: { value: name } }) as Business } }) as Element;
      if (type !== 'render.shape') return renderer.drawConnection(gfx, named, attrs);
      const drawn = renderer.drawShape(gfx, named, attrs);
      if (width !== element.width) {
        drawn.setAttribute('transform', `translate(${(element.width - width) / 2} 0)`);
      }
      return drawn;
    });
}

export function openBoard(place: HTMLElement, { onChange, onSelect, nameOf }: Listener): Board {
  const modeler = new Modeler({
    container: place,
    moddleExtensions: { motcua: OURS },
    textRenderer: { defaultStyle: { fontFamily: FONT, fontSize: 13 },
      externalStyle: { fontFamily: FONT, fontSize: 12 } },
    additionalModules: [{ translate: ['value', translateInto(language)] }],
  });
  drawInOurWords(modeler, nameOf);
  let shown = false;
  const registry = () => modeler.get('elementRegistry') as Registry;
  modeler.on('commandStack.changed', () => {
    showConditions(modeler);
    void modeler.saveXML({ format: true }).then(({ xml }) => { if (xml) onChange(xml); });
  });
  const tell = () => {
    const chosen = (modeler.get('selection') as { get: () => Element[] }).get();
    onSelect(chosen.length === 1 && chosen[0] ? drawnOf(chosen[0]) : undefined);
  };
  modeler.on('selection.changed', tell);
  modeler.on('element.changed', tell);
  return {
    show: async (xml) => {
      await modeler.importXML(xml);
      if (!shown) fit(modeler.get('canvas') as Canvas);
      shown = true;
      showConditions(modeler);
    },
    mark: (problems) => {
      const overlays = modeler.get('overlays') as Overlays;
      overlays.remove({ type: 'problem' });
      for (const one of problems) {
        if (!registry().get(one.element)) continue;
        const sign = document.createElement('span');
        sign.className = `problem-sign ${one.severity}`;
        sign.dataset.problem = one.element;
        sign.textContent = '!';
        sign.title = one.words;
        overlays.add(one.element, 'problem', { position: { top: -12, left: -12 }, html: sign });
      }
    },
    set: (id, part, value) => {
      const element = registry().get(id);
      if (!element) return;
      const modeling = modeler.get('modeling') as Modeling;
      const timer = timerOf(element.businessObject);
      if (part === 'name') modeling.updateProperties(element, { name: value });
      else if (part === 'script') {
        modeling.updateProperties(element, { script: value, scriptFormat: 'feel' });
      } else if (part === 'wait') {
        if (timer) {
          modeling.updateModdleProperties(element, timer,
            { 'motcua:working-time': value || undefined });
        }
      } else if (part === 'condition') {
        const expression = (modeler.get('bpmnFactory') as Factory)
          .create('bpmn:FormalExpression', { body: value });
        modeling.updateProperties(element,
          { conditionExpression: value ? expression : undefined });
      } else modeling.updateProperties(element, { [`motcua:${part}`]: value || undefined });
    },
    point: (id) => {
      const element = registry().get(id);
      if (!element) return false;
      (modeler.get('selection') as { select: (one: Element) => void }).select(element);
      (modeler.get('canvas') as Canvas).scrollToElement(id);
      return true;
    },
    redraw: (id) => {
      for (const element of [registry().get(id), registry().get(`${id}_label`)]) {
        if (element) (modeler.get('eventBus') as Bus).fire('element.changed', { element });
      }
    },
    fit: () => {
      const canvas = modeler.get('canvas') as Canvas;
      canvas.resized();
      if (shown) fit(canvas);
    },
    close: () => modeler.destroy(),
  };
}
