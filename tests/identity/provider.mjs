// A provider of identities on a free port of this machine, for tests. Whoever signs in as "lan" is
// Lê Thị Lan. A line on standard input changes it: "rotate" (new keys, of another kind).
//   node provider.mjs WEB_FOLDER      prints its issuer
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.argv[2]}/package.json`);
const { default: Provider } = await import(pathToFileURL(require.resolve('oidc-provider')));

const RETURN = /^http:\/\/127\.0\.0\.1:\d+\/api\/identity\/[a-z-]+\/return$/;
const KINDS = [
  { alg: 'RS256', make: () => generateKeyPairSync('rsa', { modulusLength: 2048 }) },
  { alg: 'ES256', make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }) },
];

function keyOf(turn) {
  const { alg, make } = KINDS[turn % KINDS.length];
  const jwk = make().privateKey.export({ format: 'jwk' });
  return { ...jwk, alg, use: 'sig', kid: `key-${turn}` };
}

function account(id) {
  return { accountId: id, claims: () => ({ sub: id, name: id === 'lan' ? 'Lê Thị Lan' : id,
    email: `${id}@example.org`, email_verified: id === 'lan', personal_number: '001085012345' }) };
}

function providerOf(issuer, turn) {
  const key = keyOf(turn);
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'so-ngoai-vu', client_secret: 'a secret of tests, long enough',
      redirect_uris: ['http://127.0.0.1/return'], id_token_signed_response_alg: key.alg }],
    jwks: { keys: [key] },
    cookies: { keys: ['a key of tests'] },
    claims: { openid: ['sub', 'personal_number'], email: ['email', 'email_verified'],
      profile: ['name'] },
    findAccount: (_, id) => account(id),
    pkce: { required: () => true },
    features: { rpInitiatedLogout: { enabled: true } },
  });
  provider.Client.prototype.redirectUriAllowed = (uri) => RETURN.test(uri);
  return provider.callback();
}

let turn = 0;
let answer;
const server = createServer((request, response) => answer(request, response));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  answer = providerOf(issuer, turn);
  console.log(issuer);
  createInterface({ input: process.stdin }).on('line', () => {
    answer = providerOf(issuer, ++turn);
    console.log('rotated');
  }).on('close', () => process.exit(0));
});
