import type { Words } from '../words';
import type { vi } from '../vi/notify';

export const en: Record<keyof typeof vi, Words> = {
  'choice': 'How shall the office tell you?',
  'choice.hint': 'Whenever something happens: accepted, more papers needed, result ready.',
  'choice.email': 'E-mail',
  'choice.sms': 'SMS',
  'choice.zalo': 'Zalo',
  'choice.nowhere.email': 'The form gives no e-mail address, so the office cannot tell you. '
    + 'Go back and add it, or look the dossier up yourself.',
  'choice.nowhere.sms': 'The form gives no telephone number, so the office cannot tell you. '
    + 'Go back and add it, or look the dossier up yourself.',
  'choice.nowhere.zalo': 'The form gives no telephone number, so the office cannot tell you. '
    + 'Go back and add it, or look the dossier up yourself.',
  'choice.none': 'No need, I look it up myself',
  'choice.at': 'At which address?',
  'choice.at.form': 'The one in the form',
  'choice.at.account': 'My account’s: {address}',
  'choice.language': 'In which language?',
  'choice.vi': 'Vietnamese',
  'choice.en': 'English',
};
