// The state of a list page lives in its address: it survives reload, back, and the language switch.
import { href } from '../../app/language';
import { go } from '../../app/router';
import type { ListQuery } from './desk';

export type View = 'mine' | 'unit' | 'all';
export type Due = NonNullable<ListQuery['due']>;
export type Sort = NonNullable<ListQuery['sort']>;

export const DUES: Due[] = ['late', 'today', 'three_days', 'later', 'waiting'];
export const SORTS: Sort[] = ['due', '-due', '-received', 'received', 'code'];
export const PATHS: Record<View, string> =
  { mine: '/can-bo/', unit: '/can-bo/don-vi/', all: '/can-bo/tra-cuu/' };

export interface Choice { due?: Due; q: string; sort: Sort; procedure: string; status: string;
  open: boolean; page: number }

function oneOf<Value extends string>(values: Value[], given: string | null): Value | undefined {
  return values.find((value) => value === given);
}

export function readChoice(query: URLSearchParams, view: View): Choice {
  return {
    due: oneOf(DUES, query.get('due')), q: query.get('q') ?? '',
    sort: oneOf(SORTS, query.get('sort')) ?? (view === 'all' ? '-received' : 'due'),
    procedure: query.get('procedure') ?? '', status: query.get('status') ?? '',
    open: query.get('open') === '1', page: Math.max(1, Number(query.get('page')) || 1),
  };
}

/** Only what differs from the view's own default goes into the address. */
export function addressOf(view: View, choice: Choice): string {
  const query = new URLSearchParams();
  if (choice.due) query.set('due', choice.due);
  if (choice.q) query.set('q', choice.q);
  if (choice.sort !== (view === 'all' ? '-received' : 'due')) query.set('sort', choice.sort);
  if (choice.procedure) query.set('procedure', choice.procedure);
  if (choice.status) query.set('status', choice.status);
  if (choice.open) query.set('open', '1');
  if (choice.page > 1) query.set('page', String(choice.page));
  const text = query.toString();
  return href(PATHS[view]) + (text ? `?${text}` : '');
}

export function choose(view: View, choice: Choice): void {
  go(addressOf(view, choice), { replace: true });
}

export function isFiltered(choice: Choice): boolean {
  return Boolean(choice.due || choice.q || choice.procedure || choice.status || choice.open);
}

/** What is asked of the server for this choice. */
export function queryOf(view: View, choice: Choice): ListQuery {
  return {
    view, sort: choice.sort, page: choice.page, size: 50,
    ...(choice.due && { due: choice.due }), ...(choice.q && { q: choice.q }),
    ...(choice.procedure && { procedure: choice.procedure }),
    ...(choice.status && { status: Number(choice.status) }),
    ...(view === 'all' && choice.open && { open: true }),
  };
}
