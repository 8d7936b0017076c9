// Times at the counter: booking one, and moving or cancelling one that was booked.
//   /dat-lich/?thu-tuc=abtc   /dat-lich/?viec=bring-papers&ho-so=CODE   /dat-lich/?ma=LH-…#secret
import { useState } from 'preact/hooks';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import { office } from '../../../app/office';
import type { PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { Loading } from '../../../components/loading/loading';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { readDays, type Days } from '../../../components/time_fields/times';
import { t } from '../../../text/appointment';
import { account } from '../account/account';
import { LoadedPage } from '../parts/page';
import { ownAppointments, type Appointment, type Booked, type Purpose } from './asking';
import { BookingForm, type Begun } from './booking_form';
import './appointment.css';

/** What shows one appointment, fetched when there is one. */
const cards = () => import('./cards');

function begunOf(query: URLSearchParams): Begun {
  const purpose = query.get('viec') as Purpose | null;
  const procedure = query.get('thu-tuc') ?? '';
  return { purpose: purpose ?? (procedure ? 'apply' : undefined), procedure,
    dossier: query.get('ho-so') ?? '' };
}

/** The holder's own, when he is signed in. */
function Own() {
  const own = useLoaded<Appointment[]>(ownAppointments, [account.value?.id]);
  const open = (own.value ?? []).filter((one) => one.state === 'booked' && one.may_change);
  const later = useLater(cards, open.length > 0);
  if (!open.length || !later) return null;
  return (
    <section class="stack" aria-labelledby="own-appointments">
      <h2 id="own-appointments">{t('own')}</h2>
      {open.map((one) => (
        <later.AppointmentCard key={one.code} of={one} keys={{ code: one.code }}
          onChange={own.reload} />
      ))}
    </section>
  );
}

function Done({ booked, onChange }: { booked: Booked; onChange: (after: Booked) => void }) {
  const later = useLater(cards);
  if (!later) return <Loading />;
  return (
    <later.AppointmentCard of={booked} secret={booked.secret}
      keys={{ code: booked.code, secret: booked.secret }}
      onChange={(after) => onChange({ ...after, secret: booked.secret })}>
      <p>{t('done.lead', { office: say(office.value?.name), address: say(office.value?.address) })}
        {booked.email && ` ${t('done.mail', { email: booked.email })}`}</p>
    </later.AppointmentCard>
  );
}

function NotOffered() {
  const here = office.value;
  return (
    <Notice kind="info">
      <p>{t('none')}</p>
      {here && <p>{t('none.hours', { hours: say(here.hours) })}</p>}
    </Notice>
  );
}

interface BookProps { days: Days; query: URLSearchParams; onTaken: () => void; turn: number }

function Book({ days, query, onTaken, turn }: BookProps) {
  const [booked, setBooked] = useState<Booked>();
  if (booked) return <Done booked={booked} onChange={setBooked} />;
  if (!days.days.length) return <NotOffered />;
  return (
    <section class="card pad" aria-labelledby="booking">
      <h2 id="booking">{t('booking')}</h2>
      <BookingForm days={days} begun={begunOf(query)} turn={turn} onTaken={onTaken}
        onBooked={(made) => { setBooked(made); scrollTo(0, 0); }} />
    </section>
  );
}

export function AppointmentPage({ query }: PageProps) {
  const [turn, setTurn] = useState(0);
  const days = useLoaded(readDays, [turn]);
  const code = query.get('ma') ?? '';
  const secret = location.hash.slice(1);
  const [opening, setOpening] = useState(Boolean(code));
  const later = useLater(cards, opening);
  return (
    <LoadedPage crumbs={[{ label: t('title') }]} from={days}>
      {(known) => (
        <div class="appointment stack">
          <PageHead title={t('title')} document_title={t('title')} />
          <p class="no-print">{t('lead')}</p>
          {account.value && <Own />}
          {!code && (
            <Book days={known} query={query} turn={turn} onTaken={() => setTurn(turn + 1)} />
          )}
          <details class="card pad no-print" open={opening}
            onToggle={(event) => setOpening(event.currentTarget.open)}>
            <summary><h2>{t('open')}</h2></summary>
            {later && <later.OpenForm keys={{ code, secret }} />}
          </details>
          {code && (
            <Book days={known} query={query} turn={turn} onTaken={() => setTurn(turn + 1)} />
          )}
        </div>
      )}
    </LoadedPage>
  );
}
