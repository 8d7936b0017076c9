// One appointment: when, what for, its codes, and what its holder can do with it.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import { useLoaded } from '../../../api/use_loaded';
import { Badge, type BadgeKind } from '../../../components/badge/badge';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { Icon } from '../../../components/icon/icon';
import { Notice } from '../../../components/notice/notice';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { QrCode } from '../../../components/qr/qr';
import { Say } from '../../../components/say/say';
import { TimeFields } from '../../../components/time_fields/time_fields';
import { readDays } from '../../../components/time_fields/times';
import { showDay, showTime, startSentence } from '../../../display/moments';
import { grouped } from '../../../display/numbers';
import { t } from '../../../text/appointment';
import {
  appointmentAddress, cancelAppointment, downloadEntry, moveAppointment,
  type Appointment, type Keys,
} from './asking';

const STATES: Record<Appointment['state'], BadgeKind> = { booked: 'info', arrived: 'done',
  missed: 'plain', 'cancelled-by-person': 'plain', 'cancelled-by-office': 'late' };

function Facts({ of, secret }: { of: Appointment; secret?: string }) {
  return (
    <dl class="appointment-facts">
      <div><dt>{t('fact.code')}</dt><dd class="code">{of.code}</dd></div>
      {secret && (
        <div>
          <dt>{t('fact.secret')}</dt><dd class="code appointment-secret">{grouped(secret)}</dd>
          <dd class="muted small">{t('fact.secret.note')}</dd>
        </div>
      )}
      <div><dt>{t('purpose')}</dt><dd><Say of={of.what_for} /></dd></div>
      {of.dossier && <div><dt>{t('dossier')}</dt><dd class="code">{of.dossier}</dd></div>}
      <div><dt>{t('name')}</dt><dd>{of.name}</dd></div>
      {of.reason && <div><dt>{t('fact.reason')}</dt><dd>{of.reason}</dd></div>}
    </dl>
  );
}

type Doing = 'move' | 'cancel' | undefined;
interface ActProps { of: Appointment; keys: Keys; onChange: (after: Appointment) => void;
  onClose: () => void }

function MoveForm({ of, keys, onChange, onClose }: ActProps) {
  const [turn, setTurn] = useState(0);
  const days = useLoaded(readDays, [turn]);
  const form = useCheckedForm({
    id: `move-${of.code}`,
    start: { day: '', at: '' },
    check: ({ day, at }) => ({ day: day ? undefined : t('day.missing'),
      at: day && !at ? t('slot.missing') : undefined }),
    at: { 'slot-full': 'at', 'slot-past': 'at', 'slot-too-soon': 'at', 'slot-unknown': 'at',
      'already-booked-then': 'at', 'slot-day-off': 'day', 'slot-too-far': 'day' },
    send: async ({ at }) => {
      try {
        onChange(await moveAppointment(keys, at));
      } catch (error) {
        if (error instanceof ProblemError && error.kind === 'conflict') setTurn(turn + 1);
        throw error;
      }
    },
  });
  if (days.problem) return <ProblemNotice problem={days.problem} onAgain={days.reload} />;
  if (!days.value) return null;
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'move.busy' : 'move.send')}
      beside={(
        <button type="button" class="button secondary" onClick={onClose}>{t('leave')}</button>
      )}>
      <TimeFields days={days.value.days} turn={turn}
        day={form.frame('day', t('day'))} slot={form.frame('at', t('slot'))}
        chosen={form.values} onChoose={(chosen) => form.set(chosen)} />
    </CheckedFormView>
  );
}

function CancelQuestion({ of, keys, onChange, onClose }: ActProps) {
  const form = useCheckedForm({ id: `cancel-${of.code}`, start: {},
    send: async () => onChange(await cancelAppointment(keys)) });
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'cancel.busy' : 'cancel.send')}
      beside={(
        <button type="button" class="button secondary" onClick={onClose}>{t('leave')}</button>
      )}>
      <p>{t('cancel.sure')}</p>
    </CheckedFormView>
  );
}

function Acts(props: Omit<ActProps, 'onClose'>) {
  const { of, keys, onChange } = props;
  const [doing, setDoing] = useState<Doing>();
  const [problem, setProblem] = useState<ProblemError>();
  const done = (after: Appointment) => { setDoing(undefined); onChange(after); };
  const fetchFile = () => {
    setProblem(undefined);
    downloadEntry(keys).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  const shared = { ...props, onChange: done, onClose: () => setDoing(undefined) };
  if (doing === 'move') return <MoveForm {...shared} />;
  if (doing === 'cancel') return <CancelQuestion {...shared} />;
  const words = `${t('fact.code')} ${of.code}`;
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div class="row no-print">
        <button type="button" class="button secondary compact" onClick={() => print()}>
          <Icon name="print" />{t('print')}
        </button>
        <button type="button" class="button secondary compact" onClick={fetchFile}>
          <Icon name="calendar" />{t('entry')}<span class="unseen"> {words}</span>
        </button>
        {of.may_change && (
          <>
            <button type="button" class="button secondary compact"
              onClick={() => setDoing('move')}>
              <Icon name="clock" />{t('move')}<span class="unseen"> {words}</span>
            </button>
            <button type="button" class="button secondary compact"
              onClick={() => setDoing('cancel')}>
              <Icon name="remove" />{t('cancel')}<span class="unseen"> {words}</span>
            </button>
          </>
        )}
      </div>
    </>
  );
}

interface Props { of: Appointment; keys: Keys; onChange: (after: Appointment) => void;
  /** Shown when it was just booked: the look-up code is told once. */
  secret?: string; children?: ComponentChildren }

export function AppointmentCard({ of, keys, secret, onChange, children }: Props) {
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (after: Appointment) => {
    setSaid(t(after.state === 'booked' ? 'moved' : 'cancelled'));
    onChange(after);
  };
  useEffect(() => { if (secret || said) heading.current?.focus(); }, [secret, said]);
  return (
    <section class="card pad stack appointment-card" aria-labelledby={`at-${of.code}`}>
      <p><Badge kind={STATES[of.state]}>{t(`state.${of.state}`)}</Badge></p>
      <h2 id={`at-${of.code}`} tabIndex={-1} ref={heading}>
        {showTime(of.at)}–{showTime(of.until)}, {startSentence(showDay(of.at))}
      </h2>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {of.has_to_move && <Notice kind="soon"><p>{t('has-to-move')}</p></Notice>}
      {children}
      <div class={secret ? 'appointment-columns' : undefined}>
        <Facts of={of} secret={secret} />
        {secret && (
          <figure>
            <QrCode text={appointmentAddress({ code: of.code, secret })}
              label={t('qr', { code: of.code })} />
            <figcaption class="small muted">{t('qr.note')}</figcaption>
          </figure>
        )}
      </div>
      <Acts of={of} keys={keys} onChange={change} />
    </section>
  );
}
