// A petition as its sender sees it: how it stands, when it is answered and why then, what the
// office asks and answers, and what he may do.
import { useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { Badge, DeadlineBadge } from '../../../components/badge/badge';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { PromiseReason } from '../../../components/promise_days/promise_days';
import { showMoment } from '../../../display/moments';
import { t as kit } from '../../../text/kit';
import { t } from '../../../text/petition_view';
import { LoadedPage, Page } from '../parts/page';
import { PetitionLookUpForm } from './petition_look_up';
import './petition.css';

export type Tracked = Schemas['TrackedPetition'];

function Sent({ petition }: { petition: Tracked }) {
  return (
    <section class="card pad stack" aria-labelledby="petition-sent">
      <h2 id="petition-sent">{t('view.sent')}</h2>
      <p class="muted">{t('view.received', { moment: showMoment(petition.received_at) })}</p>
      <p class="strong">{say(petition.kind.name)}</p>
      {petition.dossier && <p>{t('view.dossier', { code: petition.dossier })}</p>}
      {petition.repeats && <p>{t('view.repeats', { code: petition.repeats })}</p>}
      <p class="petition-words">{petition.text}</p>
    </section>
  );
}

function Promised({ petition }: { petition: Tracked }) {
  const { promise } = petition;
  const open = petition.ended_at === null;
  return (
    <section class="card pad stack" aria-labelledby="petition-promise">
      <h2 id="petition-promise">{t('view.promise')}</h2>
      <p class="row">
        <span class="strong">
          {promise.due ? t('view.due', { moment: showMoment(promise.due) }) : t('view.waits')}
        </span>
        {open && <DeadlineBadge countdown={promise.countdown} />}
      </p>
      {promise.late && <Notice kind="late"><p>{t('view.late')}</p></Notice>}
      {promise.due !== promise.first_due && (
        <p class="muted">{t('view.first', { moment: showMoment(promise.first_due) })}</p>
      )}
      <p class="muted">{say(promise.term)}</p>
      {petition.unit && <p>{t('view.unit', { unit: say(petition.unit) })}</p>}
      <PromiseReason days={promise.days} />
    </section>
  );
}

function Outcome({ petition }: { petition: Tracked }) {
  if (petition.status.id === 'withdrawn') return <p class="card pad">{t('view.withdrawn')}</p>;
  if (petition.ended_at === null) return null;
  const refused = petition.status.id === 'refused';
  return (
    <section class="card pad stack petition-outcome" aria-labelledby="petition-answer">
      <h2 id="petition-answer">{refused ? t('view.refused') : t('view.answer')}</h2>
      <p class="muted">{t('view.answered', { moment: showMoment(petition.ended_at) })}</p>
      <p class="petition-words" lang="vi">{refused ? petition.reason : petition.answer}</p>
      {petition.repeated_by && <p>{t('view.repeated', { code: petition.repeated_by })}</p>}
    </section>
  );
}

function Asked({ petition }: { petition: Tracked }) {
  const told = petition.asked.filter((one) => one.supplemented_at !== null);
  if (told.length === 0) return null;
  return (
    <section class="card pad stack" aria-labelledby="petition-asked">
      <h2 id="petition-asked">{t('view.asked')}</h2>
      {told.map((one) => (
        <div class="stack" key={one.at}>
          <p class="muted">{t('view.asked.at', { moment: showMoment(one.at) })}</p>
          <p class="petition-words" lang="vi">{one.what}</p>
          <p class="strong">{t('view.supplement')}</p>
          <p class="petition-words">{one.text}</p>
        </div>
      ))}
    </section>
  );
}

function publicationWords({ publication, ended_at }: Tracked): string {
  const { state, agreed, reason } = publication;
  if (!agreed) return t('publication.none');
  if (state === 'none') return ended_at === null ? t('publication.agreed') : '';
  return t(`publication.${state}`, { reason });
}

function Publication({ petition }: { petition: Tracked }) {
  const { publication } = petition;
  const words = publicationWords(petition);
  if (!words || petition.status.id === 'refused' || petition.status.id === 'withdrawn') return null;
  return (
    <section class="card pad stack" aria-labelledby="petition-publication">
      <h2 id="petition-publication">{t('view.publication')}</h2>
      <p>{words}</p>
      {publication.text && (
        <div class="petition-answer stack" lang="vi">
          <p class="petition-words">{publication.text}</p>
          <p class="petition-words">{publication.answer}</p>
        </div>
      )}
    </section>
  );
}

const KINDS = { received: 'info', assigned: 'info', waiting: 'paused', answered: 'done',
  refused: 'plain', withdrawn: 'plain' } as const;

function Shown({ petition, set }: { petition: Tracked; set: (after: Tracked) => void }) {
  const [said, setSaid] = useState('');
  const done = (after: Tracked) => { set(after); setSaid(t('said')); scrollTo(0, 0); };
  const acts = { petition, onDone: done };
  const later = useLater(() => import('./petition_acts'));
  return (
    <div class="petition-view stack">
      <PageHead document_title={t('view.title', { code: petition.code })}
        title={<>{t('view.title', { code: '' })}<span class="nowrap">{petition.code}</span></>} />
      <p><Badge kind={KINDS[petition.status.id]}>{say(petition.status.name)}</Badge></p>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {later && <later.SupplementCard {...acts} />}
      <Outcome petition={petition} />
      {later && <later.JudgeCard {...acts} />}
      <Promised petition={petition} />
      <Sent petition={petition} />
      <Asked petition={petition} />
      <Publication petition={petition} />
      {later && <later.SenderTools {...acts} />}
    </div>
  );
}

export function PetitionPage({ params }: PageProps) {
  const code = params.code ?? '';
  const loaded = useLoaded(() => ask(api.GET('/api/petition-tracking/{code}',
    { params: { path: { code } } })), [code, clockJumps.value]);
  const crumbs = [{ label: kit('foot.petitions'), path: '/phan-anh/' },
    { label: t('look.title'), path: '/phan-anh/theo-doi/' }, { label: code }];
  const kind = loaded.problem?.kind;
  if (!loaded.value && (kind === 'not-allowed' || kind === 'not-found')) {
    return (
      <Page crumbs={crumbs}>
        <div class="petition-form stack">
          <PageHead title={t('look.title')} document_title={t('look.title')} />
          <p>{t('look.lead')}</p>
          <PetitionLookUpForm code={code} secret="" />
        </div>
      </Page>
    );
  }
  return (
    <LoadedPage from={loaded} crumbs={crumbs}>
      {(petition) => <Shown petition={petition} set={loaded.set} />}
    </LoadedPage>
  );
}
