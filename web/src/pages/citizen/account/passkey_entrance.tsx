// Signing in with a passkey: the part of the sign-in page that is fetched where one may be used.
import { api, ask } from '../../../api/client';
import { PasskeySignIn } from '../../../components/passkeys/passkey_sign_in';
import { signedIn } from './account';

export function PasskeyEntrance() {
  return (
    <PasskeySignIn begin={() => ask(api.POST('/api/account/session/passkey/challenge'))}
      finish={async (body) => signedIn(await ask(api.POST('/api/account/session/passkey',
        { body })))} />
  );
}
