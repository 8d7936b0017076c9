// The drawing (BPMN DI) of a process that was changed in the step list: a new node gets a gap made
// for it, what was drawn keeps its order and distances, and only flows that have changed are led
// anew. `drawAnew(drawn, true)` lays everything out from left to right, lane below lane.
import {
  attribute, below, child, elements, insert, local, make, prefixOf, setAttribute, takeOut, textOf,
  type XmlElement,
} from './xml';

export interface Drawn { root: XmlElement; process: XmlElement; nodes: XmlElement[];
  flows: XmlElement[]; lanes: XmlElement[] }
interface Box { x: number; y: number; width: number; height: number }

const COLUMN = 170;
const ROW = 110;
const LANE = 130;
const LEFT = 80;
const TOP = 80;
const HEAD = 142;

function planeOf(drawn: Drawn): XmlElement {
  const found = below(drawn.root).find((one) => local(one) === 'BPMNPlane');
  if (found) return found;
  const names: [string, string][] = [
    ['xmlns:bpmndi', 'http://www.omg.org/spec/BPMN/20100524/DI'],
    ['xmlns:dc', 'http://www.omg.org/spec/DD/20100524/DC'],
    ['xmlns:di', 'http://www.omg.org/spec/DD/20100524/DI']];
  for (const [name, value] of names) setAttribute(drawn.root, name, value);
  const plane = make('bpmndi:BPMNPlane', [['id', 'plane'],
    ['bpmnElement', attribute(drawn.process, 'id')]]);
  insert(drawn.root, make('bpmndi:BPMNDiagram', [['id', 'diagram']], [plane]));
  return plane;
}

function drawingOf(drawn: Drawn, id: string): XmlElement | undefined {
  return elements(planeOf(drawn)).find((one) => attribute(one, 'bpmnElement') === id);
}

function boxOf(shape: XmlElement | undefined): Box | undefined {
  const bounds = child(shape, 'Bounds');
  if (!bounds) return undefined;
  const number = (name: string) => Number(attribute(bounds, name)) || 0;
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}

function setBox(drawn: Drawn, id: string, box: Box): void {
  let shape = drawingOf(drawn, id);
  if (!shape) {
    const plane = planeOf(drawn);
    shape = make(`${prefixOf(plane)}BPMNShape`, [['id', `${id}-shape`], ['bpmnElement', id]],
      [make(`${namespaceOf(drawn.root, 'http://www.omg.org/spec/DD/20100524/DC')}Bounds`)]);
    const first_edge = elements(plane, 'BPMNEdge')[0];
    insert(plane, shape, first_edge);
  }
  const bounds = child(shape, 'Bounds')!;
  for (const [name, value] of Object.entries(box)) setAttribute(bounds, name, String(value));
}

function namespaceOf(root: XmlElement, uri: string): string {
  const found = root.attributes.find(([, value]) => value === uri);
  return found ? `${found[0].replace(/^xmlns:?/, '')}:`.replace(/^:$/, '') : '';
}

function sizeOf(node: XmlElement): { width: number; height: number } {
  const kind = local(node);
  if (/Event$/.test(kind)) return { width: 36, height: 36 };
  return /Gateway$/.test(kind) ? { width: 50, height: 50 } : { width: 120, height: 80 };
}

export function takeFromDrawing(drawn: Drawn, id: string): void {
  const plane = planeOf(drawn);
  const found = drawingOf(drawn, id);
  if (found) takeOut(plane, found);
}

function middleOf(box: Box): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function laneOf(drawn: Drawn, id: string): XmlElement | undefined {
  return drawn.lanes.find((lane) => elements(lane, 'flowNodeRef')
    .some((one) => textOf(one).trim() === id));
}

/** Everything from a line on moves right; lanes over it grow. */
function makeGap(drawn: Drawn, from: number): void {
  for (const one of elements(planeOf(drawn))) {
    for (const point of elements(one, 'waypoint')) {
      const x = Number(attribute(point, 'x'));
      if (x >= from) setAttribute(point, 'x', String(x + COLUMN));
    }
    for (const bounds of below(one).filter((inner) => local(inner) === 'Bounds')) {
      const x = Number(attribute(bounds, 'x'));
      const width = Number(attribute(bounds, 'width'));
      if (x >= from) setAttribute(bounds, 'x', String(x + COLUMN));
      else if (x + width > from) setAttribute(bounds, 'width', String(width + COLUMN));
    }
  }
}

/** A place for a new node behind another, in its own lane. */
export function placeAfter(drawn: Drawn, after: string, id: string): void {
  const before = boxOf(drawingOf(drawn, after));
  const node = drawn.nodes.find((one) => attribute(one, 'id') === id);
  if (!before || !node) { drawAnew(drawn, true); return; }
  makeGap(drawn, before.x + before.width + 1);
  const lane = laneOf(drawn, id);
  const band = lane && boxOf(drawingOf(drawn, attribute(lane, 'id')));
  const size = sizeOf(node);
  const y = band ? band.y + band.height / 2 : middleOf(before).y;
  setBox(drawn, id, { x: Math.round(before.x + before.width + 50),
    y: Math.round(y - size.height / 2), ...size });
  drawAnew(drawn);
}

type Point = [number, number];

/** From box to box: straight, with one corner, or round below for a way back. */
function wayOf(from: Box, to: Box, same: boolean): Point[] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [right, left] = [from.x + from.width, to.x];
  if (same || left < right) {
    const low = Math.max(from.y + from.height, to.y + to.height) + 22;
    return [[a.x, from.y + from.height], [a.x, low], [b.x, low], [b.x, to.y + to.height]];
  }
  if (Math.abs(a.y - b.y) < 2) return [[right, a.y], [left, b.y]];
  const bend = Math.max(right + 10, left - 20);
  return [[right, a.y], [bend, a.y], [bend, b.y], [left, b.y]];
}

/** Still meets both its ends: then it is as its author drew it. */
function meets(edge: XmlElement, from: Box, to: Box): boolean {
  const points = elements(edge, 'waypoint').map((one): Point => (
    [Number(attribute(one, 'x')), Number(attribute(one, 'y'))]));
  const [first, last] = [points[0], points.at(-1)];
  const at = (point: Point, box: Box) => point[0] >= box.x - 2 && point[1] >= box.y - 2
    && point[0] <= box.x + box.width + 2 && point[1] <= box.y + box.height + 2;
  return first !== undefined && last !== undefined && at(first, from) && at(last, to);
}

function drawFlow(drawn: Drawn, flow: XmlElement): void {
  const id = attribute(flow, 'id');
  const from = boxOf(drawingOf(drawn, attribute(flow, 'sourceRef')));
  const to = boxOf(drawingOf(drawn, attribute(flow, 'targetRef')));
  if (!from || !to) return;
  const there = drawingOf(drawn, id);
  if (there && meets(there, from, to)) return;
  const plane = planeOf(drawn);
  const point = `${namespaceOf(drawn.root, 'http://www.omg.org/spec/DD/20100524/DI')}waypoint`;
  const points = wayOf(from, to, attribute(flow, 'sourceRef') === attribute(flow, 'targetRef'))
    .map(([x, y]) => make(point, [['x', String(Math.round(x))], ['y', String(Math.round(y))]]));
  if (there) {
    there.children = [...there.children.filter((node) => !(node.kind === 'element'
      && (local(node) === 'waypoint' || local(node) === 'BPMNLabel'))
      && !(node.kind === 'text' && !node.raw.trim())), ...points];
    return;
  }
  insert(plane, make(`${prefixOf(plane)}BPMNEdge`, [['id', `${id}-edge`], ['bpmnElement', id]],
    points));
}

/** How many steps lie before a node at most, ways back left out. */
function columnsOf(drawn: Drawn): Map<string, number> {
  const columns = new Map<string, number>();
  const outgoing = new Map<string, string[]>();
  for (const flow of drawn.flows) {
    const from = attribute(flow, 'sourceRef');
    outgoing.set(from, [...outgoing.get(from) ?? [], attribute(flow, 'targetRef')]);
  }
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const order: string[] = [];
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const next of outgoing.get(id) ?? []) {
      if (state.get(next) === 'open') back.add(`${id}>${next}`);
      else if (!state.has(next)) visit(next);
    }
    state.set(id, 'done');
    order.unshift(id);
  };
  const starts = drawn.nodes.filter((one) => local(one) === 'startEvent');
  for (const node of [...starts, ...drawn.nodes]) {
    const id = attribute(node, 'id');
    if (!state.has(id)) visit(id);
  }
  for (const id of order) {
    const mine = columns.get(id) ?? 0;
    columns.set(id, mine);
    for (const next of outgoing.get(id) ?? []) {
      if (!back.has(`${id}>${next}`)) {
        columns.set(next, Math.max(columns.get(next) ?? 0, mine + 1));
      }
    }
  }
  return columns;
}

interface Cell { id: string; column: number; row: number; lane: number }

/** Two nodes of one column in one lane stand below each other. */
function cellsOf(drawn: Drawn): Cell[] {
  const columns = columnsOf(drawn);
  const used = new Map<string, number>();
  return drawn.nodes.filter((node) => !attribute(node, 'attachedToRef')).map((node) => {
    const id = attribute(node, 'id');
    const lane = Math.max(0, drawn.lanes.indexOf(laneOf(drawn, id)!));
    const column = columns.get(id) ?? 0;
    const row = used.get(`${lane}/${column}`) ?? 0;
    used.set(`${lane}/${column}`, row + 1);
    return { id, column, row, lane };
  });
}

/** A sub-process that is drawn with what it contains keeps its size and takes all of it along. */
function moveWhole(drawn: Drawn, node: XmlElement, to: { x: number; y: number }): void {
  const from = boxOf(drawingOf(drawn, attribute(node, 'id')))!;
  const shift = (of: XmlElement) => {
    for (const [name, by] of [['x', to.x - from.x], ['y', to.y - from.y]] as const) {
      setAttribute(of, name, String((Number(attribute(of, name)) || 0) + by));
    }
  };
  for (const one of [node, ...below(node)]) {
    const shown = attribute(one, 'id') && drawingOf(drawn, attribute(one, 'id'));
    if (!shown) continue;
    for (const part of below(shown)) if (/^(Bounds|waypoint)$/.test(local(part))) shift(part);
  }
}

/** Room above a sub-process that stands below the lanes. */
const GAP = 60;

function layEverything(drawn: Drawn): void {
  const cells = cellsOf(drawn);
  const bands = Math.max(1, drawn.lanes.length);
  const heights = Array.from({ length: bands }, (_, lane) => {
    const rows = cells.filter((cell) => cell.lane === lane).map((cell) => cell.row + 1);
    return LANE + (Math.max(1, ...rows) - 1) * ROW;
  });
  const tops = heights.map((_, lane) => TOP + heights.slice(0, lane)
    .reduce((sum, height) => sum + height, 0));
  const width = HEAD + (Math.max(0, ...cells.map((cell) => cell.column)) + 1) * COLUMN;
  drawn.lanes.forEach((lane, index) => setBox(drawn, attribute(lane, 'id'),
    { x: LEFT, y: tops[index]!, width, height: heights[index]! }));
  let bottom = (tops.at(-1) ?? TOP) + (heights.at(-1) ?? LANE);
  for (const node of drawn.nodes) {
    const cell = cells.find((one) => one.id === attribute(node, 'id'));
    if (!cell) continue;
    const size = sizeOf(node);
    const x = LEFT + HEAD + cell.column * COLUMN + 18 - size.width / 2;
    const whole = boxOf(drawingOf(drawn, cell.id));
    if (below(node).some((one) => drawingOf(drawn, attribute(one, 'id'))) && whole) {
      moveWhole(drawn, node, { x: Math.round(x), y: bottom + GAP });
      bottom += GAP + whole.height;
      continue;
    }
    const y = tops[cell.lane]! + LANE / 2 + cell.row * ROW - size.height / 2;
    setBox(drawn, cell.id, { x: Math.round(x), y: Math.round(y), ...size });
  }
  for (const event of drawn.nodes.filter((one) => attribute(one, 'attachedToRef'))) {
    const host = boxOf(drawingOf(drawn, attribute(event, 'attachedToRef')));
    if (host) {
      setBox(drawn, attribute(event, 'id'), { x: host.x + host.width - 28,
        y: host.y + host.height - 18, width: 36, height: 36 });
    }
  }
}

/** Draws what is not drawn yet and leads flows whose ends have moved; `all` places every node. */
export function drawAnew(drawn: Drawn, all = false): void {
  const missing = drawn.nodes.some((node) => !drawingOf(drawn, attribute(node, 'id')));
  if (all || missing) layEverything(drawn);
  for (const flow of drawn.flows) drawFlow(drawn, flow);
}
