// Loads something when a page opens and whenever `inputs` change; a failed reload keeps what was
// there and tells the problem beside it.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from './problem';

export interface Loaded<Value> {
  value?: Value;
  problem?: ProblemError;
  loading: boolean;
  reload: () => void;
  set: (value: Value) => void;
}

export function useLoaded<Value>(load: () => Promise<Value>, inputs: unknown[]): Loaded<Value> {
  const [value, set] = useState<Value>();
  const [problem, setProblem] = useState<ProblemError>();
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const reload = useCallback(() => {
    const mine = ++turn.current;
    setLoading(true);
    load().then(
      (got) => { if (mine === turn.current) { set(() => got); setProblem(undefined); } },
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        if (mine === turn.current) setProblem(error);
      },
    ).finally(() => { if (mine === turn.current) setLoading(false); });
  }, inputs);
  useEffect(() => { reload(); return () => { turn.current++; }; }, [reload]);
  return { value, problem, loading, reload, set };
}
