// A short form: what is missing is told before anything is sent, what the server refuses at the
// field it belongs to, both in the summary on top; what is no field's fault in a notice.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import type { SummaryError } from '../error_summary/error_summary';
import type { FieldFrame } from '../field/field';

export type Faults<Values> = { [Field in keyof Values & string]?: string };

export interface Recipe<Values> {
  /** Begins the id of every input of this form. */
  id: string;
  start: Values;
  check?: (values: Values) => Faults<Values>;
  send: (values: Values) => Promise<void>;
  /** The field a refusal with this code is about. */
  at?: Record<string, keyof Values & string>;
  /** Our words for a code, where the server's do not fit. */
  words?: Record<string, string>;
}

/** What the server refused, by field; undefined where it is about none of these. */
export function faultsOf<Values extends object>(
  problem: ProblemError, { start, at = {}, words = {} }: Recipe<Values>,
): Faults<Values> | undefined {
  const { code, title, errors = [] } = problem.problem;
  const field = at[code];
  if (field) return { [field]: words[code] ?? title } as Faults<Values>;
  const faults: Record<string, string> = {};
  for (const error of errors) {
    const name = error.path.replace(/^[#/]+/, '').split('/')[0] ?? '';
    if (!(name in start)) return undefined;
    faults[name] ??= error.message;
  }
  return errors.length ? faults as Faults<Values> : undefined;
}

interface Words { hint?: string; optional?: boolean; note?: string }

export function useCheckedForm<Values extends object>(recipe: Recipe<Values>) {
  const [values, setValues] = useState(recipe.start);
  const [faults, setFaults] = useState<Faults<Values>>({});
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const idOf = (field: string) => `${recipe.id}-${field}`;

  const tell = (found: Faults<Values>) => { setFaults(found); setTurn((count) => count + 1); };
  const submit = async (event?: Event) => {
    event?.preventDefault();
    if (busy) return;
    setProblem(undefined);
    const missing = recipe.check?.(values) ?? {};
    tell(missing);
    if (Object.values(missing).some(Boolean)) return;
    setBusy(true);
    try {
      await recipe.send(values);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const refused = faultsOf(error, recipe);
      if (refused) tell(refused);
      else setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const errors = Object.entries<string | undefined>(faults)
    .flatMap(([field, message]): SummaryError[] =>
      (message ? [{ id: idOf(field), message }] : []));
  const frame = (field: keyof Values & string, label: string, words: Words = {}): FieldFrame => ({
    id: idOf(field), label, hint: words.hint, note: words.note, error: faults[field],
    required: !words.optional,
  });
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  return { values, set, submit, errors, turn, problem, busy, frame };
}

export type CheckedForm<Values extends object> = ReturnType<typeof useCheckedForm<Values>>;
