// Opening an appointment by its two codes.
import { useState } from 'preact/hooks';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { TextField } from '../../../components/field/field';
import { t } from '../../../text/appointment';
import { AppointmentCard } from './appointment_card';
import { openAppointment, type Appointment, type Keys } from './asking';

export function OpenForm({ keys }: { keys: Keys }) {
  const [opened, setOpened] = useState<{ keys: Keys; appointment: Appointment }>();
  const form = useCheckedForm({
    id: 'open-appointment',
    start: { code: keys.code, secret: keys.secret ?? '' },
    check: ({ code, secret }) => ({ code: code.trim() ? undefined : t('code.missing'),
      secret: secret.trim() ? undefined : t('secret.missing') }),
    at: { 'appointment-not-found': 'code' },
    send: async ({ code, secret }) => {
      const typed = { code: code.trim().toUpperCase(), secret: secret.trim() };
      setOpened({ keys: typed, appointment: await openAppointment(typed) });
    },
  });
  if (opened) {
    return (
      <AppointmentCard of={opened.appointment} keys={opened.keys}
        onChange={(appointment) => setOpened({ ...opened, appointment })} />
    );
  }
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'open.busy' : 'open.send')}>
      <TextField field={form.frame('code', t('fact.code'), { hint: t('code.hint') })} width={14}
        autocomplete="off" value={form.values.code} onInput={(code) => form.set({ code })} />
      <TextField field={form.frame('secret', t('fact.secret'))} width={14} autocomplete="off"
        value={form.values.secret} onInput={(secret) => form.set({ secret })} />
    </CheckedFormView>
  );
}
