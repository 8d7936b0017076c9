// Pages of one entry by address. Links are plain <a href>; a click on one whose address belongs to
// this entry is shown without loading anew, any other click is left to the browser. After a change
// of page the focus goes to its h1 (see PageHead) and the window to the top.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { withoutLanguage } from './language';

export interface PageProps { params: Record<string, string>; query: URLSearchParams }
export type Page = ComponentType<PageProps>;
export interface Route {
  /** "/thu-tuc/:procedure/": a part that starts with a colon becomes a parameter. */
  path: string;
  page?: Page;
  load?: () => Promise<Page>;
}

/** Path and query of the page shown. */
export const address = signal(currentAddress());
/** True once the person has moved between pages; the first page keeps the browser's own focus. */
export const moved = signal(false);

function currentAddress(): string {
  return typeof location === 'undefined' ? '/' : location.pathname + location.search;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const here = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(here);
    else if (part !== here) return undefined;
  }
  return params;
}

function find(routes: Route[], path: string) {
  for (const route of routes) {
    const params = match(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

/** Goes to an address of this entry (already through `href`). */
export function go(to: string, options: { replace?: boolean } = {}): void {
  history[options.replace ? 'replaceState' : 'pushState'](null, '', to);
  moved.value = true;
  address.value = currentAddress();
  scrollTo(0, 0);
}

function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!plain || event.altKey || event.defaultPrevented) return undefined;
  const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
  if (!link || link.target || link.hasAttribute('download')) return undefined;
  return link.origin === location.origin ? link : undefined;
}

function useLinks(routes: Route[]): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link) return;
      const sameLanguage = withoutLanguage(link.pathname) !== link.pathname
        === (withoutLanguage(location.pathname) !== location.pathname);
      const samePage = link.pathname === location.pathname && link.search === location.search;
      if (!sameLanguage || (samePage && link.hash)) return;
      if (!find(routes, withoutLanguage(link.pathname))) return;
      event.preventDefault();
      go(link.pathname + link.search + link.hash);
    };
    const onBack = () => { moved.value = true; address.value = currentAddress(); };
    addEventListener('click', onClick);
    addEventListener('popstate', onBack);
    return () => {
      removeEventListener('click', onClick);
      removeEventListener('popstate', onBack);
    };
  }, [routes]);
}

const loaded = new Map<Route, Page>();

interface RouterProps {
  routes: Route[];
  /** Where no route fits. */
  missing: Page;
  /** Where a page's own program could not be fetched (no network). */
  unreachable?: Page;
}

/** Shows the page of the present address. */
export function Router({ routes, missing: Missing, unreachable: Unreachable }: RouterProps) {
  useLinks(routes);
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState<Route>();
  const here = new URL(address.value, 'http://page.invalid');
  const found = find(routes, withoutLanguage(here.pathname));
  const route = found?.route;
  const Shown = route ? route.page ?? loaded.get(route) : Missing;
  useEffect(() => {
    if (!route?.load || Shown) return;
    route.load()
      .then((page) => { loaded.set(route, page); redraw((count) => count + 1); })
      .catch(() => setFailed(route));
  }, [route]);
  const Chosen = Shown ?? (route && failed === route ? Unreachable : undefined);
  if (!Chosen) return null;
  const key = withoutLanguage(here.pathname);
  return <Chosen key={key} params={found?.params ?? {}} query={here.searchParams} />;
}
