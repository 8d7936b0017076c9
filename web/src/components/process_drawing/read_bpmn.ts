// Reads a BPMN 2.0 document with its diagram into plain shapes and edges, ready to be drawn.
// Must not decide anything about the process: what is not understood is left out of the drawing.
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
const DC = 'http://www.omg.org/spec/DD/20100524/DC';
const DD = 'http://www.omg.org/spec/DD/20100524/DI';
const MOTCUA = 'urn:motcua:bpmn:1';

export type ShapeKind = 'task' | 'start' | 'end' | 'event' | 'exclusive' | 'parallel' | 'inclusive'
  | 'lane' | 'pool' | 'whole';

export interface Box { x: number; y: number; width: number; height: number }
export interface Shape extends Box { id: string; kind: ShapeKind; name: string; timer: boolean }
export interface Point { x: number; y: number }
export interface Edge { id: string; name: string; message: boolean; points: Point[] }
export interface Diagram { view: Box; shapes: Shape[]; edges: Edge[] }

const KINDS: Record<string, ShapeKind> = {
  startEvent: 'start', endEvent: 'end',
  intermediateCatchEvent: 'event', intermediateThrowEvent: 'event', boundaryEvent: 'event',
  exclusiveGateway: 'exclusive', parallelGateway: 'parallel', inclusiveGateway: 'inclusive',
  eventBasedGateway: 'exclusive', lane: 'lane', participant: 'pool',
};

function kindOf(element: Element): ShapeKind | null {
  const name = element.localName;
  return KINDS[name] ?? (/task$/i.test(name) || name === 'subProcess' || name === 'callActivity'
    ? 'task' : null);
}

function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0) || 0;
}

/** In English where that is asked for and the drawing has it. */
function nameOf(element: Element | undefined, english: boolean): string {
  const name = (english && element?.getAttributeNS(MOTCUA, 'name-en'))
    || (element?.getAttribute('name') ?? '');
  return name.replace(/\s+/g, ' ').trim();
}

function readShape(drawn: Element, element: Element | undefined, english: boolean): Shape | null {
  const bounds = drawn.getElementsByTagNameNS(DC, 'Bounds')[0];
  const whole = element?.localName === 'subProcess'
    && drawn.getAttribute('isExpanded') === 'true';
  const kind = whole ? 'whole' : element ? kindOf(element) : null;
  if (!element || !bounds || !kind) return null;
  return {
    id: element.id || (element.getAttribute('id') ?? ''), kind,
    name: nameOf(element, english),
    timer: [...element.children].some((child) => child.localName === 'timerEventDefinition'),
    x: numberOf(bounds, 'x'), y: numberOf(bounds, 'y'),
    width: numberOf(bounds, 'width'), height: numberOf(bounds, 'height'),
  };
}

function readEdge(drawn: Element, element: Element | undefined, english: boolean): Edge {
  const points = [...drawn.getElementsByTagNameNS(DD, 'waypoint')]
    .map((waypoint) => ({ x: numberOf(waypoint, 'x'), y: numberOf(waypoint, 'y') }));
  return {
    id: drawn.getAttribute('bpmnElement') ?? '', name: nameOf(element, english),
    message: element?.localName === 'messageFlow', points,
  };
}

/** The smallest box around everything, with room for the names beside events and gateways. */
function viewOf(shapes: Shape[], edges: Edge[]): Box {
  const xs = edges.flatMap((edge) => edge.points.map((point) => point.x));
  const ys = edges.flatMap((edge) => edge.points.map((point) => point.y));
  for (const shape of shapes) {
    const framed = shape.kind === 'lane' || shape.kind === 'pool';
    const side = framed ? 4 : shape.kind === 'task' ? 16 : 34;
    xs.push(shape.x - side, shape.x + shape.width + side);
    ys.push(shape.y - (framed ? 4 : 40), shape.y + shape.height + (framed ? 4 : 50));
  }
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/**
 * With `english`, elements are called by their English names where they have one. Null when the
 * text is not XML or carries no diagram: the caller then shows the list alone.
 */
export function readDiagram(xml: string, english = false): Diagram | null {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) return null;
  const byId = new Map<string, Element>();
  for (const element of document.getElementsByTagName('*')) {
    const id = element.getAttribute('id');
    if (id) byId.set(id, element);
  }
  const elementOf = (drawn: Element) => byId.get(drawn.getAttribute('bpmnElement') ?? '');
  const shapes = [...document.getElementsByTagNameNS(DI, 'BPMNShape')]
    .map((drawn) => readShape(drawn, elementOf(drawn), english))
    .filter((shape): shape is Shape => shape !== null);
  if (shapes.length === 0) return null;
  const edges = [...document.getElementsByTagNameNS(DI, 'BPMNEdge')]
    .map((drawn) => readEdge(drawn, elementOf(drawn), english))
    .filter((edge) => edge.points.length > 1);
  return { view: viewOf(shapes, edges), shapes, edges };
}

/** Breaks a name into lines of at most `width` characters, at spaces only. */
export function breakLines(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && (last + ' ' + word).length <= width) {
      lines[lines.length - 1] = last + ' ' + word;
    } else if (word) {
      lines.push(word);
    }
  }
  return lines;
}
