// Leads somebody who is signed in, or has just become so, back to where he came from.
import { useEffect } from 'preact/hooks';
import { go } from '../../../../app/router';
import { account } from '../account';
import { returnHref } from '../return_path';

export function useReturn(query: URLSearchParams): void {
  const signed_in = Boolean(account.value);
  useEffect(() => {
    if (signed_in) go(returnHref(query), { replace: true });
  }, [signed_in]);
}
