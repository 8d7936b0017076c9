// After an intake: code and look-up code to say aloud, slips to print, the next applicant.
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon/icon';
import { Notice } from '../../components/notice/notice';
import { grouped } from '../../display/numbers';
import { showMoment } from '../../display/moments';
import { small } from '../../display/small';
import { say } from '../../app/language';
import { useLater } from '../../app/use_later';
import { t } from '../../text/officer';
import type { Outcome } from './counter_state';
import { slipAddress, slipName } from './dossier_record';
import { Facts } from './facts';
import { dossierPath } from './list_table';
import type { Confirmation } from './shapes';

interface Props { confirmation: Confirmation; outcome: Outcome; name: string; onNext: () => void }

export function CounterDone({ confirmation, outcome, name, onNext }: Props) {
  const { code, secret, promise, slips = [], notes = [] } = confirmation;
  const told = useLater(() => import('./decision_notes'), notes.length > 0);
  const first = useRef<HTMLAnchorElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { (first.current ?? heading.current)?.focus(); }, []);
  const due = promise.promise ? showMoment(promise.promise) : say(promise.promise_text);
  return (
    <section class="card pad stack counter-done" aria-labelledby="counter-done">
      <p class="counter-done-sign"><Icon name="done" /></p>
      <h2 id="counter-done" tabIndex={-1} ref={heading}>{t(`counter_done_${outcome}`)}</h2>
      <div role="status">
        <Facts rows={[
          [t('applicant_name'), name],
          [t('counter_code'), <span class="code big" key="code">{code}</span>],
          [t('counter_secret'), secret
            && <span class="code big" key="secret">{grouped(secret)}</span>],
          [t('due_of_promise'), outcome === 'received' ? due : ''],
        ]} />
      </div>
      {told && (
        <Notice kind="soon">
          <p class="strong">{t('counter_notes')}</p>
          <told.DecisionNotes notes={notes} code={code} />
        </Notice>
      )}
      <div class="row">
        {slips.map((slip, index) => (
          <a key={slip} ref={index === 0 ? first : undefined} target="_blank" rel="noopener"
            class={index === 0 ? 'button' : 'button secondary'} href={slipAddress(code, slip)}>
            <Icon name="print" />{t('counter_print', { slip: small(slipName(slip)) })}
          </a>
        ))}
        <button type="button" class="button sun" onClick={onNext}>
          <Icon name="arrow" />{t('counter_next')}
        </button>
        <a class="button quiet" href={dossierPath(code)}>{t('counter_open')}</a>
      </div>
    </section>
  );
}
