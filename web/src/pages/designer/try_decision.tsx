// A decision tried with sample data: the server evaluates the saved draft, and the rules that
// applied are lit in the table, with the reason in words.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { say } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { t } from '../../text/designer_edit';
import { evaluateDraft, type Draft, type Evaluation } from './desk';
import type { Table } from './model/dmn';
import { Line } from './parts';
import { save } from './store';

/** "3" is a number, "true" yes, "[…]" a list; anything else the text itself. */
export function readSample(text: string): unknown {
  const plain = text.trim();
  if (!plain) return undefined;
  if (/^(-?\d+(\.\d+)?|true|false|null|[[{].*|".*")$/s.test(plain)) {
    try {
      return JSON.parse(plain) as unknown;
    } catch {
      return plain;
    }
  }
  return plain;
}

/** person.rank = "a" becomes {person: {rank: "a"}}. */
export function answersOf(samples: Record<string, string>): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const [expression, text] of Object.entries(samples)) {
    const value = readSample(text);
    const names = expression.split('.');
    if (value === undefined || !names.every((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))) {
      continue;
    }
    let here = answers;
    for (const name of names.slice(0, -1)) here = (here[name] ??= {}) as Record<string, unknown>;
    here[names.at(-1)!] = value;
  }
  return answers;
}

function Outcome({ got }: { got: Evaluation }) {
  return (
    <div class="outcome stack" role="status">
      <p><span class="strong">{t('try.value')}: </span><code>{JSON.stringify(got.value)}</code></p>
      <p>{got.rules.length ? t('try.rules', { rules: got.rules.join(', ') }) : t('try.no_rule')}</p>
      {say(got.trace) && <p class="trace">{say(got.trace)}</p>}
      {got.errors.map((error) => (
        <p key={error} class="here-wrong"><Icon name="alert" /><span>{error}</span></p>))}
    </div>
  );
}

export function TryDecision({ one, file, table, onApplied }:
  { one: Draft; file: string; table: Table; onApplied: (rules: number[]) => void }) {
  const [samples, setSamples] = useState<Record<string, string>>({});
  const [got, setGot] = useState<Evaluation>();
  const [problem, setProblem] = useState<ProblemError>();
  const names = [...new Set(table.inputs.map((column) => column.expression))];
  const send = async (event: Event) => {
    event.preventDefault();
    setProblem(undefined);
    try {
      await save();
      const answer = await evaluateDraft(one.id, { file, decision: table.decision,
        answers: answersOf(samples) as Record<string, never> });
      setGot(answer);
      onApplied(answer.rules);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <details class="try-decision">
      <summary class="strong">{t('try.title')}</summary>
      <form class="gap-top" onSubmit={(event) => void send(event)}>
        <p class="hint">{t('try.hint')}</p>
        <div class="three">
          {names.map((name) => {
            const column = table.inputs.find((one_column) => one_column.expression === name);
            return (
              <Line key={name} id={`${table.decision}-try-${name}`}
                label={column?.label || name} value={samples[name] ?? ''} optional
                hint={column?.label ? name : undefined}
                onInput={(text) => setSamples({ ...samples, [name]: text })} />
            );
          })}
        </div>
        <button class="button"><Icon name="forward" />{t('try.send')}</button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {got && <Outcome got={got} />}
    </details>
  );
}
