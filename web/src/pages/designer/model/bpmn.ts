// A process as a list of steps: read from BPMN 2.0 XML and changed in it. What is not changed stays
// as it was written, extensions and drawing included; what is added gets a place in the drawing
// (layout.ts). Each change takes the XML and gives the new XML; ids are the XML's own.
import {
  attribute, below, child, elements, insert, local, localAttribute, make, parseXml, prefixOf,
  setAttribute, setText, takeOut, textOf, writeXml, type XmlDocument, type XmlElement,
} from './xml';
import { placeAfter, takeFromDrawing, drawAnew, type Drawn } from './layout';

export const MOTCUA = 'urn:motcua:bpmn:1';
export const NAME_EN = 'name-en';
const NODE = /(Task|task|Event|Gateway|subProcess|transaction|callActivity)$/;

export interface Branch { id: string; name: string; name_en: string; condition: string;
  target: string; usual: boolean }
export interface Step {
  id: string;
  name: string;
  /** Beside it in the drawing; steps of people have theirs in the texts. */
  name_en: string;
  /** BPMN's own name of the element: userTask, exclusiveGateway, … */
  kind: string;
  act: string;
  role: string;
  unit: string;
  share_of: string;
  /** Its approval decides the case. */
  decides: boolean;
  /** Business rule tasks: the table they ask; with scripts, the variable that takes the value. */
  decision: string;
  result: string;
  /** Timers in working time: the term. */
  wait: string;
  incoming: string[];
  outgoing: Branch[];
  is_task: boolean;
  is_gateway: boolean;
  is_timer: boolean;
  /** Of a sub-process: what is in it, in its order. */
  inner: Step[];
}

export interface Process { document: XmlDocument; process: XmlElement; steps: Step[] }

function processOf(document: XmlDocument): XmlElement {
  const process = elements(document.root, 'process')[0];
  if (!process) throw new Error('no process in the document');
  return process;
}

function nodesOf(process: XmlElement): XmlElement[] {
  return elements(process).filter((one) => NODE.test(local(one)) && attribute(one, 'id'));
}

function flowsOf(process: XmlElement): XmlElement[] {
  return elements(process, 'sequenceFlow');
}

function branchOf(flow: XmlElement, usual: string): Branch {
  return {
    id: attribute(flow, 'id'), name: attribute(flow, 'name'),
    name_en: localAttribute(flow, NAME_EN),
    condition: textOf(child(flow, 'conditionExpression')).trim(),
    target: attribute(flow, 'targetRef'), usual: usual === attribute(flow, 'id'),
  };
}

function stepOf(node: XmlElement, flows: XmlElement[]): Step {
  const id = attribute(node, 'id');
  const kind = local(node);
  return {
    id, kind, name: attribute(node, 'name'), name_en: localAttribute(node, NAME_EN),
    act: localAttribute(node, 'act'),
    role: localAttribute(node, 'role'), unit: localAttribute(node, 'unit'),
    share_of: localAttribute(node, 'share-of'),
    decides: localAttribute(node, 'decides') === 'true',
    decision: localAttribute(node, 'decision'), result: localAttribute(node, 'result'),
    wait: localAttribute(child(node, 'timerEventDefinition') ?? node, 'working-time'),
    incoming: flows.filter((flow) => attribute(flow, 'targetRef') === id)
      .map((flow) => attribute(flow, 'sourceRef')),
    outgoing: flows.filter((flow) => attribute(flow, 'sourceRef') === id)
      .map((flow) => branchOf(flow, attribute(node, 'default'))),
    is_task: /task$/i.test(kind) || /^(subProcess|transaction|callActivity)$/.test(kind),
    is_gateway: /Gateway$/.test(kind),
    is_timer: child(node, 'timerEventDefinition') !== undefined,
    inner: IN_ITSELF.test(kind) ? stepsIn(node) : [],
  };
}

const IN_ITSELF = /^(subProcess|transaction)$/;

/** Of a process or sub-process. */
function stepsIn(scope: XmlElement): Step[] {
  const flows = flowsOf(scope);
  return inOrder(nodesOf(scope).map((node) => stepOf(node, flows)));
}

/** With those inside sub-processes, each behind the one it is in. */
export function withInner(steps: Step[]): Step[] {
  return steps.flatMap((step) => [step, ...withInner(step.inner)]);
}

/** From the start on, each step after those that lead to it where the process runs forward. */
function inOrder(steps: Step[]): Step[] {
  const by_id = new Map(steps.map((step) => [step.id, step]));
  const done = new Set<string>();
  const after: Step[] = [];
  const visit = (step: Step) => {
    if (done.has(step.id)) return;
    done.add(step.id);
    for (const branch of [...step.outgoing].reverse()) {
      const next = by_id.get(branch.target);
      if (next) visit(next);
    }
    after.unshift(step);
  };
  const starts = steps.filter((step) => step.kind === 'startEvent');
  const others = steps.filter((step) => step.kind !== 'startEvent');
  for (const step of [...others.filter((one) => one.incoming.length === 0)].reverse()) visit(step);
  const seeds = after.splice(0);
  done.clear();
  for (const step of [...seeds.filter((one) => one.incoming.length === 0
    && one.kind !== 'startEvent'), ...starts]) visit(step);
  for (const step of steps) if (!done.has(step.id)) after.push(step);
  return after;
}

export function readProcess(xml: string): Process {
  const document = parseXml(xml);
  const process = processOf(document);
  return { document, process, steps: stepsIn(process) };
}

function change(xml: string, work: (read: Process) => void): string {
  const read = readProcess(xml);
  work(read);
  return writeXml(read.document);
}

function byId(read: Process, id: string): XmlElement | undefined {
  return below(read.process).find((one) => attribute(one, 'id') === id);
}

/** The prefix under which the document names our attributes; declared where it is not yet. */
function motcuaPrefix(document: XmlDocument): string {
  const found = document.root.attributes.find(([, value]) => value === MOTCUA);
  if (found) return found[0].replace(/^xmlns:/, '');
  setAttribute(document.root, 'xmlns:motcua', MOTCUA);
  return 'motcua';
}

export function freeId(read: Process, wish: string): string {
  const taken = new Set(below(read.document.root).map((one) => attribute(one, 'id')));
  if (!taken.has(wish)) return wish;
  for (let count = 2; ; count++) if (!taken.has(`${wish}-${count}`)) return `${wish}-${count}`;
}

/** Letters without marks, for an id a person can still read. */
export function idOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 30).replace(/-$/, '');
  return /^[a-z]/.test(plain) ? plain : `step${plain ? '-' + plain : ''}`;
}

export type StepPart = 'name' | 'name-en' | 'act' | 'role' | 'unit' | 'share-of' | 'decides'
  | 'decision' | 'result';

export function setPart(xml: string, id: string, part: StepPart, value: string): string {
  return change(xml, (read) => {
    const node = byId(read, id);
    if (!node) return;
    if (part === 'name') setAttribute(node, 'name', value);
    else setAttribute(node, `${motcuaPrefix(read.document)}:${part}`, value);
    if (part === 'unit') intoLane(read, node, value);
  });
}

/** How long a timer waits, in the office's working time. */
export function setWait(xml: string, id: string, term: string): string {
  return change(xml, (read) => {
    const node = byId(read, id);
    const timer = node && child(node, 'timerEventDefinition');
    if (timer) setAttribute(timer, `${motcuaPrefix(read.document)}:working-time`, term);
  });
}

/** Tasks of people, those inside sub-processes too. */
export function peoplesTasks(xml: string): { id: string; name: string }[] {
  try {
    return below(parseXml(xml).root).filter((one) => local(one) === 'userTask')
      .map((one) => ({ id: attribute(one, 'id'), name: attribute(one, 'name') }));
  } catch {
    return [];
  }
}

export interface DrawnName { id: string; kind: 'process' | 'lane' | 'gateway' | 'event' | 'flow';
  vi: string; en: string }

function drawnKind(element: XmlElement): DrawnName['kind'] | undefined {
  const kind = local(element);
  if (kind === 'process' || kind === 'lane') return kind;
  if (kind === 'participant') return 'process';
  if (/Gateway$/.test(kind)) return 'gateway';
  if (kind === 'sequenceFlow' || kind === 'messageFlow') return 'flow';
  return /Event$/.test(kind) && !child(element, 'timerEventDefinition') ? 'event' : undefined;
}

/** What is drawn and named but no step: those have their names in the texts. */
export function drawnNames(xml: string): DrawnName[] {
  try {
    return below(parseXml(xml).root).flatMap((one): DrawnName[] => {
      const kind = drawnKind(one);
      const names = { vi: attribute(one, 'name'), en: localAttribute(one, NAME_EN) };
      return kind && (names.vi || names.en) ? [{ id: attribute(one, 'id'), kind, ...names }] : [];
    });
  } catch {
    return [];
  }
}

export function setDrawnName(xml: string, id: string, language: 'vi' | 'en', name: string): string {
  const document = parseXml(xml);
  const element = below(document.root).find((one) => attribute(one, 'id') === id
    && drawnKind(one) !== undefined);
  if (!element) return xml;
  setAttribute(element, language === 'vi' ? 'name' : `${motcuaPrefix(document)}:${NAME_EN}`, name);
  return writeXml(document);
}

function lanesOf(read: Process): XmlElement[] {
  return elements(child(read.process, 'laneSet') ?? make('none')).filter(
    (one) => local(one) === 'lane');
}

function laneOfNode(read: Process, id: string): XmlElement | undefined {
  return lanesOf(read).find((lane) => elements(lane, 'flowNodeRef')
    .some((one) => textOf(one).trim() === id));
}

/** The lane where the others of this unit are; none where nobody of it has a step yet. */
function laneOfUnit(read: Process, unit: string, but: string): XmlElement | undefined {
  const mate = nodesOf(read.process).find((one) => localAttribute(one, 'unit') === unit
    && attribute(one, 'id') !== but);
  return mate && laneOfNode(read, attribute(mate, 'id'));
}

function outOfLanes(read: Process, id: string): void {
  for (const lane of lanesOf(read)) {
    for (const one of elements(lane, 'flowNodeRef')) {
      if (textOf(one).trim() === id) takeOut(lane, one);
    }
  }
}

function joinLane(lane: XmlElement, id: string): void {
  insert(lane, make(`${prefixOf(lane)}flowNodeRef`, [], [{ kind: 'text', raw: id }]));
}

/** What is inside a sub-process is in no lane of its own: the sub-process is. */
function intoLane(read: Process, node: XmlElement, unit: string): void {
  if (!nodesOf(read.process).includes(node)) return;
  const id = attribute(node, 'id');
  const lane = laneOfUnit(read, unit, id);
  if (!lane || lane === laneOfNode(read, id)) return;
  outOfLanes(read, id);
  joinLane(lane, id);
  drawAnew(drawnOf(read));
}

function drawnOf(read: Process): Drawn {
  return { root: read.document.root, process: read.process,
    nodes: nodesOf(read.process), flows: flowsOf(read.process), lanes: lanesOf(read) };
}

function setRefs(read: Process, flow: XmlElement, end: 'sourceRef' | 'targetRef',
  id: string): void {
  const side = end === 'sourceRef' ? 'outgoing' : 'incoming';
  const flow_id = attribute(flow, 'id');
  const old = byId(read, attribute(flow, end));
  for (const one of old ? elements(old, side) : []) {
    if (textOf(one).trim() === flow_id) takeOut(old!, one);
  }
  setAttribute(flow, end, id);
  const now = byId(read, id);
  if (now) addRef(now, side, flow_id);
}

function addRef(node: XmlElement, side: 'incoming' | 'outgoing', flow: string): void {
  const before = side === 'incoming' ? elements(node, 'outgoing')[0] : undefined;
  insert(node, make(`${prefixOf(node)}${side}`, [], [{ kind: 'text', raw: flow }]), before);
}

function addFlow(read: Process, from: string, to: string, name = ''): XmlElement {
  const id = freeId(read, `${from}-to-${to}`);
  const flow = make(`${prefixOf(read.process)}sequenceFlow`, [['id', id],
    ...(name ? [['name', name] as [string, string]] : []), ['sourceRef', from], ['targetRef', to]]);
  insert(read.process, flow);
  const [source, target] = [byId(read, from), byId(read, to)];
  if (source) addRef(source, 'outgoing', id);
  if (target) addRef(target, 'incoming', id);
  return flow;
}

function dropFlow(read: Process, flow: XmlElement): void {
  const id = attribute(flow, 'id');
  for (const node of nodesOf(read.process)) {
    for (const one of [...elements(node, 'incoming'), ...elements(node, 'outgoing')]) {
      if (textOf(one).trim() === id) takeOut(node, one);
    }
    if (attribute(node, 'default') === id) setAttribute(node, 'default', '');
  }
  takeOut(read.process, flow);
  takeFromDrawing(drawnOf(read), id);
}

function addNode(read: Process, node: XmlElement): void {
  insert(read.process, node, flowsOf(read.process)[0]);
}

/** Puts a node between a flow's two ends. */
function intoFlow(read: Process, flow: XmlElement, id: string): void {
  const target = attribute(flow, 'targetRef');
  setRefs(read, flow, 'targetRef', id);
  addFlow(read, id, target);
  placeAfter(drawnOf(read), attribute(flow, 'sourceRef'), id);
}

/** Takes a node out; what led to it leads on to what it led to first. */
function outOfFlow(read: Process, id: string): void {
  const flows = flowsOf(read.process);
  const [next, ...more] = flows.filter((flow) => attribute(flow, 'sourceRef') === id);
  const target = next && attribute(next, 'targetRef');
  for (const flow of flows.filter((one) => attribute(one, 'targetRef') === id)) {
    const circle = attribute(flow, 'sourceRef') === target || attribute(flow, 'sourceRef') === id;
    if (target && !(circle && flow !== next)) setRefs(read, flow, 'targetRef', target);
    else dropFlow(read, flow);
  }
  for (const flow of [next, ...more]) if (flow) dropFlow(read, flow);
}

export interface NewStep { id?: string; name: string; act: string; role: string; unit: string }

/** A new step behind another: on the flow given, or on that step's usual one. */
export function addStep(xml: string, after: string, step: NewStep, on?: string):
{ xml: string; id: string } {
  let id = '';
  const changed = change(xml, (read) => {
    const from = byId(read, after);
    const flows = flowsOf(read.process).filter((flow) => attribute(flow, 'sourceRef') === after);
    const usual = from && attribute(from, 'default');
    const flow = flows.find((one) => attribute(one, 'id') === (on ?? usual)) ?? flows[0];
    if (!flow) return;
    id = freeId(read, step.id ?? idOf(step.name));
    const own = motcuaPrefix(read.document);
    addNode(read, make(`${prefixOf(read.process)}userTask`, [['id', id], ['name', step.name],
      [`${own}:act`, step.act], [`${own}:role`, step.role], [`${own}:unit`, step.unit]]));
    const lane = laneOfUnit(read, step.unit, id) ?? laneOfNode(read, after);
    if (lane) joinLane(lane, id);
    intoFlow(read, flow, id);
  });
  return { xml: changed, id };
}

/** The events at a step's border go with it, and what they led to stays unreached (Check says). */
function dropNode(read: Process, node: XmlElement): void {
  const id = attribute(node, 'id');
  for (const event of nodesOf(read.process)) {
    if (attribute(event, 'attachedToRef') !== id) continue;
    for (const flow of flowsOf(read.process)) {
      if (attribute(flow, 'sourceRef') === attribute(event, 'id')) dropFlow(read, flow);
    }
    dropNode(read, event);
  }
  outOfLanes(read, id);
  takeOut(read.process, node);
  for (const one of [node, ...below(node)]) {
    const own = attribute(one, 'id');
    if (own) takeFromDrawing(drawnOf(read), own);
  }
}

export function removeStep(xml: string, id: string): string {
  return change(xml, (read) => {
    const node = byId(read, id);
    if (!node) return;
    outOfFlow(read, id);
    dropNode(read, node);
    for (const other of nodesOf(read.process)) {
      const share = other.attributes.find(([name]) => name.endsWith(':share-of'));
      if (share?.[1] === id) setAttribute(other, share[0], '');
    }
  });
}

/** The step behind (+1) or before (-1) which this would come; undefined where it cannot move. */
export function neighbour(steps: Step[], id: string, by: 1 | -1): Step | undefined {
  const step = steps.find((one) => one.id === id);
  if (!step?.is_task || step.outgoing.length !== 1) return undefined;
  const other = by > 0 ? step.outgoing[0]?.target : step.incoming[0];
  const found = steps.find((one) => one.id === other);
  return found && !/^(startEvent|endEvent)$/.test(found.kind) ? found : undefined;
}

export function moveStep(xml: string, id: string, by: 1 | -1): string {
  return change(xml, (read) => {
    const other = neighbour(read.steps, id, by);
    if (!other) return;
    const flows = () => flowsOf(read.process);
    outOfFlow(read, id);
    const usual = other.outgoing.find((branch) => branch.usual) ?? other.outgoing[0];
    const onto = by > 0
      ? flows().find((flow) => attribute(flow, 'id') === usual?.id)
        ?? flows().find((flow) => attribute(flow, 'sourceRef') === other.id)
      : flows().find((flow) => attribute(flow, 'targetRef') === other.id);
    if (!onto) return;
    takeFromDrawing(drawnOf(read), id);
    intoFlow(read, onto, id);
    if (by < 0) {
      // who came to the step moved behind comes to this one first
      for (const flow of flows()) {
        const source = attribute(flow, 'sourceRef');
        if (attribute(flow, 'targetRef') === other.id && source !== id) {
          setRefs(read, flow, 'targetRef', id);
        }
      }
    }
    drawAnew(drawnOf(read));
  });
}

export function setBranch(xml: string, flow_id: string,
  part: 'name' | 'name-en' | 'condition' | 'target' | 'usual', value: string): string {
  return change(xml, (read) => {
    const flow = byId(read, flow_id);
    if (!flow) return;
    if (part === 'name') setAttribute(flow, 'name', value);
    if (part === 'name-en') setAttribute(flow, `${motcuaPrefix(read.document)}:${NAME_EN}`, value);
    if (part === 'target') {
      setRefs(read, flow, 'targetRef', value);
      takeFromDrawing(drawnOf(read), flow_id);
      drawAnew(drawnOf(read));
    }
    if (part === 'condition') setCondition(read, flow, value);
    if (part === 'usual') {
      const node = byId(read, attribute(flow, 'sourceRef'));
      if (node) setAttribute(node, 'default', flow_id);
      setCondition(read, flow, '');
    }
  });
}

function setCondition(read: Process, flow: XmlElement, text: string): void {
  const there = child(flow, 'conditionExpression');
  if (!text) { if (there) takeOut(flow, there); return; }
  if (there) { setText(there, text); return; }
  const made = make(`${prefixOf(read.process)}conditionExpression`,
    [['xsi:type', `${prefixOf(read.process)}tFormalExpression`]]);
  if (!attribute(read.document.root, 'xmlns:xsi')) {
    setAttribute(read.document.root, 'xmlns:xsi', 'http://www.w3.org/2001/XMLSchema-instance');
  }
  setText(made, text);
  insert(flow, made);
}

export interface NewBranch { name: string; condition: string; target: string }

/** Another way on behind a step; its way so far becomes the usual one. */
export function addBranch(xml: string, after: string, branch: NewBranch): string {
  return change(xml, (read) => {
    const step = read.steps.find((one) => one.id === after);
    let gateway = step?.is_gateway ? after : '';
    const onward = read.steps.find((one) => one.id === step?.outgoing[0]?.target);
    if (!gateway && onward?.kind === 'exclusiveGateway' && onward.outgoing.length > 1
      && onward.incoming.length === 1) gateway = onward.id;
    if (!gateway) {
      const flow = flowsOf(read.process).find((one) => attribute(one, 'sourceRef') === after);
      if (!flow) return;
      gateway = freeId(read, `${after}-way`);
      const lane = laneOfNode(read, after);
      addNode(read, make(`${prefixOf(read.process)}exclusiveGateway`, [['id', gateway]]));
      if (lane) joinLane(lane, gateway);
      intoFlow(read, flow, gateway);
      const usual = flowsOf(read.process).find((one) => attribute(one, 'sourceRef') === gateway);
      setAttribute(byId(read, gateway)!, 'default', attribute(usual, 'id'));
    }
    const flow = addFlow(read, gateway, branch.target, branch.name);
    setCondition(read, flow, branch.condition);
    drawAnew(drawnOf(read));
  });
}

/** A gateway that is left with one way in and one way out goes, too. */
export function removeBranch(xml: string, flow_id: string): string {
  return change(xml, (read) => {
    const flow = byId(read, flow_id);
    if (!flow) return;
    const gateway = attribute(flow, 'sourceRef');
    dropFlow(read, flow);
    const flows = flowsOf(read.process);
    const out = flows.filter((one) => attribute(one, 'sourceRef') === gateway);
    const back = flows.filter((one) => attribute(one, 'targetRef') === gateway);
    const node = byId(read, gateway);
    if (out.length !== 1 || back.length !== 1 || !node || !/Gateway$/.test(local(node))) return;
    outOfFlow(read, gateway);
    dropNode(read, node);
    for (const kept of back) setCondition(read, kept, textOf(child(kept, 'conditionExpression')));
    drawAnew(drawnOf(read));
  });
}

/** Lays the whole drawing out from left to right. */
export function layOut(xml: string): string {
  return change(xml, (read) => drawAnew(drawnOf(read), true));
}
