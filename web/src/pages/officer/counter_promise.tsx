// The date that would be promised, asked of the server as the form is filled in.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { say } from '../../app/language';
import { clockJumps } from '../../components/demo_bar/demo_bar';
import { PromiseReason } from '../../components/promise_days/promise_days';
import { showMoment } from '../../display/moments';
import { t } from '../../text/officer';
import { receivedAt, type CounterForm } from './counter_state';
import { previewPromise } from './desk';
import type { PromisePreview } from './shapes';

const CALM = 250;

function usePromise(form: CounterForm): PromisePreview | undefined {
  const [promise, setPromise] = useState<PromisePreview>();
  const procedure = form.procedure?.id;
  const received = receivedAt(form);
  useEffect(() => {
    let wanted = true;
    setPromise(undefined);
    if (!procedure) return undefined;
    const timer = setTimeout(() => {
      previewPromise(procedure, {
        channel: form.channel, ...(form.case && { case: form.case }), ...(received && { received }),
      }).then((got) => { if (wanted) setPromise(got); }, (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
      });
    }, CALM);
    return () => { wanted = false; clearTimeout(timer); };
  }, [procedure, form.case, form.channel, received, clockJumps.value]);
  return promise;
}

export function PromisePart({ form }: { form: CounterForm }) {
  const promise = usePromise(form);
  return (
    <section class="card pad stack counter-promise" aria-labelledby="counter-promise">
      <h2 id="counter-promise">{t('counter_promise')}</h2>
      <div role="status">
        {promise ? (
          <>
            <p class="promise-date">
              {promise.promise ? showMoment(promise.promise) : say(promise.promise_text)}
            </p>
            <p class="muted">{say(promise.term)}</p>
          </>
        ) : <p class="muted">{t('counter_promise_none')}</p>}
      </div>
      {promise && <PromiseReason days={promise.days ?? []} />}
    </section>
  );
}
