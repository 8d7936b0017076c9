// One dossier: its deadline and promise, what this officer may do now (as the server offers it),
// and everything known about it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { href, say } from '../../app/language';
import type { PageProps } from '../../app/router';
import { useLater } from '../../app/use_later';
import { Badge } from '../../components/badge/badge';
import { ClockBar } from '../../components/clock_bar/clock_bar';
import { clockJumps } from '../../components/demo_bar/demo_bar';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { PromiseOutcome } from '../../components/promise_outcome/promise_outcome';
import { showMoment } from '../../display/moments';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/officer';
import { ChangesCard } from './changes_card';
import './dossier.css';
import { openDossier, type Opened } from './desk';
import { PapersCard } from './dossier_papers';
import {
  HeldCard, ProcessCard, ResultCard, slipAddress, slipName, SlipsCard, TimelineCard,
} from './dossier_record';
import { Card, DueBox, Facts } from './facts';
import { useLive } from './live';
import { currentCountdown, dueLine } from './preview';
import { PaymentCard } from './payment_card';
import { PromiseCard } from './promise_account';
import { useScans } from './scanned_file';
import { AppliedCard, ApplicantCard, SupplementCard } from './dossier_form';
import type { ActDone, ActOffer, DecisionNote, Dossier } from './shapes';

function Head({ dossier }: { dossier: Dossier }) {
  const name = say(dossier.name);
  return (
    <div class="dossier-head">
      <p class="no-print">
        <a class="back" href={href('/can-bo/')}><Icon name="back" />{t('back_to_list')}</a>
      </p>
      <PageHead title={name} document_title={`${dossier.code} ${name}`} />
      <p class="row dossier-line">
        <span class="code">{dossier.code}</span>
        <Badge kind="info">{say(dossier.status.name)}</Badge>
        <span class="muted">{dossier.applicant.name}</span>
        {dossier.generated && <Badge kind="plain">{t('generated')}</Badge>}
      </p>
    </div>
  );
}

function Deadline({ dossier }: { dossier: Dossier }) {
  const promise = dossier.promise;
  const changes = promise.history.length - 1;
  return (
    <section class="card pad deadline" aria-label={t('col_due')}>
      <DueBox countdown={currentCountdown(dossier)} line={dueLine(dossier)} />
      <dl class="promises">
        <div>
          <dt>{t('first_promise')}</dt>
          <dd>{promise.first ? showMoment(promise.first) : t('no_promise')}</dd>
        </div>
        <div>
          <dt>{t('current_promise')}</dt>
          <dd>{promise.current ? showMoment(promise.current) : t('no_promise')}</dd>
          <dd class="muted">
            {changes > 0 ? t('changed_promise', { count: changes }) : t('same_promise')}
          </dd>
        </div>
      </dl>
      <div class="deadline-clock">
        <ClockBar promise={promise} />
        <a class="no-print" href="#promise">{t('promise_title')}</a>
      </div>
      <PromiseOutcome promise={promise} />
    </section>
  );
}

function Where({ dossier }: { dossier: Dossier }) {
  const tasks = dossier.step?.tasks ?? [];
  if (tasks.length === 0) return null;
  return (
    <>
      {tasks.map((task) => (
        <Facts key={task.task} rows={[
          [t('todo_step'), <>{say(task.name)}<span class="muted">, {say(task.unit)}</span></>],
          [t('todo_assignee'), task.assignee || t('unassigned')],
          [t('todo_since'), task.opened_at && showMoment(task.opened_at)],
          [t('due_of_step'), task.due && showMoment(task.due)],
        ]} />
      ))}
    </>
  );
}

const LOOKS = { main: 'button', secondary: 'button secondary', quiet: 'button quiet' } as const;

function TodoCard({ dossier, onAct }: { dossier: Dossier; onAct: (offer: ActOffer) => void }) {
  const offers = dossier.acts.filter((offer) => offer.act !== 'check-paper');
  const plain = offers.filter((offer) => offer.weight !== 'quiet');
  const quiet = offers.filter((offer) => offer.weight === 'quiet');
  const button = (offer: ActOffer) => (
    <button type="button" key={`${offer.act} ${offer.task ?? ''}`} class={LOOKS[offer.weight]}
      onClick={() => onAct(offer)}>{say(offer.label)}</button>
  );
  const ended = dossier.promise.countdown.kind === 'ended';
  return (
    <Card id="todo" title={t('todo_title')}>
      <Where dossier={dossier} />
      {offers.length === 0 && (
        <p class="muted">{ended ? t('todo_ended') : t('todo_nothing')}</p>
      )}
      {plain.length > 0 && <div class="acts no-print">{plain.map(button)}</div>}
      {quiet.length > 0 && (
        <details class="no-print">
          <summary>{t('acts_more')}</summary>
          <div class="acts quiet-acts">{quiet.map(button)}</div>
        </details>
      )}
    </Card>
  );
}

interface Said { text: string; slip?: string; notes?: DecisionNote[] }

function DoneNotice({ said, code }: { said: Said; code: string }) {
  const box = useRef<HTMLDivElement>(null);
  const told = useLater(() => import('./decision_notes'), (said.notes ?? []).length > 0);
  useEffect(() => { box.current?.focus(); }, [said]);
  return (
    <div ref={box} tabIndex={-1} class="done-notice" role="group" aria-label={said.text}>
      <Notice kind="done">
        <p class="strong">{said.text}</p>
        {said.slip && (
          <p>
            <a href={slipAddress(code, said.slip)} target="_blank" rel="noopener">
              {t('act_done_slip', { slip: slipName(said.slip) })}
            </a>
          </p>
        )}
        {told && <told.DecisionNotes notes={said.notes ?? []} code={code} />}
      </Notice>
    </div>
  );
}

interface CardsProps { opened: Opened; onAct: (offer: ActOffer) => void; onIssue: () => void;
  onChecked: (said: string) => void }

function Cards({ opened, onAct, onIssue, onChecked }: CardsProps) {
  const { dossier } = opened;
  const issued = useLater(() => import('./issued_card'));
  const mayCheck = dossier.acts.some((offer) => offer.act === 'check-paper');
  const level = useLater(() => import('../../components/level_card/level_card'));
  const notices = useLater(() => import('./notices_card'));
  const travel = useLater(() => import('./travel/travellers_card'),
    dossier.procedure === 'official-travel');
  const authority = useLater(() => import('./authority_card'));
  const journal = useLater(() => import('./journal'));
  const scans = useScans(dossier.code, dossier.version);
  return (
    <div class="dossier-grid">
      <div class="dossier-main">
        <TodoCard dossier={dossier} onAct={onAct} />
        <ResultCard dossier={dossier} />
        {authority && <authority.AuthorityCard dossier={dossier} />}
        {issued && <issued.IssuedCard dossier={dossier} onIssue={onIssue} />}
        <SupplementCard dossier={dossier} />
        <ChangesCard dossier={dossier} scans={scans} />
        <PaymentCard dossier={dossier} onAsked={() => onChecked(t('money_asked'))} />
        <PapersCard opened={opened} scans={scans} may={mayCheck} onChanged={onChecked} />
        <AppliedCard dossier={dossier} />
        {travel && <travel.TravellersCard code={dossier.code} version={dossier.version} />}
      </div>
      <div class="dossier-side">
        <ApplicantCard dossier={dossier} />
        <SlipsCard dossier={dossier} />
        <TimelineCard dossier={dossier} />
        {level && <level.LevelCard online={dossier.online} />}
        {notices && <notices.NoticesCard code={dossier.code} version={dossier.version} />}
      </div>
      <div class="dossier-wide">
        <ProcessCard dossier={dossier} />
        <HeldCard dossier={dossier} />
        <PromiseCard promise={dossier.promise} />
        {journal && <journal.JournalCard code={dossier.code} version={dossier.version} />}
      </div>
    </div>
  );
}

/** Somebody else's act is told calmly while a form is open, shown at once otherwise. */
function useOutsideChanges(opened: Opened | undefined, acting: boolean, reload: () => void) {
  const [changed, setChanged] = useState(false);
  useEffect(() => { setChanged(false); }, [opened]);
  useLive((change) => {
    // While a form is open a missed change shows when the form is sent: the versions then differ.
    if (change.kind === 'scan') return;  // the marks of its files are read by themselves
    if (change.kind !== 'dossier') { if (!acting) reload(); return; }
    const mine = opened?.dossier;
    if (!mine || change.code !== mine.code || (change.version ?? 0) <= mine.version) return;
    if (acting || document.activeElement?.closest('.dossier-grid')) setChanged(true);
    else reload();
  });
  return changed;
}

/** What is being done in a dialog: an act, or issuing the result. */
type Doing = { offer: ActOffer } | 'issuing' | undefined;

function DoingDialog({ doing, opened, onDone, onClose }:
  { doing: Doing; opened: Opened; onDone: (said: Said) => void; onClose: () => void }) {
  const issuing = useLater(() => import('./issue_dialog'), doing === 'issuing');
  const acting = useLater(() => import('./act_dialog'));
  if (!doing) return null;
  if (doing === 'issuing') {
    return issuing ? (
      <issuing.IssueDialog opened={opened} onDone={(text, notes) => onDone({ text, notes })}
        onClose={onClose} />
    ) : null;
  }
  const done = (act: ActDone, of: ActOffer) =>
    onDone({ text: t('act_done', { act: say(of.label) }), slip: act.slip, notes: act.notes });
  return acting ? (
    <acting.ActDialog opened={opened} offer={doing.offer} onDone={done} onClose={onClose} />
  ) : null;
}

export function DossierPage({ params }: PageProps) {
  const code = params.code ?? '';
  const loaded = useLoaded(() => openDossier(code), [code, clockJumps.value]);
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<Said>();
  const [checked, setChecked] = useState('');
  const opened = loaded.value;
  const changed = useOutsideChanges(opened, doing !== undefined, loaded.reload);
  if (!opened) {
    return (
      <main id="main" class="list">
        {loaded.problem ? (
          <ProblemView problem={loaded.problem} onAgain={loaded.reload} home="/can-bo/" />
        ) : <Loading />}
      </main>
    );
  }
  const begin = (what: Doing) => { setSaid(undefined); setDoing(what); };
  const done = (words: Said) => { setDoing(undefined); setSaid(words); loaded.reload(); };
  const close = () => { setDoing(undefined); if (changed) loaded.reload(); };
  return (
    <main id="main" class="list dossier" aria-busy={loaded.loading}>
      <Head dossier={opened.dossier} />
      <p class="unseen" role="status">{checked}</p>
      {said && <DoneNotice said={said} code={code} />}
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {changed && (
        <Notice kind="info" live>
          <p>{t('outside_change')}{' '}
            <button type="button" class="link-button" onClick={loaded.reload}>
              {t('outside_reload')}
            </button></p>
        </Notice>
      )}
      <Deadline dossier={opened.dossier} />
      <Cards opened={opened} onAct={(offer) => begin({ offer })} onIssue={() => begin('issuing')}
        onChecked={(words) => { setChecked(words); loaded.reload(); }} />
      <DoingDialog doing={doing} opened={opened} onDone={done} onClose={close} />
    </main>
  );
}
