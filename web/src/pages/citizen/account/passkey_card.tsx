// A citizen's passkeys, by the API.
import { api, ask } from '../../../api/client';
import { Passkeys, type PasskeyWays } from '../../../components/passkeys/passkeys';
import { guarded } from './account';

const of = (passkey: string) => ({ params: { path: { passkey } } });

const WAYS: PasskeyWays = {
  list: () => guarded(() => ask(api.GET('/api/account/passkeys'))),
  begin: (password) => guarded(() =>
    ask(api.POST('/api/account/passkeys/challenge', { body: { password } }))),
  add: (body) => guarded(() => ask(api.POST('/api/account/passkeys', { body }))),
  rename: (id, name) => guarded(() =>
    ask(api.PUT('/api/account/passkeys/{passkey}', { ...of(id), body: { name } }))),
  drop: (id) => guarded(() => ask(api.DELETE('/api/account/passkeys/{passkey}', of(id)))),
};

export function PasskeyCard({ password }: { password: boolean }) {
  return <Passkeys ways={WAYS} password={password} />;
}
