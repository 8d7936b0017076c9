import type { Words } from '../words';
import type { vi } from '../vi/upload';

export const en: Record<keyof typeof vi, Words> = {
  'choose': 'Take a photo or choose a file',
  'more': 'Add a file',
  'rule': 'PDF, JPG or PNG; each file at most {megabytes} MB, a PDF at most {pages} pages.',
  'sending': 'Sending, {percent}%',
  'received': 'Received',
  'remove': 'Remove',
  'again': 'Send again',
  'leave': 'Leave out',
  'fault.type': 'Only PDF, JPG or PNG files are accepted.',
  'fault.size': 'The file has {size}. Each file may have at most {most} MB.',
  'fault.empty': 'The file is empty. Please choose another.',
  'fault.offline': 'The connection broke while sending. Check it, then press Send again.',
  'said.received': 'File {name} received.',
  'said.failed': 'File {name} could not be sent.',
  'said.removed': 'File {name} removed.',
};
