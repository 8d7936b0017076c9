// Where a person goes after signing in: back to the page he came from, never to another site.
import { href, withoutLanguage } from '../../../app/language';

const QUERY = 'tro-ve';
const ENTRANCES = ['/dang-nhap/', '/dang-ky/'];
/** Resolved against it, an address that names a host of its own is found out. */
const NOWHERE = 'http://page.invalid';

/** The path in `given` where it is one of these pages; else undefined. */
export function safeReturn(given: string | null): string | undefined {
  if (!given?.startsWith('/')) return undefined;
  try {
    const to = new URL(given, NOWHERE);
    const path = withoutLanguage(to.pathname);
    const elsewhere = to.origin !== NOWHERE || path.startsWith('//');
    return elsewhere || ENTRANCES.includes(path) ? undefined : path + to.search;
  } catch {
    return undefined;
  }
}

/** The address of signing in or registering that leads back to `from` (path and query). */
export function entranceHref(entrance: '/dang-nhap/' | '/dang-ky/', from: string | null): string {
  const back = safeReturn(from);
  const query = back && back !== '/' ? `?${new URLSearchParams({ [QUERY]: back }).toString()}` : '';
  return href(entrance) + query;
}

/** Where `query` leads back to, or the account. */
export function returnHref(query: URLSearchParams): string {
  return href(safeReturn(query.get(QUERY)) ?? '/tai-khoan/');
}

export function askedReturn(query: URLSearchParams): string | null {
  return query.get(QUERY);
}
