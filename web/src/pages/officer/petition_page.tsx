// One complaint or suggestion as an officer deals with it: what was said, its terms, what has
// happened, and the acts the server offers this officer now.
import { useState } from 'preact/hooks';
import { useLoaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import type { PageProps } from '../../app/router';
import { Badge } from '../../components/badge/badge';
import { clockJumps } from '../../components/demo_bar/demo_bar';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { PromiseReason } from '../../components/promise_days/promise_days';
import { showMoment, showShortMoment } from '../../display/moments';
import { t } from '../../text/petition_desk';
import { Card, DueBox, Facts } from './facts';
import { PetitionActDialog } from './petition_act_dialog';
import {
  openPetition, petitionPath, type OpenedPetition, type Petition, type PetitionOffer,
} from './petition_desk';
import './petition.css';

function Words({ petition }: { petition: Petition }) {
  return (
    <Card id="petition-words" title={t('words')}>
      <Facts rows={[
        [t('kind'), say(petition.kind.name)],
        [t('dossier'), petition.dossier && (
          <a href={href(`/can-bo/ho-so/${petition.dossier}/`)}>{petition.dossier}</a>)],
        [t('repeats'), petition.repeats && (
          <a href={petitionPath(petition.repeats)}>{petition.repeats}</a>)],
        [t('unit'), petition.unit ? say(petition.unit) : t('no-unit')],
      ]} />
      <p class="petition-words">{petition.text}</p>
      {petition.asked.map((one) => (
        <div class="stack" key={one.at}>
          <p class="strong">{t('asked')}</p>
          <p class="petition-words">{one.what}</p>
          <p class="muted">{t('asked.until', { moment: showMoment(one.until) })}</p>
          {!one.stops_clock && <p class="muted">{t('asked.no-stop')}</p>}
          <p class="petition-words">{one.text}</p>
        </div>
      ))}
    </Card>
  );
}

function Outcome({ petition }: { petition: Petition }) {
  if (petition.ended_at === null) return null;
  const { id } = petition.status;
  const title = id === 'answered' ? t('answer')
    : id === 'refused' ? t('refusal') : t('withdrawal');
  return (
    <Card id="petition-outcome" title={title}>
      <p class="petition-words">{id === 'answered' ? petition.answer : petition.reason}</p>
      {petition.liked !== null && (
        <p>
          <Badge kind={petition.liked ? 'done' : 'soon'}>
            {petition.liked ? t('liked.yes') : t('liked.no')}
          </Badge> {petition.comment}
        </p>
      )}
      {petition.repeated_by && (
        <p>
          {t('repeated')}{' '}
          <a href={petitionPath(petition.repeated_by)}>{petition.repeated_by}</a>
        </p>
      )}
    </Card>
  );
}

function Sender({ petition }: { petition: Petition }) {
  const { sender } = petition;
  const blank = sender && !sender.name && !sender.email && !sender.phone;
  return (
    <Card id="petition-sender" title={t('sender')}>
      {!sender && <Notice kind="info"><p>{t('sender.hidden')}</p></Notice>}
      {blank && <p class="muted">{t('sender.none')}</p>}
      {sender && (
        <Facts rows={[[t('sender.name'), sender.name], [t('sender.email'), sender.email],
          [t('sender.phone'), sender.phone]]} />
      )}
    </Card>
  );
}

function DutyBadge({ duty }: { duty: Petition['duties'][number] }) {
  if (duty.late) return <Badge kind="late">{t('duty.late')}</Badge>;
  if (duty.done !== null) return <Badge kind="done">{t('duty.kept')}</Badge>;
  return duty.waits ? <Badge kind="paused">{t('duty.waits')}</Badge>
    : <Badge kind="info">{t('duty.running')}</Badge>;
}

function Duties({ petition }: { petition: Petition }) {
  return (
    <Card id="petition-duties" title={t('duties')}>
      <ul class="petition-duties">
        {petition.duties.map((duty) => (
          <li key={duty.kind}>
            <p class="row between">
              <span class="strong">{say(duty.label)}</span><DutyBadge duty={duty} />
            </p>
            <p class="muted">{t('duty.due', { moment: showMoment(duty.due) })}</p>
            {duty.done !== null && (
              <p class="muted">{t('duty.done', { moment: showMoment(duty.done) })}</p>
            )}
          </li>
        ))}
      </ul>
      <PromiseReason days={petition.promise.days} />
    </Card>
  );
}

function Publication({ petition }: { petition: Petition }) {
  const { agreed, state, reason, text, answer } = petition.publication;
  return (
    <Card id="petition-publication" title={t('publication')}>
      <p>{agreed ? t('publication.agreed') : t('publication.not-agreed')}</p>
      {state === 'published' && <p class="strong">{t('publication.published')}</p>}
      {reason && <p>{t('publication.reason', { reason })}</p>}
      {text && <p class="petition-words">{text}</p>}
      {answer && <p class="petition-words">{answer}</p>}
    </Card>
  );
}

function Timeline({ petition }: { petition: Petition }) {
  return (
    <Card id="petition-timeline" title={t('timeline')}>
      <ol class="petition-timeline">
        {petition.timeline.map((one) => (
          <li key={one.at + one.event}>
            <span class="strong">{say(one.title)}</span>
            <span class="muted smaller">
              {' '}{showShortMoment(one.at)} · {one.actor || t('timeline.sender')}
              {one.generated && ` · ${t('timeline.generated')}`}
            </span>
            {one.note && <p>{one.note}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

const WEIGHTS = { main: 'button', secondary: 'button secondary', quiet: 'button quiet' };

function Acts({ petition, onChoose }:
  { petition: Petition; onChoose: (offer: PetitionOffer) => void }) {
  return (
    <Card id="petition-acts" title={t('acts')}>
      {petition.acts.length === 0 && <p class="muted">{t('acts.none')}</p>}
      <div class="petition-acts no-print">
        {petition.acts.map((offer) => (
          <button key={offer.name} type="button" class={WEIGHTS[offer.weight]}
            onClick={() => onChoose(offer)}>{say(offer.label)}</button>
        ))}
      </div>
    </Card>
  );
}

function Shown({ opened, set, reload }:
  { opened: OpenedPetition; set: (after: OpenedPetition) => void; reload: () => void }) {
  const [doing, setDoing] = useState<PetitionOffer>();
  const [said, setSaid] = useState('');
  const { petition } = opened;
  const { promise } = petition;
  const title = t('one.title', { code: petition.code });
  return (
    <>
      <p class="no-print">
        <a class="back" href={href('/can-bo/phan-anh/')}><Icon name="back" />{t('back')}</a>
      </p>
      <PageHead document_title={title}
        title={<>{t('one.title', { code: '' })}<span class="nowrap">{petition.code}</span></>} />
      <p class="muted">
        {say(petition.status.name)} ·{' '}
        {t('received', { moment: showMoment(petition.received_at) })}
      </p>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      <div class="petition-columns">
        <div>
          <Words petition={petition} />
          <Outcome petition={petition} />
          <Publication petition={petition} />
          <Timeline petition={petition} />
        </div>
        <div>
          <DueBox countdown={promise.countdown}
            line={promise.due ? showMoment(promise.due) : undefined} />
          <Acts petition={petition} onChoose={(offer) => { setSaid(''); setDoing(offer); }} />
          <Sender petition={petition} />
          <Duties petition={petition} />
        </div>
      </div>
      {doing && (
        <PetitionActDialog opened={opened} offer={doing} onClose={() => setDoing(undefined)}
          onStale={() => { setDoing(undefined); reload(); }}
          onDone={(after) => { set(after); setDoing(undefined); setSaid(t('act.done')); }} />
      )}
    </>
  );
}

export function PetitionPage({ params }: PageProps) {
  const code = params.code ?? '';
  const loaded = useLoaded(() => openPetition(code), [code, clockJumps.value]);
  const opened = loaded.value;
  return (
    <main id="main" class="list" aria-busy={loaded.loading}>
      {!opened && (loaded.problem
        ? <ProblemView problem={loaded.problem} onAgain={loaded.reload} home="/can-bo/phan-anh/" />
        : <Loading />)}
      {opened && loaded.problem && (
        <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
      )}
      {opened && <Shown opened={opened} set={loaded.set} reload={loaded.reload} />}
    </main>
  );
}
