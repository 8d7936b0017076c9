// The same values as a table, folded under the picture: the keyboard and screen reader reading.
import type { ComponentChildren } from 'preact';

export interface ChartTable { summary: string; caption: string; heads: string[];
  rows: ComponentChildren[][] }

export function ChartTableView({ table }: { table: ChartTable }) {
  return (
    <details class="chart-details">
      <summary>{table.summary}</summary>
      <div class="chart-scroll" role="group" aria-label={table.caption} tabIndex={0}>
        <table class="chart-table">
          <caption class="unseen">{table.caption}</caption>
          <thead>
            <tr>{table.heads.map((head, column) => (
              <th key={head} scope="col" class={column > 0 ? 'num' : undefined}>{head}</th>
            ))}</tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (column === 0
                  ? <th key={column} scope="row">{cell}</th>
                  : <td key={column} class="num">{cell}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
