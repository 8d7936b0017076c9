// The address on a receipt's QR code. The look-up code stands behind "#": browsers keep that part
// to themselves, so it reaches no server log.
import { grouped } from '../../../display/numbers';

export function trackingAddress(code: string, secret: string): string {
  return `${location.origin}/tra-cuu/?code=${encodeURIComponent(code)}#${grouped(secret)}`;
}
