// An applicant's dossier: how it stands, what to do next, who has it, every promise with its
// reckoning, where it has been, its papers. Refreshes itself while it is looked at.
import { useEffect, useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { PaperTable } from '../../../components/paper_table/paper_table';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t as citizen } from '../../../text/citizen';
import { t } from '../../../text/tracking';
import { AccountHint } from '../parts/account_hint';
import { LoadedPage, Page } from '../parts/page';
import { LookUpForm } from '../parts/look_up_form';
import { PromiseCard } from './promise_card';
import { StateCard } from './state_card';
import './tracking.css';

export type Dossier = Schemas['Tracking'];

const REFRESH_MS = 20_000;
const REFRESH_WAITING_MS = 3_000;  // for a payment that may arrive any moment

function fileAddress({ code }: Dossier, file: string): string {
  return `/api/tracking/${encodeURIComponent(code)}/files/${file}`;
}

function Head({ dossier }: { dossier: Dossier }) {
  return (
    <div class="tracking-head long-title">
      <PageHead title={<Say of={dossier.name} />}
        document_title={`${dossier.code} – ${say(dossier.name)}`} />
      {dossier.case_name && <p class="tracking-case"><Say of={dossier.case_name} /></p>}
      <dl class="tracking-facts">
        <div><dt>{t('code')}</dt><dd class="code">{dossier.code}</dd></div>
        <div><dt>{t('applicant')}</dt><dd>{dossier.applicant}</dd></div>
        {dossier.received_at && (
          <div><dt>{t('received')}</dt><dd>{showMoment(dossier.received_at)}</dd></div>
        )}
        <div><dt class="unseen">{citizen('channel.online')}</dt>
          <dd>{t(`channel.${dossier.channel}`)}</dd></div>
      </dl>
    </div>
  );
}

interface ShownProps { dossier: Dossier; onChange: (dossier: Dossier, words: string) => void;
  said: string }

function Shown({ dossier, onChange, said }: ShownProps) {
  const asked = dossier.may.includes('supplement') ? dossier.supplement : undefined;
  const later = useLater(() => import('./supplement_form'), asked !== undefined);
  const account = dossier.payment;
  const money = useLater(() => import('./payment_card'), account !== undefined);
  const result = useLater(() => import('./result_card'), dossier.result !== undefined);
  const rating = useLater(() => import('./rating_card'), dossier.rating !== undefined);
  const level = useLater(() => import('../../../components/level_card/level_card'));
  const files = useLater(() => import('../../../components/paper_file/paper_file'),
    dossier.files_open);
  const way = useLater(() => import('../../../components/timeline/timeline'));
  const told = useLater(() => import('./later_parts'));
  return (
    <>
      <Head dossier={dossier} />
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      <div class="tracking-columns">
        <div class="tracking-main">
          <StateCard dossier={dossier}>
            {asked && later && (
              <later.SupplementForm dossier={dossier} ask_for={asked}
                onDone={(after) => onChange(after,
                  t(asked.form ? 'supplement.sent-whole' : 'supplement.sent'))} />
            )}
          </StateCard>
          {account && money && <money.PaymentCard dossier={dossier} account={account} />}
          {told && <told.Apology dossier={dossier} />}
          {dossier.result && result && (
            <result.ResultCard dossier={dossier} result={dossier.result} />
          )}
          {rating && dossier.rating && (
            <rating.RatingCard dossier={dossier}
              onRated={(after) => onChange(after, t('rated'))} />
          )}
          <PromiseCard promise={dossier.promise} />
          {told && <told.DecidesCard dossier={dossier} />}
          {told && <told.Supplements dossier={dossier} />}
          <section class="card pad stack" aria-labelledby="timeline">
            <h2 id="timeline">{t('timeline')}</h2>
            {way && <way.Timeline entries={dossier.timeline} />}
          </section>
          {level && <level.LevelCard online={dossier.online} />}
          {told && <told.NoticesSection dossier={dossier} />}
          {dossier.papers.length > 0 && (
            <section class="card pad stack" aria-labelledby="papers">
              <h2 id="papers">{t('papers')}</h2><PaperTable papers={dossier.papers}
                show={files && ((file) => (
                  <files.PaperFile file={file} address={fileAddress(dossier, file.id)} />
                ))} />
            </section>
          )}
        </div>
        {told && (
          <told.Tools dossier={dossier}
            onWithdrawn={(after) => onChange(after, t('withdraw.done'))}>
            <told.VisitLink dossier={dossier} />
          </told.Tools>
        )}
      </div>
    </>
  );
}

/** Asks again from time to time while the page is in front, so that news shows by itself. */
function useRefreshing(reload: () => void, every: number): void {
  useEffect(() => {
    const timer = setInterval(() => { if (!document.hidden) reload(); }, every);
    return () => clearInterval(timer);
  }, [reload, every]);
}

export function TrackingPage({ params }: PageProps) {
  const code = params.code ?? '';
  const jumps = clockJumps.value;
  const [said, setSaid] = useState('');
  const loaded = useLoaded(() => ask(api.GET('/api/tracking/{code}',
    { params: { path: { code } } })), [code, jumps]);
  const waiting = loaded.value?.payment?.state === 'waiting';
  useRefreshing(loaded.reload, waiting ? REFRESH_WAITING_MS : REFRESH_MS);
  const crumbs = [{ label: citizen('track.title'), path: '/tra-cuu/' }, { label: code }];
  const kind = loaded.problem?.kind;
  if (!loaded.value && (kind === 'not-allowed' || kind === 'not-found')) {
    return (
      <Page crumbs={crumbs}>
        <div class="tracking-closed stack">
          <PageHead title={citizen('track.title')} document_title={citizen('track.title')} />
          <p>{citizen('track.lead')}</p>
          <LookUpForm code={code} />
          <AccountHint words={citizen('track.account')} />
        </div>
      </Page>
    );
  }
  const change = (after: Dossier, words: string) => {
    loaded.set(after);
    setSaid(words);
    scrollTo(0, 0);
  };
  return (
    <LoadedPage from={loaded} crumbs={crumbs}>
      {(dossier) => <Shown dossier={dossier} said={said} onChange={change} />}
    </LoadedPage>
  );
}
