// What the counter's page of appointments asks of the server.
import { api, ask, type Schemas } from '../../api/client';
import { guarded } from './session';

export type Appointment = Schemas['Appointment'];
export type AppointmentList = Schemas['AppointmentList'];
export type MarkState = 'booked' | 'arrived' | 'missed' | 'cancelled-by-office';

/** Of today when no day is named. */
export function listAppointments(date?: string): Promise<AppointmentList> {
  return guarded(() => ask(api.GET('/api/appointments', { params: { query: { date } } })));
}

export function markAppointment(code: string, state: MarkState, reason = '') {
  return guarded(() => ask(api.POST('/api/appointments/{appointment}/mark', {
    params: { path: { appointment: code } }, body: { state, reason },
  })));
}

export function moveByOfficer(code: string, at: string, reason: string) {
  return guarded(() => ask(api.POST('/api/appointments/{appointment}/move', {
    params: { path: { appointment: code } }, body: { at, reason },
  })));
}
