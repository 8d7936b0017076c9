// An officer's passkeys, by the API.
import { api, ask } from '../../api/client';
import type { Signed } from '../../components/passkeys/passkey_sign_in';
import type { PasskeyWays } from '../../components/passkeys/passkeys';
import { guarded, signedIn } from './session';

const of = (passkey: string) => ({ params: { path: { passkey } } });

export const PASSKEYS: PasskeyWays = {
  list: () => guarded(() => ask(api.GET('/api/session/passkeys'))),
  begin: (password) => guarded(() =>
    ask(api.POST('/api/session/passkeys/challenge', { body: { password } }))),
  add: (body) => guarded(() => ask(api.POST('/api/session/passkeys', { body }))),
  rename: (id, name) => guarded(() =>
    ask(api.PUT('/api/session/passkeys/{passkey}', { ...of(id), body: { name } }))),
  drop: (id) => guarded(() => ask(api.DELETE('/api/session/passkeys/{passkey}', of(id)))),
};

export const PASSKEY_ENTRANCE = {
  begin: () => ask(api.POST('/api/session/passkey/challenge')),
  finish: async (body: Signed) =>
    signedIn(await ask(api.POST('/api/session/passkey', { body }))),
};
