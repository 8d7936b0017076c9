// One delegation or passport: what is known of it, what has happened, and the acts the server
// offers this officer now.
import { useState } from 'preact/hooks';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { Badge } from '../../../components/badge/badge';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Icon } from '../../../components/icon/icon';
import { Loading } from '../../../components/loading/loading';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../../components/problem_view/problem_view';
import { showDate, showShortMoment } from '../../../display/moments';
import { t } from '../../../text/travel';
import { Card, Facts } from '../facts';
import {
  actOnEntry, entryPath, openEntry, personPath, slipPath, TRAVEL, type OpenedEntry,
  type TravelEntry, type TravelOffer,
} from './travel_desk';
import { Standing } from './travel_rows';
import './travel.css';

const LISTS = { out: '', in: 'vao/', passport: 'ho-chieu/', persons: 'nguoi/' };
const date = (day: string | null | undefined) => (day ? showDate(day) : '');

function TripCard({ entry }: { entry: TravelEntry }) {
  const { trip } = entry;
  if (!trip) return null;
  return (
    <Card id="travel-trip" title={t('trip')}>
      <Facts rows={[
        [t('trip.unit'), entry.unit],
        [t('trip.countries'), entry.countries.join(', ')],
        [t('trip.days'), `${date(entry.from)} – ${date(entry.to)} (${t('days',
          { count: trip.days })})`],
        [t('trip.purpose-kind'), trip.purpose_kind && say(trip.purpose_kind)],
        [t('trip.inviting'), trip.inviting_body],
        [t('trip.funding'), trip.funding && say(trip.funding)],
        [t('trip.funding-note'), trip.funding_note],
        [t('trip.decision'), trip.decision && [trip.decision, date(trip.decision_date)]
          .filter(Boolean).join(', ')],
        [t('trip.email'), trip.email],
        [t('trip.dossier'), entry.dossier && (
          <a href={href(`/can-bo/ho-so/${entry.dossier}/`)}>{entry.dossier}</a>)],
        [t('trip.cancelled'), trip.cancelled_because],
      ]} />
      {entry.passed.length > 0 && (
        <Notice kind="soon">
          {entry.passed.map((one) => (
            <p key={one.id}>{t('passed', { limit: say(one.name) })}</p>
          ))}
        </Notice>
      )}
    </Card>
  );
}

function TravellersList({ entry }: { entry: TravelEntry }) {
  const { trip } = entry;
  if (!trip) return null;
  return (
    <Card id="travel-people" title={t(entry.kind === 'in' ? 'guests' : 'travellers')}>
      {trip.travellers.length === 0 && <p class="muted">{t('travellers.none')}</p>}
      <ul class="travel-lines">
        {trip.travellers.map((one, index) => (
          <li key={index}>
            {entry.kind === 'out' ? <a class="strong" href={personPath(one.person)}>{one.name}</a>
              : <span class="strong">{one.name}</span>}
            {one.head && <>{' '}<Badge kind="info">{t('head')}</Badge></>}
            {one.over_limit && <>{' '}<Badge kind="late">{t('over-limit')}</Badge></>}
            <span class="muted travel-line">
              {[one.post, one.unit, one.identity, one.passport].filter(Boolean).join(' · ')}
            </span>
            {entry.kind === 'out' && (
              <span class="muted smaller travel-line">
                {t('trips-of-year', { count: one.trips, year: (entry.from ?? '').slice(0, 4) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ReportCard({ entry }: { entry: TravelEntry }) {
  if (entry.kind !== 'out') return null;
  const report = entry.trip?.report;
  return (
    <Card id="travel-report" title={t('report')}>
      {!report && !entry.due && <p class="muted">{t('report.not-yet')}</p>}
      {!report && entry.due && <p>{t('report.due', { day: date(entry.due) })}</p>}
      {report && (
        <Facts rows={[[t('report.on'), date(report.on)], [t('report.document'), report.document],
          [t('report.summary'), report.summary]]} />
      )}
      {entry.late_by > 0 && <p class="travel-late">{t('late.days', { count: entry.late_by })}</p>}
    </Card>
  );
}

function PassportCards({ entry }: { entry: TravelEntry }) {
  const { passport } = entry;
  if (!passport) return null;
  return (
    <>
      <Card id="passport" title={t('passport')}>
        <Facts rows={[
          [t('passport.kind'), passport.kind && say(passport.kind)],
          [t('passport.holder'), <a href={personPath(passport.person)}>{entry.holder}</a>],
          [t('passport.post'), [passport.post, entry.unit].filter(Boolean).join(', ')],
          [t('passport.identity'), passport.identity],
          [t('passport.issued'), date(entry.from)],
          [t('passport.expires'), date(entry.to)],
          [t('passport.lost'), passport.lost_because],
          [t('passport.agency'), passport.agency],
        ]} />
        {entry.expiring && <Notice kind="soon"><p>{t('expiring.long')}</p></Notice>}
        {entry.standing.id === 'lost' && entry.due && (
          <Notice kind="late"><p>{t('passport.cancel-by', { day: date(entry.due) })}</p></Notice>
        )}
      </Card>
      <Card id="passport-uses" title={t('uses')}>
        {passport.uses.length === 0 && <p class="muted">{t('uses.none')}</p>}
        <ul class="travel-lines">
          {passport.uses.map((use) => (
            <li key={use.document + use.on}>
              <a href={entryPath(use.delegation)}>{use.delegation}</a>
              <span class="travel-line">
                {t('uses.out', { day: date(use.on), who: use.taker })}
              </span>
              <span class="travel-line">
                {use.back_on ? t('uses.back', { day: date(use.back_on) }) : t('uses.not-back')}
                {use.due && <>{' · '}{t('due', { day: date(use.due) })}</>}
              </span>
              {use.late_by > 0 && (
                <span class="travel-late travel-line">
                  {t('late.working', { count: use.late_by })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Timeline({ entry }: { entry: TravelEntry }) {
  return (
    <Card id="travel-timeline" title={t('timeline')}>
      <ol class="travel-lines">
        {entry.timeline.map((one) => (
          <li key={one.version}>
            <span class="strong">{say(one.title)}</span>
            <span class="muted smaller">
              {' '}{showShortMoment(one.at)} · {one.actor || t('timeline.office')}
              {one.generated && ` · ${t('timeline.generated')}`}
            </span>
            {one.note && <p class="travel-words">{one.note}</p>}
            {one.has_slip && (
              <p class="no-print">
                <a href={slipPath(entry.code, one.version)} target="_blank" rel="noopener">
                  {t('slip')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

const WEIGHTS = { main: 'button', secondary: 'button secondary', quiet: 'button quiet' };

function Shown({ opened, set, reload }:
  { opened: OpenedEntry; set: (after: OpenedEntry) => void; reload: () => void }) {
  const [doing, setDoing] = useState<TravelOffer>();
  const dialog = useLater(() => import('./offer_dialog'), doing !== undefined);
  const [said, setSaid] = useState('');
  const { entry } = opened;
  return (
    <>
      <p class="no-print">
        <a class="back" href={href(TRAVEL + LISTS[entry.kind])}>
          <Icon name="back" />{t('back')}
        </a>
      </p>
      <PageHead document_title={`${entry.code} ${entry.title}`}
        title={entry.kind === 'passport' ? t('passport.title', { number: entry.title })
          : entry.title} />
      <p class="row travel-head"><span class="code">{entry.code}</span><Standing row={entry} /></p>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      <div class="travel-columns">
        <div>
          <TripCard entry={entry} />
          <TravellersList entry={entry} />
          <PassportCards entry={entry} />
        </div>
        <div>
          <Card id="travel-acts" title={t('acts')}>
            {entry.acts.length === 0 && <p class="muted">{t('acts.none')}</p>}
            <div class="travel-acts no-print">
              {entry.acts.map((offer) => (
                <button key={offer.name} type="button" class={WEIGHTS[offer.weight]}
                  onClick={() => { setSaid(''); setDoing(offer); }}>{say(offer.label)}</button>
              ))}
            </div>
          </Card>
          <ReportCard entry={entry} />
          <Timeline entry={entry} />
        </div>
      </div>
      {doing && dialog && (
        <dialog.OfferDialog offer={doing} entry={entry} onClose={() => setDoing(undefined)}
          onStale={() => { setDoing(undefined); reload(); }}
          send={(values, key) => actOnEntry(opened, doing.name, values, key)}
          onDone={(after) => { set(after); setDoing(undefined); setSaid(t('act.done')); }} />
      )}
    </>
  );
}

export function TravelEntryPage({ params }: PageProps) {
  const code = params.code ?? '';
  const loaded = useLoaded(() => openEntry(code), [code, clockJumps.value]);
  const opened = loaded.value;
  return (
    <main id="main" class="list" aria-busy={loaded.loading}>
      {!opened && (loaded.problem
        ? <ProblemView problem={loaded.problem} onAgain={loaded.reload} home={TRAVEL} />
        : <Loading />)}
      {opened && loaded.problem && (
        <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
      )}
      {opened && <Shown opened={opened} set={loaded.set} reload={loaded.reload} />}
    </main>
  );
}
