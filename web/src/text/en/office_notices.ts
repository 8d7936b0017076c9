import type { Words } from '../words';
import type { vi } from '../vi/office_notices';

export const en: Record<keyof typeof vi, Words> = {
  'sent': 'Notices sent',
  'none': 'No notices: the applicant gave no address or wants none.',
  'none-given-up': 'There is no notice that could not be delivered.',
  'again': 'Send again',
  'again.done': 'The notice is waiting to be sent.',
  'title': 'Notices',
  'channels': 'The office sends notices by: {channels}.',
  'channels.none': 'The office is connected to no mail server and no gateway for text messages: '
    + 'notices are shown in the app only.',
  'dead': 'Not delivered',
  'newest': 'Newest',
  'templates': 'Templates',
  'templates.lead': 'The office’s words to applicants. Heads and directors may change them; every '
    + 'officer may look at a preview.',
  'template.choose': 'Kind of notice',
  'template.language': 'Language',
  'language.vi': 'Vietnamese',
  'language.en': 'English',
  'template.own': 'The office’s own words',
  'subject': 'Subject',
  'body': 'Body of the e-mail',
  'text': 'Short text (SMS, Zalo)',
  'names.body': 'It may use: {names}',
  'names.open': 'Many may read this part, so it may use only: {names}',
  'code': 'Preview with a dossier (its code)',
  'code.hint': 'Leave it empty for a sample.',
  'preview': 'Preview',
  'save': 'Save the template',
  'saved': 'Saved. Notices use it from the next act on.',
  'reset': 'Back to the words that came with the program',
};
