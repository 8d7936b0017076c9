import { office } from '../../app/office';

/** Whether this page may ask for a passkey, and this browser knows how to. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential === 'function'
    && location.origin === office.value?.passkey_origin;
}
