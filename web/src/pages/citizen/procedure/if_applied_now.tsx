// The promise one would get by applying online this moment, with its reckoning.
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Icon } from '../../../components/icon/icon';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { PromiseReason } from '../../../components/promise_days/promise_days';
import { t } from '../../../text/citizen';
import { PromiseSentence } from '../parts/promise_sentence';

export function IfAppliedNow({ procedure, chosen }:
  { procedure: Schemas['Procedure']; chosen: string }) {
  const jumps = clockJumps.value;
  const preview = useLoaded(() => ask(api.GET('/api/procedures/{procedure}/promise', {
    params: { path: { procedure: procedure.id }, query: { case: chosen, channel: 'online' } },
  })), [procedure.id, chosen, jumps]);
  return (
    <section class="card pad if-now" aria-labelledby="if-now">
      <div class="if-now-head">
        <Icon name="calendar_check" />
        <h2 id="if-now">{t('procedure.if-now')}</h2>
      </div>
      {preview.problem && <ProblemNotice problem={preview.problem} onAgain={preview.reload} />}
      <div class="if-now-body" aria-live="polite">
        {preview.value && <PromiseSentence preview={preview.value} />}
      </div>
      {preview.value && <PromiseReason days={preview.value.days} />}
    </section>
  );
}
