// Texts of confirming an address and of a forgotten password.
import type { Words } from '../words';
import type { vi } from '../vi/proofs';

export const en: Record<keyof typeof vi, Words> = {
  'forgotten': 'Forgotten password',
  'forgotten.lead': 'Enter the address you sign in with. If it has an account, we send a link to '
    + 'it for choosing a new password.',
  'forgotten.send': 'Send the link',
  'forgotten.busy': 'Sending…',
  'forgotten.sent': 'Look into your mailbox',
  'forgotten.sent.text': 'If {email} has an account, a message arrives in a few minutes. Its link '
    + 'works once, for an hour. If you find none, look among the spam; after five minutes you may '
    + 'ask again.',
  'reset': 'Choose a new password',
  'reset.lead': 'You will have to sign in again everywhere.',
  'reset.send': 'Set the new password',
  'reset.code': 'This account has two-step sign-in. Enter the code in your app to go on.',
  'reset.done': 'The new password is set',
  'reset.done.text': 'Please sign in with it.',
  'over': 'This link does not work any more',
  'over.text': 'It was used, is over, or was not copied in full.',
  'again': 'Ask for a new link',
  'confirm': 'Confirm your e-mail address',
  'confirm.lead': 'Press the button to confirm that you read the mail of this address.',
  'confirm.send': 'Confirm the address',
  'confirm.done': 'Your address is confirmed',
  'confirm.done.text': 'If you forget your password, you get a new one through it.',
  'confirmed': 'Your e-mail address is confirmed.',
  'unconfirmed': 'Your e-mail address is not confirmed. Please open the link in the message we '
    + 'sent.',
  'unconfirmed.again': 'Send the message again',
  'unconfirmed.sent': 'The message is in your mailbox, or arrives in a few minutes.',
};
