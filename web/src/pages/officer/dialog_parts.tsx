// What the officers' dialogs share: how a refusal is said, the focus on what came back.
import { useEffect, useRef } from 'preact/hooks';
import type { ProblemError } from '../../api/problem';
import { Notice } from '../../components/notice/notice';
import { ProblemNotice } from '../../components/problem_view/problem_view';

/** A refusal by the rules is said in the server's own words. */
export function Refusal({ problem }: { problem: ProblemError }) {
  if (problem.kind !== 'invalid' && problem.kind !== 'not-allowed' && problem.kind !== 'conflict') {
    return <ProblemNotice problem={problem} />;
  }
  return (
    <Notice kind="late" live>
      <p class="strong">{problem.problem.title}</p>
      {problem.problem.detail && <p>{problem.problem.detail}</p>}
      {problem.problem.errors?.map((error) => <p key={error.path}>{error.message}</p>)}
    </Notice>
  );
}

/** What came back is read first: the focus goes there, wherever the person had scrolled to. */
export function useFocusOnAnswer(answer: unknown) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (answer) place.current?.focus(); }, [answer]);
  return place;
}
