// Booking: what for, when, and how the office reaches the person.
import { useRef } from 'preact/hooks';
import { api, ask, newKey } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { TextField } from '../../../components/field/field';
import { TimeFields } from '../../../components/time_fields/time_fields';
import type { Days } from '../../../components/time_fields/times';
import { t } from '../../../text/appointment';
import { account } from '../account/account';
import { book, type Booked, type Purpose, type Wanted } from './asking';

const PURPOSES: Purpose[] = ['apply', 'bring-papers', 'collect-result', 'advice'];

export interface Begun { purpose?: Purpose; procedure: string; dossier: string }
interface Values extends Omit<Wanted, 'purpose'> { purpose: Purpose | ''; day: string }

/** The procedure goes with applying and advice, the dossier with bringing and collecting. */
function wantedOf({ day: _, purpose, ...values }: Values): Wanted {
  const of_dossier = purpose === 'bring-papers' || purpose === 'collect-result';
  return { ...values, purpose: purpose || 'advice',
    procedure: of_dossier ? '' : values.procedure, dossier: of_dossier ? values.dossier : '' };
}

function missingIn(values: Values) {
  const reachable = values.email.trim() || values.phone.trim();
  return {
    purpose: values.purpose ? undefined : t('purpose.missing'),
    procedure: values.purpose === 'apply' && !values.procedure ? t('procedure.missing') : undefined,
    day: values.day ? undefined : t('day.missing'),
    at: values.day && !values.at ? t('slot.missing') : undefined,
    name: values.name.trim() ? undefined : t('name.missing'),
    email: reachable ? undefined : t('contact.missing'),
  };
}

function useBooking(begun: Begun, onBooked: (booked: Booked) => void, onTaken: () => void) {
  const mine = account.value;
  const own = mine?.parties.find((party) => party.id === mine.id);
  const key = useRef({ body: '', key: '' });
  return useCheckedForm<Values>({
    id: 'booking',
    start: { purpose: begun.purpose ?? '', procedure: begun.procedure, dossier: begun.dossier,
      day: '', at: '', name: own?.name ?? '', email: own?.email ?? '', phone: own?.phone ?? '' },
    check: missingIn,
    at: { 'slot-full': 'at', 'slot-past': 'at', 'slot-too-soon': 'at', 'slot-unknown': 'at',
      'slot-day-off': 'day', 'slot-too-far': 'day', 'already-booked-then': 'at' },
    send: async (values) => {
      const wanted = wantedOf(values);
      const body = JSON.stringify(wanted);
      if (key.current.body !== body) key.current = { body, key: newKey() };
      try {
        onBooked(await book(wanted, key.current.key));
      } catch (error) {
        if (error instanceof ProblemError && error.kind === 'conflict') onTaken();
        throw error;
      }
    },
  });
}

interface Props { days: Days; begun: Begun; turn: number; onBooked: (booked: Booked) => void;
  /** Somebody was quicker: what is free is read anew. */
  onTaken: () => void }

export function BookingForm({ days, begun, turn, onBooked, onTaken }: Props) {
  const form = useBooking(begun, onBooked, onTaken);
  const procedures = useLoaded(async () => (await ask(api.GET('/api/procedures'))).items, []);
  const { values, set, frame } = form;
  const of_dossier = values.purpose === 'bring-papers' || values.purpose === 'collect-result';
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'book.busy' : 'book')}>
      <ChooseOne field={frame('purpose', t('purpose'))} chosen={values.purpose || undefined}
        options={PURPOSES.map((key) => ({ key, label: t(`purpose.${key}`) }))}
        onChoose={(purpose) => set({ purpose: (purpose ?? '') as Purpose | '' })} />
      {of_dossier && (
        <TextField field={frame('dossier', t('dossier'), { optional: true,
          hint: t('dossier.hint') })} width={30} autocomplete="off"
          value={values.dossier} onInput={(dossier) => set({ dossier })} />
      )}
      {values.purpose && !of_dossier && (
        <ChooseOne as_list field={frame('procedure', t('procedure'),
          { optional: values.purpose !== 'apply' })}
          chosen={values.procedure || undefined}
          options={(procedures.value ?? []).map((one) => ({ key: one.id, label: say(one.name) }))}
          onChoose={(procedure) => set({ procedure: procedure ?? '' })} />
      )}
      <TimeFields days={days.days} day={frame('day', t('day'))} turn={turn}
        slot={frame('at', t('slot'), { hint: t('slot.hint', { count: days.slot_minutes }) })}
        chosen={{ day: values.day, at: values.at }} onChoose={(chosen) => set(chosen)} />
      <TextField field={frame('name', t('name'))} autocomplete="name"
        value={values.name} onInput={(name) => set({ name })} />
      <TextField field={frame('email', t('email'), { optional: true, hint: t('email.hint') })}
        type="email" autocomplete="email"
        value={values.email} onInput={(email) => set({ email })} />
      <TextField field={frame('phone', t('phone'), { optional: true })} type="tel" width={16}
        autocomplete="tel" value={values.phone} onInput={(phone) => set({ phone })} />
      <p class="muted small">{t('privacy')}</p>
    </CheckedFormView>
  );
}
