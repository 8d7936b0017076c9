// Moving or cancelling somebody's appointment: he is told why.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/field/field';
import { Notice } from '../../components/notice/notice';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { TimeFields } from '../../components/time_fields/time_fields';
import { readDays } from '../../components/time_fields/times';
import { showMoment } from '../../display/moments';
import { t as booking } from '../../text/appointment';
import { t } from '../../text/appointments';
import { markAppointment, moveByOfficer, type Appointment } from './appointments';

interface Props { of: Appointment; onClose: () => void; onDone: (said: string) => void }

function Whose({ of }: { of: Appointment }) {
  return (
    <>
      <p><b>{of.name}</b> · {showMoment(of.at)}</p>
      {!of.email && <Notice kind="soon"><p>{t('call', { phone: of.phone })}</p></Notice>}
    </>
  );
}

export function CancelDialog({ of, onClose, onDone }: Props) {
  const form = useCheckedForm({
    id: 'cancel',
    start: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : t('reason.missing') }),
    at: { 'cancel-reason-missing': 'reason' },
    send: async ({ reason }) => {
      await markAppointment(of.code, 'cancelled-by-office', reason.trim());
      onDone(t('cancel.done', { name: of.name }));
    },
  });
  return (
    <Dialog title={t('cancel')} onClose={onClose}>
      <Whose of={of} />
      <CheckedFormView of={form} send={t(form.busy ? 'busy' : 'cancel.send')}>
        <TextField field={form.frame('reason', t('reason'), { hint: t('reason.hint') })} lines={3}
          value={form.values.reason} onInput={(reason) => form.set({ reason })} />
      </CheckedFormView>
    </Dialog>
  );
}

export function MoveDialog({ of, onClose, onDone }: Props) {
  const [turn, setTurn] = useState(0);
  const days = useLoaded(readDays, [turn]);
  const form = useCheckedForm({
    id: 'move',
    start: { day: '', at: '', reason: '' },
    check: ({ day, at, reason }) => ({
      day: day ? undefined : booking('day.missing'),
      at: day && !at ? booking('slot.missing') : undefined,
      reason: reason.trim() ? undefined : t('reason.missing'),
    }),
    at: { 'slot-full': 'at', 'slot-past': 'at', 'slot-unknown': 'at', 'already-booked-then': 'at',
      'slot-day-off': 'day', 'slot-too-far': 'day' },
    send: async ({ at, reason }) => {
      try {
        await moveByOfficer(of.code, at, reason.trim());
        onDone(t('move.done', { name: of.name, moment: showMoment(at) }));
      } catch (error) {
        if (error instanceof ProblemError && error.kind === 'conflict') setTurn(turn + 1);
        throw error;
      }
    },
  });
  return (
    <Dialog title={t('move')} onClose={onClose}>
      <Whose of={of} />
      {days.problem && <ProblemNotice problem={days.problem} onAgain={days.reload} />}
      {days.value && (
        <CheckedFormView of={form} send={t(form.busy ? 'busy' : 'move.send')}>
          <TimeFields days={days.value.days} turn={turn} chosen={form.values}
            day={form.frame('day', booking('day'))} slot={form.frame('at', booking('slot'))}
            onChoose={(chosen) => form.set(chosen)} />
          <TextField field={form.frame('reason', t('reason'), { hint: t('reason.hint') })}
            lines={3} value={form.values.reason} onInput={(reason) => form.set({ reason })} />
        </CheckedFormView>
      )}
    </Dialog>
  );
}
