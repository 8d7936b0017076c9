// What was sent from this account or for whom it acts, what is asked of the person first; and what
// is begun and not sent.
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { useLater } from '../../../app/use_later';
import { Badge } from '../../../components/badge/badge';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Loading } from '../../../components/loading/loading';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/account';
import { draftHref, useAccountDrafts } from '../parts/account_drafts';
import { guarded, type Account } from './account';
import { AccountPage } from './parts/account_page';

type Dossier = Schemas['HeldDossiers']['items'][number];

function Line({ dossier, own }: { dossier: Dossier; own: boolean }) {
  return (
    <li>
      <div>
        <h3>
          <a href={href(`/tra-cuu/${encodeURIComponent(dossier.code)}/`)}>
            <Say of={dossier.name} />
          </a>
        </h3>
        <p><span class="code">{dossier.code}</span></p>
        {!own && <p>{t('dossier.for', { name: dossier.applicant })}</p>}
        <p class="muted">
          {dossier.promise && dossier.open
            ? t('dossier.promise', { moment: showMoment(dossier.promise) })
            : t('dossier.received', { moment: showMoment(dossier.received_at) })}
        </p>
      </div>
      <div class="row">
        {dossier.asked && <Badge kind="soon">{t('dossier.asked')}</Badge>}
        {dossier.result && <Badge kind="done">{t('dossier.result')}</Badge>}
        <Badge kind="plain">{say(dossier.status.name)}</Badge>
      </div>
    </li>
  );
}

function Group({ id, title, dossiers, mine }:
  { id: string; title: string; dossiers: Dossier[]; mine: Account }) {
  if (!dossiers.length) return null;
  return (
    <section class="card pad stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="account-lines">
        {dossiers.map((one) => (
          <Line key={one.code} dossier={one} own={one.party === mine.id} />
        ))}
      </ul>
    </section>
  );
}

function Dossiers({ mine }: { mine: Account }) {
  const jumps = clockJumps.value;
  const loaded = useLoaded(() => guarded(() => ask(api.GET('/api/account/dossiers'))),
    [mine.id, jumps]);
  const all = loaded.value?.items ?? [];
  const asked_first = [...all].sort((one, other) => Number(other.asked) - Number(one.asked));
  return (
    <>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!loaded.value && loaded.loading && <Loading />}
      {loaded.value && !all.length && (
        <section class="card pad stack" aria-labelledby="no-dossiers">
          <h2 id="no-dossiers">{t('dossiers.none')}</h2>
          <p>{t('dossiers.none.text')}</p>
          <p><a class="button" href={href('/thu-tuc/')}>{t('dossiers.begin')}</a></p>
        </section>
      )}
      <Group id="open-dossiers" title={t('dossiers.open')} mine={mine}
        dossiers={asked_first.filter((one) => one.open)} />
      <Group id="closed-dossiers" title={t('dossiers.closed')} mine={mine}
        dossiers={all.filter((one) => !one.open)} />
    </>
  );
}

function Drafts({ mine }: { mine: Account }) {
  const loaded = useAccountDrafts();
  const nameOf = (party: string) => mine.parties.find((one) => one.id === party)?.name;
  const drafts = loaded.value ?? [];
  return (
    <section class="card pad stack" aria-labelledby="account-drafts">
      <h2 id="account-drafts">{t('drafts')}</h2>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {loaded.value && !drafts.length && <p>{t('drafts.none')}</p>}
      <ul class="account-lines">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <div>
              <h3><Say of={draft.name} /></h3>
              {draft.party !== mine.id && (
                <p>{t('dossier.for', { name: nameOf(draft.party) ?? draft.party })}</p>
              )}
              <p class="muted">{t('drafts.saved', { moment: showMoment(draft.saved_at) })}</p>
            </div>
            <a class="button secondary compact" href={draftHref(draft)}>
              {t('drafts.go-on')}<span class="unseen"> <Say of={draft.name} /></span>
            </a>
          </li>
        ))}
      </ul>
      {drafts.length > 0 && <p><a href={href('/ho-so-nhap/')}>{t('drafts.all')}</a></p>}
    </section>
  );
}

export function DossiersPage() {
  const petitions = useLater(() => import('./petitions_card'));
  return (
    <AccountPage title={t('dossiers')}>
      {(mine) => (
        <>
          <Dossiers mine={mine} /><Drafts mine={mine} />
          {petitions && <petitions.PetitionsCard mine={mine} />}
        </>
      )}
    </AccountPage>
  );
}
