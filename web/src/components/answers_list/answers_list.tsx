// Answers to read over, each with its "Sửa".
import type { ComponentChildren } from 'preact';
import './answers_list.css';

export interface AnswerRow { key: string; label: ComponentChildren; value: ComponentChildren;
  change?: { href: string; words: string; of: string } }

export function AnswersList({ rows }: { rows: AnswerRow[] }) {
  return (
    <dl class="answers-list">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.change && (
            <dd class="answers-change">
              <a href={row.change.href}>
                {row.change.words}<span class="unseen"> {row.change.of}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
