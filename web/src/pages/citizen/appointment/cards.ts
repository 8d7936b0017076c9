// What shows one appointment: the part fetched when there is one.
export { AppointmentCard } from './appointment_card';
export { OpenForm } from './open_form';
