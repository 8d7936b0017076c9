// Bars, plain or stacked, drawn inside a table: the picture and the data table are one thing, so
// every reader gets the same numbers. Widths are SVG attributes, never styles.
import type { ComponentChildren } from 'preact';
import './chart.css';

export type Tone = 'plain' | 'late' | 'soon' | 'done' | 'pale';
export interface BarPart { value: number; tone: Tone; label: string }
export interface BarRow { key: string; head: ComponentChildren; parts: BarPart[];
  cells: ComponentChildren[] }
export interface Legend { tone: Tone; label: string }

interface Props { caption: string; heads: string[]; bar_head: string; rows: BarRow[];
  legend?: Legend[] }

const WIDTH = 400;

function Bar({ parts, most }: { parts: BarPart[]; most: number }) {
  let x = 0;
  return (
    <svg class="bar-drawing" viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none"
      aria-hidden="true">
      <rect class="bar-track" width={WIDTH} height="14" />
      {parts.map((part) => {
        const width = most > 0 ? Math.round((part.value / most) * WIDTH * 10) / 10 : 0;
        const left = x;
        x += width;
        if (width === 0) return null;
        return (
          <rect key={part.label} class={`bar-${part.tone}`} x={left} width={width} height="14">
            <title>{part.label}</title>
          </rect>
        );
      })}
    </svg>
  );
}

export function LegendView({ legend }: { legend: Legend[] }) {
  return (
    <ul class="chart-legend">
      {legend.map((item) => (
        <li key={item.label}>
          <svg viewBox="0 0 22 14" aria-hidden="true">
            <rect class={`bar-${item.tone}`} width="22" height="14" rx="3" />
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}

export function BarChart({ caption, heads, bar_head, rows, legend }: Props) {
  const totals = rows.map((row) => row.parts.reduce((sum, part) => sum + part.value, 0));
  const most = Math.max(1, ...totals);
  return (
    <figure class="chart-figure">
      {legend && <LegendView legend={legend} />}
      <div class="chart-scroll" role="group" aria-label={caption} tabIndex={0}>
        <table class="chart-table bar-table">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{heads[0]}</th>
              <th scope="col" class="bar-cell">{bar_head}</th>
              {heads.slice(1).map((head) => <th key={head} scope="col" class="num">{head}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.head}</th>
                <td class="bar-cell"><Bar parts={row.parts} most={most} /></td>
                {row.cells.map((cell, index) => (
                  <td key={index} class="num" data-label={heads[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
