// A process as a picture: BPMN drawn as SVG, each step done, now or later, and if wanted a label
// with heat on a step (time spent). The same content follows as an ordered list for the keyboard
// and the screen reader. Colour is never alone: the current step also has a thick border and a
// mark, a finished one a tick. Must not know what a dossier is.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { language } from '../../app/language';
import { breakLines, readDiagram, type Diagram, type Edge, type Shape } from './read_bpmn';
import './process_drawing.css';

export type StepState = 'done' | 'now' | 'later';
export interface Step { id: string; name: string; state?: StepState; state_text?: string;
  note?: string }
/** level: 0 (cool) to 4 (hot). */
export interface Heat { level: number; label: string }
export interface DrawingWords { title: string; list: string; scroll: string; missing: string }

interface Props { xml: string; steps: Step[]; words: DrawingWords; heat?: Record<string, Heat>;
  /** What elements are called that are no steps of the list, timers for instance; by id. */
  names?: Record<string, string> }

const LINE = 15;
/** Names of lanes stand upright in a head 30 wide: two lines of them. */
const FRAME_LINE = 13;
const LETTER = 6.6;
/** A drawing wider than its place shrinks to this share of its size, then scrolls. */
const SMALLEST = 0.85;

function Label({ name, x, y, width, middle }:
  { name: string; x: number; y: number; width: number; middle?: boolean }) {
  const lines = breakLines(name, width);
  const top = middle ? y - ((lines.length - 1) / 2) * LINE + 4.5 : y;
  return (
    <text class="pd-label" text-anchor="middle">
      {lines.map((line, row) => <tspan key={row} x={x} y={top + row * LINE}>{line}</tspan>)}
    </text>
  );
}

function Mark({ shape, state }: { shape: Shape; state?: StepState }) {
  const x = shape.x + shape.width - 4;
  const y = shape.y + 4;
  if (state === 'done') {
    return (
      <g class="pd-mark pd-mark-done">
        <circle cx={x} cy={y} r="10" /><path d={`M${x - 4.5} ${y}l3.4 3.6l5.8 -7`} />
      </g>
    );
  }
  if (state === 'now') {
    return (
      <g class="pd-mark pd-mark-now">
        <circle cx={x} cy={y} r="10" /><circle class="pd-dot" cx={x} cy={y} r="4" />
      </g>
    );
  }
  return null;
}

function Task({ shape, name, state, heat }:
  { shape: Shape; name: string; state?: StepState; heat?: Heat }) {
  const middle = shape.x + shape.width / 2;
  const half = heat ? heat.label.length * 4 + 10 : 0;
  const warm = heat ? ` pd-heat-${Math.max(0, Math.min(4, heat.level))}` : '';
  return (
    <g class={`pd-task pd-${state ?? 'plain'}${warm}`}>
      <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx="8" />
      <Label name={name} x={middle} y={shape.y + shape.height / 2}
        width={Math.max(10, Math.floor(shape.width / LETTER))} middle />
      <Mark shape={shape} state={state} />
      {heat && (
        <g class="pd-pill">
          <rect x={middle - half} y={shape.y - 13} width={half * 2} height="24" rx="12" />
          <text x={middle} y={shape.y + 4} text-anchor="middle">{heat.label}</text>
        </g>
      )}
    </g>
  );
}

function Gateway({ shape }: { shape: Shape }) {
  const x = shape.x + shape.width / 2;
  const y = shape.y + shape.height / 2;
  const arm = shape.width * (shape.kind === 'parallel' ? 0.22 : 0.15);
  const sign = shape.kind === 'parallel'
    ? `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`
    : `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
  const corners = `${x},${shape.y} ${shape.x + shape.width},${y} ${x},${shape.y + shape.height} `
    + `${shape.x},${y}`;
  const lines = breakLines(shape.name, 20).length;
  return (
    <g class="pd-gateway">
      <polygon points={corners} />
      {shape.kind === 'inclusive' ? <circle cx={x} cy={y} r={arm * 1.4} /> : <path d={sign} />}
      <Label name={shape.name} x={x} y={shape.y - 8 - (lines - 1) * LINE} width={20} />
    </g>
  );
}

function Event({ shape, name }: { shape: Shape; name: string }) {
  const x = shape.x + shape.width / 2;
  const y = shape.y + shape.height / 2;
  const radius = shape.width / 2 - 1;
  return (
    <g class={`pd-event pd-event-${shape.kind}`}>
      <circle cx={x} cy={y} r={radius} />
      {shape.kind === 'event' && <circle cx={x} cy={y} r={radius - 3.5} />}
      {shape.timer && <path d={`M${x} ${y - radius * 0.5}V${y}h${radius * 0.4}`} />}
      <Label name={name} x={x} y={shape.y + shape.height + 17} width={17} />
    </g>
  );
}

function Frame({ shape }: { shape: Shape }) {
  const x = shape.x + 19;
  const y = shape.y + shape.height / 2;
  const lines = breakLines(shape.name, Math.max(8, Math.floor(shape.height / LETTER)));
  return (
    <g class="pd-frame">
      <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx="4" />
      <line x1={shape.x + 30} x2={shape.x + 30} y1={shape.y} y2={shape.y + shape.height} />
      <text class="pd-label" text-anchor="middle" transform={`rotate(-90 ${x} ${y})`}>
        {lines.map((line, row) => (
          <tspan key={row} x={x} y={y + (row - (lines.length - 1) / 2) * FRAME_LINE}>{line}</tspan>
        ))}
      </text>
    </g>
  );
}

/** A sub-process drawn with what it contains. */
function Whole({ shape, name }: { shape: Shape; name: string }) {
  return (
    <g class="pd-frame">
      <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx="8" />
      <Label name={name} x={shape.x + shape.width / 2} y={shape.y + 20}
        width={Math.floor(shape.width / LETTER)} />
    </g>
  );
}

function Arrow({ edge }: { edge: Edge }) {
  const points = edge.points.map((point) => `${point.x},${point.y}`).join(' ');
  const [from, to] = [edge.points[0]!, edge.points[1]!];
  const level = Math.abs(to.y - from.y) < Math.abs(to.x - from.x);
  const x = level ? (from.x + Math.min(from.x + 90, to.x)) / 2 : from.x + 6;
  const y = level ? from.y - 7 : (from.y + to.y) / 2;
  return (
    <g>
      <polyline class={edge.message ? 'pd-edge pd-message' : 'pd-edge'} points={points}
        marker-end="url(#pd-head)" />
      {edge.name && (
        <text class="pd-edge-name" x={x} y={y} text-anchor={level ? 'middle' : 'start'}>
          {edge.name}
        </text>
      )}
    </g>
  );
}

/** Steps are named in the page's language; what the list does not hold keeps the drawing's name. */
function Drawing({ diagram, steps, heat, title, names }:
  { diagram: Diagram; steps: Map<string, Step>; title: string; names: Record<string, string>;
    heat: Record<string, Heat> }) {
  const { view } = diagram;
  const framed = (shape: Shape) => shape.kind === 'lane' || shape.kind === 'pool';
  return (
    <svg class="pd" role="img" aria-label={title} width={view.width} height={view.height}
      style={{ minWidth: `${Math.round(view.width * SMALLEST)}px` }}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}>
      <defs>
        <marker id="pd-head" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8"
          markerHeight="8" orient="auto">
          <path class="pd-head" d="M0 0L10 5L0 10Z" />
        </marker>
      </defs>
      {diagram.shapes.filter(framed).map((shape) => <Frame key={shape.id} shape={shape} />)}
      {diagram.shapes.filter((shape) => shape.kind === 'whole').map((shape) => (
        <Whole key={shape.id} shape={shape} name={steps.get(shape.id)?.name ?? shape.name} />))}
      {diagram.edges.map((edge) => <Arrow key={edge.id} edge={edge} />)}
      {diagram.shapes.filter((shape) => !framed(shape) && shape.kind !== 'whole').map((shape) => (
        shape.kind === 'task'
          ? <Task key={shape.id} shape={shape} name={steps.get(shape.id)?.name ?? shape.name}
            state={steps.get(shape.id)?.state} heat={heat[shape.id]} />
          : /^(start|end|event)$/.test(shape.kind)
            ? <Event key={shape.id} shape={shape} name={names[shape.id] || shape.name} />
            : <Gateway key={shape.id} shape={shape} />
      ))}
    </svg>
  );
}

/** On a narrow screen the drawing opens at the current step. */
function showCurrent(scroller: HTMLDivElement | null): void {
  const step = scroller?.querySelector('.pd-now')?.getBoundingClientRect();
  if (!scroller || !step) return;
  const frame = scroller.getBoundingClientRect();
  scroller.scrollLeft += step.left + step.width / 2 - frame.left - frame.width / 2;
}

export function ProcessDrawing({ xml, steps, words, heat = {}, names = {} }: Props) {
  const diagram = useMemo(() => readDiagram(xml, language === 'en'), [xml]);
  const scroller = useRef<HTMLDivElement>(null);
  const by_id = new Map(steps.map((step) => [step.id, step]));
  const current = steps.filter((step) => step.state === 'now').map((step) => step.name).join(', ');
  useEffect(() => { showCurrent(scroller.current); }, [xml, current]);
  const title = current ? `${words.title}: ${current}` : words.title;
  return (
    <div class="pd-whole">
      {diagram ? (
        <div class="pd-scroll" ref={scroller} role="group" aria-label={words.scroll} tabIndex={0}>
          <Drawing diagram={diagram} steps={by_id} heat={heat} title={title} names={names} />
        </div>
      ) : <p class="muted">{words.missing}</p>}
      <ol class="pd-list" aria-label={words.list}>
        {steps.map((step) => (
          <li key={step.id} class={`pd-item pd-item-${step.state ?? 'plain'}`}
            aria-current={step.state === 'now' ? 'step' : undefined}>
            <span class="pd-item-name">{step.name}</span>
            {step.state_text && <span class="pd-item-state">{step.state_text}</span>}
            {(step.note || heat[step.id]) && (
              <span class="pd-item-note">
                {[step.note, heat[step.id]?.label].filter(Boolean).join(' · ')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
