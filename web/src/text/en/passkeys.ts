// Texts of passkeys, for citizens and officers alike.
import type { Words } from '../words';
import type { vi } from '../vi/passkeys';

export const en: Record<keyof typeof vi, Words> = {
  'passkeys': 'Passkeys',
  'lead': 'Sign in with the fingerprint, face or PIN of your device instead of a password and a '
    + 'code. The key stays in your device, and no false page can trick you out of it.',
  'none': 'There is no passkey yet.',
  'not-here': 'Passkeys cannot be used in this browser or at this address.',
  'add': 'Add a passkey',
  'add.go': 'Go on',
  'adding': 'Waiting for your device…',
  'added': 'The passkey was added.',
  'held': 'This device holds a passkey of this account already.',
  'cancelled': 'Not done: you stopped, or it took too long. Please try again.',
  'name': 'Name of the passkey',
  'name.hint': 'So that you know it again, such as “My phone”.',
  'name.missing': 'Enter a name',
  'password': 'Present password',
  'password.missing': 'Enter your present password',
  'rename': 'Rename',
  'rename.go': 'Save',
  'renamed': 'Renamed.',
  'remove': 'Remove',
  'remove.ask': 'Remove the passkey “{name}”?',
  'remove.text': 'It will not sign you in any more.',
  'removed': 'The passkey was removed.',
  'keep': 'Keep it',
  'made': 'Added {moment}.',
  'used': 'Last used {moment}.',
  'unused': 'Never used.',
  'sign-in': 'Sign in with a passkey',
};
