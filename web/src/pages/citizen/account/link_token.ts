// The token of a link that was mailed. It stands behind the "#", so that no server's log keeps it,
// and is taken out of the address, so that no history does.
import { useState } from 'preact/hooks';

export function useLinkToken(): string {
  const [token] = useState(() => location.hash.slice(1));
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  return token;
}
