// How the dossier stands in one sentence, what the applicant must do, who has it now.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../../components/icon/icon';
import { DeadlineBadge } from '../../../components/badge/badge';
import { Say } from '../../../components/say/say';
import { say } from '../../../app/language';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/tracking';
import type { Dossier } from './tracking';
import './state_card.css';

type Tone = 'ask' | 'done' | 'late' | 'calm' | 'over';

const SIGNS: Record<Tone, IconName> =
  { ask: 'pause', done: 'check', late: 'alert', calm: 'hourglass', over: 'close' };

const SETTLED = 9;  // national statuses from here on: there is a result

/** A colour for the state the server tells: asked for something, late, ended, or going on. */
function toneOf(dossier: Dossier): Tone {
  if (dossier.may.includes('supplement')) return 'ask';
  const kind = dossier.promise.countdown.kind;
  if (kind === 'late') return 'late';
  if (kind !== 'ended') return 'calm';
  return dossier.status.number >= SETTLED ? 'done' : 'over';
}

function Holder({ dossier }: { dossier: Dossier }) {
  const holder = dossier.holder;
  if (!holder) return null;
  return (
    <div>
      <dt>{t('holder')}</dt>
      <dd>
        <b><Say of={holder.unit} /></b>
        {holder.since && <> {t('holder.since', { moment: showMoment(holder.since) })}</>}
        {holder.due && (
          <><br /><span class="muted">
            {t('holder.due', { moment: showMoment(holder.due) })}
          </span></>
        )}
      </dd>
    </div>
  );
}

export function StateCard({ dossier, children }:
  { dossier: Dossier; children: ComponentChildren }) {
  const tone = toneOf(dossier);
  const ended = dossier.promise.countdown.kind === 'ended';
  return (
    <section class={`card state-card ${tone}`} aria-labelledby="state">
      <div class="state-head">
        <span class="state-sign"><Icon name={SIGNS[tone]} /></span>
        <div>
          <h2 id="state"><Say of={dossier.status.plain} /></h2>
          <p>{t('national', { name: say(dossier.status.name) })}</p>
          <p class="state-badge"><DeadlineBadge countdown={dossier.promise.countdown} /></p>
        </div>
      </div>
      <div class="state-body stack">
        <dl class="state-facts">
          {(dossier.next ?? !ended) && (
            <div>
              <dt>{t('next')}</dt>
              <dd>{dossier.next ? <b><Say of={dossier.next} /></b> : t('nothing')}</dd>
            </div>
          )}
          <Holder dossier={dossier} />
        </dl>
        {children}
      </div>
    </section>
  );
}
