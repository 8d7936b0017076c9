// What happened to a dossier and what comes: done, now, later.
import type { Schemas } from '../../api/client';
import { showMoment, startSentence } from '../../display/moments';
import { t as decides } from '../../text/decides';
import { t } from '../../text/promise';
import { Icon } from '../icon/icon';
import { Say } from '../say/say';
import './timeline.css';

type Entry = Schemas['TimelineEntry'];

function Sign({ entry, number }: { entry: Entry; number: number }) {
  if (entry.state === 'done') return <Icon name="check" />;
  if (entry.state === 'now') return <Icon name="hourglass" />;
  return <>{number}</>;
}

function When({ entry }: { entry: Entry }) {
  const actual = entry.actual_at && entry.actual_at !== entry.at ? entry.actual_at : undefined;
  return (
    <>
      {entry.at && <p class="timeline-when">{startSentence(showMoment(entry.at))}</p>}
      {actual && (
        <p class="timeline-when">{t('timeline.actual', { moment: showMoment(actual) })}</p>
      )}
      {!entry.at && entry.due && (
        <p class="timeline-when">{t('timeline.due', { moment: showMoment(entry.due) })}</p>
      )}
    </>
  );
}

/** What people filled in with the step, and what the process found out by itself: for officers. */
function Found({ entry }: { entry: Entry }) {
  if (!entry.filled_in && !entry.found_out) return null;
  return (
    <ul class="small">
      {entry.filled_in?.map((row, index) => (
        <li key={index}><Say of={row.label} />: <Say of={row.value} /></li>))}
      {entry.found_out?.map((one, index) => (
        <li key={index}><Say of={one.name} />: {one.result} = {one.value}
          {one.rule && ` (${t('timeline.rule', { rule: one.rule })})`}</li>))}
    </ul>
  );
}

export function Timeline({ entries }: { entries: Entry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <li class={entry.state} key={index}
          aria-current={entry.state === 'now' ? 'step' : undefined}>
          <span class="timeline-sign" aria-hidden="true">
            <Sign entry={entry} number={index + 1} />
          </span>
          <h3>
            <span class="unseen">{t(`timeline.${entry.state}`)} </span><Say of={entry.title} />
          </h3>
          <When entry={entry} />
          {(entry.unit ?? entry.who) && (
            <p><Say of={entry.unit} />{entry.unit && entry.who && ' · '}{entry.who}</p>
          )}
          {entry.acting_for && <p>{decides('acting', entry.acting_for)}</p>}
          {entry.note && <p><Say of={entry.note} /></p>}
          <Found entry={entry} />
          {entry.document && (
            <p class="muted small">{t('timeline.document', { document: entry.document })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
