// Which times at the counter are free.
import { api, ask, type Schemas } from '../../api/client';

export type Days = Schemas['AppointmentDays'];
export type Slot = Schemas['AppointmentSlots']['slots'][number];

export function readDays(): Promise<Days> {
  return ask(api.GET('/api/appointment-days'));
}

export async function readSlots(day: string): Promise<Slot[]> {
  return (await ask(api.GET('/api/appointment-days/{day}', { params: { path: { day } } }))).slots;
}
