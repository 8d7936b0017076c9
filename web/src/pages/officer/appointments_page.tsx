// The counter's day: who comes when and for what, what became of it, and which appointments have to
// be moved because their day is no working day any more. Prints as a list.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import { Badge, type BadgeKind } from '../../components/badge/badge';
import { DateField } from '../../components/date_field/date_field';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showDay, showMoment, showTime, startSentence } from '../../display/moments';
import { isRealDate } from '../../form/check';
import { t as booking } from '../../text/appointment';
import { t } from '../../text/appointments';
import { CancelDialog, MoveDialog } from './appointment_dialogs';
import {
  listAppointments, markAppointment, type Appointment, type AppointmentList, type MarkState,
} from './appointments';
import { Card } from './facts';
import { Refusal } from './dialog_parts';
import './appointments.css';

const STATES: Record<Appointment['state'], BadgeKind> = { booked: 'info', arrived: 'done',
  missed: 'soon', 'cancelled-by-person': 'plain', 'cancelled-by-office': 'plain' };

interface Doing { what: 'move' | 'cancel'; of: Appointment }
interface RowProps { of: Appointment; onMark: (of: Appointment, state: MarkState) => void;
  onDo: (doing: Doing) => void; with_day?: boolean }

function Buttons({ of, onMark, onDo, with_day }: RowProps) {
  const button = (label: string, act: () => void) => (
    <button type="button" class="button secondary compact" onClick={act}
      aria-label={`${label}: ${of.name}, ${showTime(of.at)}`}>{label}</button>
  );
  if (of.state === 'arrived' || of.state === 'missed') {
    return button(t('mark.back'), () => onMark(of, 'booked'));
  }
  if (of.state !== 'booked') return null;
  return (
    <>
      {!with_day && button(t('mark.arrived'), () => onMark(of, 'arrived'))}
      {!with_day && !of.may_change && button(t('mark.missed'), () => onMark(of, 'missed'))}
      {of.may_change && button(t('move'), () => onDo({ what: 'move', of }))}
      {button(t('cancel'), () => onDo({ what: 'cancel', of }))}
    </>
  );
}

function Row(props: RowProps) {
  const { of, with_day } = props;
  return (
    <tr>
      <td class="appointment-time">
        {with_day ? showMoment(of.at) : `${showTime(of.at)}–${showTime(of.until)}`}
      </td>
      <th scope="row">
        <b>{of.name}</b>
        <span class="dossier-code">{of.code}</span>
        <span class="appointment-contact">{[of.phone, of.email].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        {say(of.what_for)}
        {of.dossier && (
          <a class="dossier-code"
            href={href(`/can-bo/ho-so/${encodeURIComponent(of.dossier)}/`)}>{of.dossier}</a>
        )}
        {of.reason && <span class="muted smaller appointment-reason">{of.reason}</span>}
      </td>
      <td><Badge kind={STATES[of.state]}>{booking(`state.${of.state}`)}</Badge></td>
      <td class="no-print"><div class="acts"><Buttons {...props} /></div></td>
    </tr>
  );
}

type TableProps = Omit<RowProps, 'of'> & { items: Appointment[]; label: string };

function Table({ items, label, ...rest }: TableProps) {
  return (
    <table class="work-table appointments-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{booking('slot')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" class="no-print">{t('acts')}</th>
        </tr>
      </thead>
      <tbody>{items.map((one) => <Row key={one.code} of={one} {...rest} />)}</tbody>
    </table>
  );
}

function Dropped({ list }: { list: AppointmentList }) {
  if (!list.dropped.length) return null;
  return (
    <Card id="dropped" title={t('dropped')}>
      <p class="muted">{t('dropped.lead')}</p>
      <ul>
        {list.dropped.map(({ state, count }) => (
          <li key={state}>{booking(`state.${state}`)}: {count}</li>
        ))}
      </ul>
    </Card>
  );
}

interface DayFormProps { date: string; today: string; onChoose: (date: string) => void }

function DayForm({ date, today, onChoose }: DayFormProps) {
  const [typed, setTyped] = useState<string | undefined>(date);
  const [wrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const real = isRealDate(typed ?? '');
    setWrong(!real);
    if (real && typed) onChoose(typed);
  };
  return (
    <form class="row appointments-day no-print" onSubmit={submit} noValidate>
      <DateField key={date} value={typed} onInput={setTyped}
        field={{ id: 'appointments-day', label: booking('day'), required: true,
          error: wrong ? t('day.wrong') : undefined }} />
      <button class="button secondary">{t('day.show')}</button>
      {date !== today && (
        <button type="button" class="button quiet" onClick={() => onChoose(today)}>
          {t('day.today')}
        </button>
      )}
      <button type="button" class="button secondary" onClick={() => print()}>
        <Icon name="print" />{booking('print')}
      </button>
    </form>
  );
}

/** What was done to one, and what went wrong. */
function useMarking(reload: () => void) {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const [doing, setDoing] = useState<Doing>();
  const mark = async (of: Appointment, state: MarkState) => {
    setProblem(undefined);
    try {
      await markAppointment(of.code, state);
      setSaid(t('marked', { name: of.name, state: booking(`state.${state}`) }));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
    reload();
  };
  const done = (words: string) => { setDoing(undefined); setSaid(words); reload(); };
  return { said, problem, doing, setDoing, mark, done };
}

function Shown({ list, reload }: { list: AppointmentList; reload: () => void }) {
  const { said, problem, doing, setDoing, mark, done } = useMarking(reload);
  const acts = { onMark: (of: Appointment, state: MarkState) => void mark(of, state),
    onDo: setDoing };
  const close = () => setDoing(undefined);
  return (
    <>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {problem && <Refusal problem={problem} />}
      {list.to_move.length > 0 && (
        <section class="stack" aria-labelledby="to-move">
          <h2 id="to-move">{t('to-move', { count: list.to_move.length })}</h2>
          <p>{t('to-move.lead')}</p>
          <Table items={list.to_move} label={t('to-move.label')} with_day {...acts} />
        </section>
      )}
      <section aria-labelledby="of-day">
        <h2 id="of-day">{t('of-day', { day: startSentence(showDay(list.date)),
          count: list.items.length })}</h2>
        {list.items.length
          ? <Table items={list.items} label={t('title')} {...acts} />
          : <div class="empty"><Icon name="calendar_check" /><p>{t('empty')}</p></div>}
      </section>
      <Dropped list={list} />
      {doing?.what === 'move' && <MoveDialog of={doing.of} onClose={close} onDone={done} />}
      {doing?.what === 'cancel' && <CancelDialog of={doing.of} onClose={close} onDone={done} />}
    </>
  );
}

export function AppointmentsPage() {
  const [date, setDate] = useState<string>();
  const loaded = useLoaded(() => listAppointments(date), [date]);
  const list = loaded.value;
  return (
    <main id="main" class="list stack">
      <PageHead title={t('title')} document_title={t('title')} />
      {list && <DayForm date={list.date} today={list.today} onChoose={setDate} />}
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!list && !loaded.problem && <Loading />}
      {list && <Shown list={list} reload={loaded.reload} />}
    </main>
  );
}
