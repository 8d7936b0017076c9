// Who travels in a year, each with what he still owes; one person's trips; and namesakes, for
// somebody to say whether they are one.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import { useKey } from '../../../api/use_key';
import { useLoaded } from '../../../api/use_loaded';
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { Badge } from '../../../components/badge/badge';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Dialog } from '../../../components/dialog/dialog';
import { TextField } from '../../../components/field/field';
import { Icon } from '../../../components/icon/icon';
import { Loading } from '../../../components/loading/loading';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/travel';
import { Refusal, useFocusOnAnswer } from '../dialog_parts';
import { Facts } from '../facts';
import {
  judgeNamesakes, listPeople, openPerson, personPath, TRAVEL, type Namesake, type TravelPerson,
} from './travel_desk';
import { TravelPages, TravelPlaces } from './travel_places';
import { TravelRows } from './travel_rows';

interface Pair { one: Namesake; other: Namesake }

function Owed({ person }: { person: TravelPerson }) {
  return (
    <>
      {person.over_limit && (
        <Badge kind="late">{t('over-limit.of', { most: person.most_trips ?? 0 })}</Badge>
      )}
      {person.reports_overdue.length > 0 && (
        <Badge kind="late">{t('owes.reports', { count: person.reports_overdue.length })}</Badge>
      )}
      {person.passports_out.length > 0 && (
        <Badge kind="late">{t('owes.passport')}</Badge>
      )}
    </>
  );
}

function PeopleTable({ items }: { items: TravelPerson[] }) {
  return (
    <table class="work-table">
      <caption class="unseen">{t('title.people')}</caption>
      <thead>
        <tr><th scope="col">{t('col.trips')}</th><th scope="col">{t('col.person')}</th>
          <th scope="col">{t('col.countries')}</th><th scope="col" class="step">{t('col.owed')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.person}>
            <td class="due">{t('trips', { count: one.trips })} · {t('days', { count: one.days })}
            </td>
            <th scope="row" class="dossier">
              <a class="open" href={personPath(one.person)}>{one.name}</a>
              <span class="travel-line">{[one.post, one.unit].filter(Boolean).join(', ')}</span>
            </th>
            <td class="who">{one.countries.join(', ')}</td>
            <td class="step"><span class="travel-marks"><Owed person={one} /></span></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whoIs(one: Namesake): string {
  return one.known_by === 'name' ? t('namesakes.unit', { unit: one.unit })
    : t(`namesakes.${one.known_by}`);
}

function JudgeDialog({ pair, same, dossier, onClose, onDone }:
  { pair: Pair; same: boolean; dossier?: string; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [blank, setBlank] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const keyOf = useKey();
  const answer = useFocusOnAnswer(problem);
  const title = t(same ? 'namesakes.merge' : 'namesakes.apart');
  const submit = async (event: Event) => {
    event.preventDefault();
    setBlank(!reason.trim());
    if (!reason.trim()) { document.getElementById('namesake-reason')?.focus(); return; }
    const judged = { one: pair.one.person, other: pair.other.person, same, reason,
      ...(dossier ? { dossier } : {}) };
    try {
      await judgeNamesakes(judged, keyOf(judged));
      onDone();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
        <div ref={answer} tabIndex={-1}>{problem && <Refusal problem={problem} />}</div>
        <p>{pair.one.name}: {whoIs(pair.one)} / {whoIs(pair.other)}</p>
        <TextField lines={3} value={reason} onInput={setReason}
          field={{ id: 'namesake-reason', label: t('reason'), required: true,
            error: blank ? t('act.missing') : undefined }} />
        <div class="row">
          <button class="button">{title}</button>
          <button type="button" class="button secondary" onClick={onClose}>
            {t('act.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Of everybody, or of the travellers of one dossier, who may not be in the register yet. */
function Namesakes({ pairs, dossier, onDone }:
  { pairs: Pair[]; dossier?: string; onDone: () => void }) {
  const [judging, setJudging] = useState<{ pair: Pair; same: boolean }>();
  const path = (person: string) => personPath(person, dossier);
  if (pairs.length === 0) {
    return dossier ? <p class="muted" id="namesakes">{t('namesakes.done')}</p> : null;
  }
  return (
    <details class="travel-limits" id="namesakes" open={Boolean(dossier)}>
      <summary>{t('namesakes', { count: pairs.length })}</summary>
      <p class="muted">{t('namesakes.lead')}</p>
      <ul class="travel-lines">
        {pairs.slice(0, 50).map((pair) => (
          <li key={pair.one.person + pair.other.person}>
            <span class="strong">{pair.one.name}</span>
            <span class="travel-line">
              <a href={path(pair.one.person)}>{whoIs(pair.one)}</a>
              {' / '}
              <a href={path(pair.other.person)}>{whoIs(pair.other)}</a>
            </span>
            <span class="row no-print">
              <button type="button" class="button secondary compact"
                onClick={() => setJudging({ pair, same: true })}>{t('namesakes.merge')}</button>
              <button type="button" class="button secondary compact"
                onClick={() => setJudging({ pair, same: false })}>{t('namesakes.apart')}</button>
            </span>
          </li>
        ))}
      </ul>
      {judging && (
        <JudgeDialog {...judging} dossier={dossier} onClose={() => setJudging(undefined)}
          onDone={() => { setJudging(undefined); onDone(); }} />
      )}
    </details>
  );
}

const yearIn = (query: URLSearchParams): number | undefined => {
  const year = Number(query.get('nam'));
  return year >= 1901 && year <= 2199 ? year : undefined;
};

export function TravelPeople({ query }: PageProps) {
  const year = yearIn(query);
  const words = query.get('q') ?? '';
  const page = Math.max(1, Number(query.get('trang')) || 1);
  const dossier = query.get('ho-so') || undefined;
  const loaded = useLoaded(() => listPeople({ q: words, page, ...(year ? { year } : {}),
    ...(dossier ? { dossier } : {}) }), [year, words, page, dossier, clockJumps.value]);
  const list = loaded.value;
  const addressOf = (next: number) => href(`${TRAVEL}nguoi/?${new URLSearchParams({
    q: words, nam: String(list?.year ?? ''), trang: String(next) }).toString()}`);
  return (
    <main id="main" class="list" aria-busy={loaded.loading}>
      <PageHead title={t('title.people')} document_title={t('title.people')} />
      <p class="muted">{t('lead.people')}</p>
      <TravelPlaces />
      {dossier && (
        <p>{t('namesakes.of_dossier')}{' '}
          <a href={href(`/can-bo/ho-so/${encodeURIComponent(dossier)}/`)}>{dossier}</a></p>
      )}
      {!list && loaded.problem && (
        <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
      )}
      {!list && !loaded.problem && <Loading />}
      {list && (
        <>
          <form class="travel-search no-print" role="search" action={href(`${TRAVEL}nguoi/`)}
            key={`${list.year} ${words}`}>
            <label>{t('search')}
              <input class="input" name="q" defaultValue={words} maxLength={200} />
            </label>
            <label>{t('year')}
              <input class="input travel-year" name="nam" defaultValue={String(list.year)}
                inputMode="numeric" maxLength={4} pattern="[0-9]{4}" />
            </label>
            <button class="button secondary"><Icon name="search" />{t('search.go')}</button>
          </form>
          <p class="muted count" role="status">
            {t('people.count', { count: list.total, year: list.year })}
          </p>
          <Namesakes pairs={list.namesakes} dossier={dossier} onDone={loaded.reload} />
          {list.items.length === 0
            ? <div class="empty"><Icon name="done" /><p>{t('empty')}</p></div>
            : <PeopleTable items={list.items} />}
          <TravelPages list={list} addressOf={addressOf} />
        </>
      )}
    </main>
  );
}

export function TravelPersonPage({ params, query }: PageProps) {
  const id = params.person ?? '';
  const year = yearIn(query);
  const dossier = query.get('ho-so') || undefined;
  const loaded = useLoaded(() => openPerson(id, year, dossier),
    [id, year, dossier, clockJumps.value]);
  const person = loaded.value;
  return (
    <main id="main" class="list" aria-busy={loaded.loading}>
      {!person && (loaded.problem
        ? <ProblemView problem={loaded.problem} onAgain={loaded.reload} home={`${TRAVEL}nguoi/`} />
        : <Loading />)}
      {person && (
        <>
          <p class="no-print">
            <a class="back" href={href(`${TRAVEL}nguoi/`)}><Icon name="back" />{t('back')}</a>
          </p>
          <PageHead title={person.name} document_title={person.name} />
          <p class="row"><Owed person={person} /></p>
          <section class="card pad">
            <Facts rows={[
              [t('passport.post'), [person.post, person.unit].filter(Boolean).join(', ')],
              [t('in-year', { year: person.year }), `${t('trips', { count: person.trips })}, ${
                t('days', { count: person.days })}`],
              [t('trip.countries'), person.countries.join(', ')],
            ]} />
          </section>
          <h2 class="travel-below">{t('person.entries')}</h2>
          {person.entries.length === 0 ? <p class="muted">{t('empty')}</p>
            : <TravelRows items={person.entries} caption={t('person.entries')} />}
        </>
      )}
    </main>
  );
}
