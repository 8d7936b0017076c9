// A line over time with a target line. Gaps stay gaps: a period with no value breaks the line.
import { useEffect, useRef } from 'preact/hooks';
import { ChartTableView, type ChartTable } from './chart_table';
import { clearest, everyNth, place as placeOn, scaleOf, type Scale, type Spot } from './scale';
import './chart.css';

/** value is for the drawing; text is what a person reads, as the server wrote it. */
export interface LinePoint { label: string; value: number | null; text: string }
export interface Target { value: number; text: string }

interface Props { label: string; points: LinePoint[]; table: ChartTable; target?: Target;
  ceiling?: number; unit?: string }

const WIDTH = 640;
const HEIGHT = 250;
const LEFT = 52;
const RIGHT = WIDTH - 24;
const TOP = 26;
const BOTTOM = 208;
/** Room under the target line for its words, and half their width. */
const ROOM = 0.5;
const HALF_WORDS = 32;

interface Placed { x: number; y: number | null; point: LinePoint }

function linePath(placed: Placed[]): string {
  let path = '';
  let drawing = false;
  for (const { x, y } of placed) {
    if (y !== null) path += `${drawing ? 'L' : 'M'}${x} ${y}`;
    drawing = y !== null;
  }
  return path;
}

function Grid({ scale, unit }: { scale: Scale; unit: string }) {
  return (
    <g>
      {scale.ticks.map((tick) => {
        const y = placeOn(scale, tick, BOTTOM, TOP);
        return (
          <g key={tick}>
            <line class="chart-grid" x1={LEFT} x2={RIGHT} y1={y} y2={y} />
            <text x={LEFT - 8} y={y + 4} text-anchor="end">{tick}{unit}</text>
          </g>
        );
      })}
    </g>
  );
}

/** Above or below the line, wherever the drawn values leave its words most room. */
function TargetLine({ y, text, drawn }: { y: number; text: string; drawn: Spot[] }) {
  const spots: Spot[] = [];
  for (let x = LEFT + 6 + HALF_WORDS; x <= RIGHT - HALF_WORDS; x += 8) {
    spots.push({ x, y: y + 12 }, { x, y: y - 11 });
  }
  const spot = clearest(spots, drawn, HALF_WORDS) ?? { x: LEFT, y };
  return (
    <g>
      <line class="chart-target" x1={LEFT} x2={RIGHT} y1={y} y2={y} />
      <text class="chart-halo" x={spot.x} y={spot.y + 4} text-anchor="middle">{text}</text>
    </g>
  );
}

function Points({ placed }: { placed: Placed[] }) {
  const shown = placed.filter((item) => item.y !== null);
  const last = shown[shown.length - 1];
  return (
    <g>
      {shown.map((item) => (
        <circle key={item.point.label} class="chart-dot" cx={item.x} cy={item.y ?? 0}
          r={item === last ? 5 : 3.5}>
          <title>{`${item.point.label}: ${item.point.text}`}</title>
        </circle>
      ))}
      {last && (
        <text class="chart-value chart-halo" x={last.x} y={(last.y ?? 0) - 11}
          text-anchor={last.x > RIGHT - 40 ? 'end' : 'middle'}>
          {last.point.text}
        </text>
      )}
    </g>
  );
}

/** On the phone the drawing is wider than the screen: it opens at its latest end. */
function useLatestEnd(points: LinePoint[]) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { place.current?.scrollTo({ left: WIDTH }); }, [points]);
  return place;
}

export function LineChart({ label, points, table, target, ceiling = Infinity, unit = '' }: Props) {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const scale = scaleOf(target ? [...values, target.value - ROOM] : values, ceiling);
  const gap = points.length > 1 ? (RIGHT - LEFT - 24) / (points.length - 1) : 0;
  const placed = points.map((point, index) => ({
    point, x: Math.round((LEFT + 12 + index * gap) * 10) / 10,
    y: point.value === null ? null : placeOn(scale, point.value, BOTTOM, TOP),
  }));
  const place = useLatestEnd(points);
  const every = everyNth(points.length, 9);
  return (
    <figure class="chart-figure">
      <div class="chart-scroll" ref={place} role="group" aria-label={table.caption} tabIndex={0}>
        <svg class="chart" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
          <Grid scale={scale} unit={unit} />
          {target && (
            <TargetLine y={placeOn(scale, target.value, BOTTOM, TOP)} text={target.text}
              drawn={placed.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]))} />
          )}
          <path class="chart-line" d={linePath(placed)} />
          <Points placed={placed} />
          {placed.map((item, index) => ((points.length - 1 - index) % every === 0 ? (
            <text key={item.point.label} x={item.x} y={BOTTOM + 26} text-anchor="middle">
              {item.point.label}
            </text>
          ) : null))}
        </svg>
      </div>
      <ChartTableView table={table} />
    </figure>
  );
}
