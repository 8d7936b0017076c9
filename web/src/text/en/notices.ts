import type { Words } from '../words';
import type { vi } from '../vi/notices';

export const en: Record<keyof typeof vi, Words> = {
  'state.waiting': 'Waiting',
  'state.sent': 'Sent',
  'state.in-app-only': 'Shown here only',
  'state.dead-letter': 'Not delivered',
  'by.email': 'e-mail',
  'by.sms': 'SMS',
  'by.zalo': 'Zalo',
  'to': 'By {channel} to {address}',
  'read': 'Read the notice',
  'why': 'Reason: {error}',
  'next': 'Tried again at {moment}',
  'sent-to-you': 'Notices to you',
  'complain': 'Not content with something?',
  'complain.text': 'Whoever worked on this dossier does not answer a complaint about it.',
};
