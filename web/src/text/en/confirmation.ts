// Texts of the page after sending: the two codes, the promise, what comes next.
import type { Words } from '../words';
import type { vi } from '../vi/confirmation';

export const en: Record<keyof typeof vi, Words> = {
  'done.title': 'We have received your application',
  'done.lead': 'Keep these two codes to follow it. Print this page or take a picture.',
  'done.code': 'Dossier code',
  'done.secret': 'Look-up code',
  'done.secret.note': 'Anybody with both codes can see the dossier. Do not give them to strangers.',
  'done.qr': 'QR code that opens the tracking page of dossier {code}',
  'done.qr.note': 'Scan to open the tracking page.',
  'done.promise': 'Result promised for',
  'done.no-promise': 'This procedure has no fixed time limit.',
  'done.received': 'Counts as received at {moment}.',
  'done.next': 'What happens next',
  'done.next.1':
    'The reception desk checks the papers. If something lacks, you are told what, once.',
  'done.next.2': 'See where it is at any time with the two codes, without an account.',
  'done.track': 'Track the application',
  'done.print': 'Print this page',
  'done.slip': 'Download the receipt (PDF)',
  'done.gone': 'This confirmation opens only right after sending',
  'done.gone.text': 'Track the application with the dossier code and look-up code you received.',
};
