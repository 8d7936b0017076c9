// What the pages about appointments ask of the server.
import { api, ask, type Schemas } from '../../../api/client';
import { language } from '../../../app/language';

export type Appointment = Schemas['Appointment'];
export type Booked = Schemas['BookedAppointment'];
export type Purpose = Schemas['AppointmentPurpose'];

/** By which an appointment is opened; no secret: from the account it was booked from. */
export interface Keys { code: string; secret?: string }

export interface Wanted { at: string; purpose: Purpose; procedure: string; dossier: string;
  name: string; email: string; phone: string }

export function book(wanted: Wanted, key: string): Promise<Booked> {
  return ask(api.POST('/api/appointments', {
    params: { header: { 'Idempotency-Key': key } }, body: { ...wanted, language },
  }));
}

export function openAppointment(body: Keys): Promise<Appointment> {
  return ask(api.POST('/api/appointment', { body }));
}

export function moveAppointment(keys: Keys, at: string): Promise<Appointment> {
  return ask(api.POST('/api/appointment/move', { body: { ...keys, at } }));
}

export function cancelAppointment(body: Keys): Promise<Appointment> {
  return ask(api.POST('/api/appointment/cancellation', { body }));
}

export async function ownAppointments(): Promise<Appointment[]> {
  return (await ask(api.GET('/api/account/appointments'))).items;
}

/** Hands the file for a calendar program to the browser. */
export async function downloadEntry(keys: Keys): Promise<void> {
  const text = await ask(api.POST('/api/appointment/calendar-file',
    { body: keys, parseAs: 'text' }));
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${keys.code}.ics`;
  link.click();
  URL.revokeObjectURL(address);
}

/** The page that opens it; browsers keep what is behind "#" to themselves. */
export function appointmentAddress({ code, secret }: Keys): string {
  return `${location.origin}/dat-lich/?ma=${encodeURIComponent(code)}${secret ? '#' + secret : ''}`;
}
