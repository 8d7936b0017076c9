// Web Authentication in the browser: what the server asks for, and what the authenticator said, in
// base64url.
import type { Schemas } from '../../api/client';

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

export function textOf(bytes: ArrayBuffer): string {
  const plain = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return plain.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The person closed the browser's own dialog, or let it wait too long. */
export class Cancelled extends Error {}
/** This authenticator holds a passkey of the account already. */
export class HeldAlready extends Error {}

async function asked<C extends Credential>(wait: Promise<Credential | null>): Promise<C> {
  try {
    const given = await wait;
    if (!given) throw new Cancelled();
    return given as C;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw error.name === 'InvalidStateError' ? new HeldAlready() : new Cancelled();
  }
}

const ALGORITHMS = [-7, -8, -257];  // ES256, EdDSA, RS256

export async function createPasskey(to: Schemas['PasskeyChallenge']) {
  const made = await asked<PublicKeyCredential>(navigator.credentials.create({ publicKey: {
    challenge: bytesOf(to.challenge),
    rp: { id: to.rp_id, name: to.rp_name },
    user: { id: bytesOf(to.user_id), name: to.user_name, displayName: to.user_name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
    excludeCredentials: to.known.map((id) => ({ type: 'public-key' as const, id: bytesOf(id) })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true,
      userVerification: 'required' },
    attestation: 'none',
  } }));
  const response = made.response as AuthenticatorAttestationResponse;
  return { client_data: textOf(response.clientDataJSON),
    authenticator_data: textOf(response.getAuthenticatorData()) };
}

export async function signByPasskey(to: Schemas['PasskeySignIn']) {
  const given = await asked<PublicKeyCredential>(navigator.credentials.get({ publicKey: {
    challenge: bytesOf(to.challenge), rpId: to.rp_id, userVerification: 'required',
  } }));
  const response = given.response as AuthenticatorAssertionResponse;
  return { id: given.id, client_data: textOf(response.clientDataJSON),
    authenticator_data: textOf(response.authenticatorData),
    signature: textOf(response.signature) };
}
