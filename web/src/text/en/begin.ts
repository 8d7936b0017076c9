// Texts of beginning an application, and of those begun and not sent.
import type { Words } from '../words';
import type { vi } from '../vi/begin';

export const en: Record<keyof typeof vi, Words> = {
  'start.prepare': 'Prepare',
  'start.papers': 'Photos or PDF files of these papers:',
  'start.time': 'You may stop at any time. The draft is kept for 30 days; open it on this device.',
  'start.time.account': 'You may stop at any time. The draft is kept in your account for 30 days; '
    + 'open it on any device.',
  'start.begin': 'Begin',
  'start.busy': 'Opening…',
  'start.drafts': 'You have begun',
  'start.for-whom': 'Who is the applicant?',
  'start.for-whom.hint': 'Their details are filled in for you.',
  'start.for-whom.missing': 'Choose the applicant',
  'start.myself': '{name} (myself)',
  'start.account': 'With an account your details are filled in. You need none.',
  'drafts.title': 'Unfinished applications',
  'drafts.lead': 'Drafts begun on this device. Until sent, no time limit runs.',
  'drafts.none': 'There is no unfinished application on this device.',
  'drafts.lead.account': 'Drafts in your account and on this device. The time limit begins '
    + 'once you send.',
  'drafts.none.account': 'Nothing is unfinished.',
  'drafts.in-account': 'In your account; opens on other devices too.',
  'drafts.here': 'On this device only.',
  'drafts.account': 'Begun from an account?',
  'drafts.choose': 'Choose a procedure to begin',
  'drafts.saved': 'Last saved {moment}. Not sent.',
  'drafts.go-on': 'Go on',
  'drafts.take-in': 'Take into the account',
  'drafts.remove': 'Delete the draft',
  'drafts.remove.ask': 'Delete this draft?',
  'drafts.remove.text': 'What you filled in and the files are lost and cannot be brought back.',
  'drafts.keep': 'Keep it',
};
