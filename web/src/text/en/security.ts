// Texts of two-step sign-in and of the list of sessions, for citizens and officers alike.
import type { Words } from '../words';
import type { vi } from '../vi/security';

export const en: Record<keyof typeof vi, Words> = {
  'code': 'Code of your authenticator',
  'code.hint': 'The 6 digits the app shows now. They change every 30 seconds.',
  'code.spare.hint': 'The 6 digits in the app, or one of your spare codes.',
  'code.missing': 'Enter the code of your authenticator',
  'factor': 'Two-step sign-in',
  'factor.lead': 'Besides the password, each sign-in asks for a code on your phone. '
    + 'Somebody who knows your password still cannot get in.',
  'factor.on': 'Two-step sign-in is on',
  'factor.off': 'Two-step sign-in is off.',
  'factor.spare': { one: '{count} spare code is left.', other: '{count} spare codes are left.' },
  'factor.begin': 'Turn on two-step sign-in',
  'factor.renew': 'Move to another phone',
  'factor.step.1': 'Install an authenticator app on your phone, for example Google Authenticator, '
    + 'Microsoft Authenticator or Aegis.',
  'factor.step.2': 'In the app, add an account and scan this QR code.',
  'factor.step.3': 'Type the code the app shows into the box below.',
  'factor.qr': 'QR code that adds this account to an authenticator app',
  'factor.secret': 'Cannot scan it? Type this key into the app:',
  'factor.confirm': 'Confirm and turn on',
  'factor.confirming': 'Confirming…',
  'factor.leave': 'Not now',
  'factor.remove': 'Turn off two-step sign-in',
  'factor.remove.text': 'Once it is off, the password alone is enough to sign in.',
  'factor.remove.sure': 'Turn off',
  'factor.keep': 'Leave it on',
  'factor.removed': 'Two-step sign-in is off now.',
  'spare': 'Spare codes',
  'spare.lead': 'If you lose your phone, sign in with one of these codes. Each works once. '
    + 'Print them, or keep them where only you can find them.',
  'spare.once': 'These codes are shown only now. You cannot see them again after you leave.',
  'spare.print': 'Print the codes',
  'spare.copy': 'Copy the codes',
  'spare.copied': 'Copied.',
  'spare.kept': 'I have put these codes away',
  'sessions': 'Where you are signed in',
  'sessions.lead': 'If you do not know one of these, sign out everywhere else and change your '
    + 'password.',
  'sessions.close': 'Sign out everywhere else',
  'sessions.closed': 'Signed out everywhere else.',
  'sessions.only': 'You are signed in only here.',
  'session.here': 'This device',
  'session.opened': 'Signed in at {moment}.',
  'session.provider': 'Through {provider}.',
  'device': '{browser} on {system}',
  'device.unknown': 'Unknown device',
};
