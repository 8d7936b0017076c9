// What the leaders' pages ask of the server, and the addresses behind every number.
import { api, ask, type Schemas } from '../../api/client';
import { href, say } from '../../app/language';
import { small } from '../../display/small';
import { t, type LeaderKey } from '../../text/leader';
import { guarded } from '../officer/session';

export type Figures = Schemas['Figures'];
export type Rate = Schemas['Rate'];
export type OfficialRow = Schemas['OfficialRow'];
export type DossierList = Schemas['DossierList'];
export type DossierLine = Schemas['DossierLine'];

export function readFigures(period: string): Promise<Figures> {
  return guarded(() => ask(api.GET('/api/figures', { params: { query: { period } } })));
}

export function listBehind(period: string, cell: string, page: number): Promise<DossierList> {
  return guarded(() => ask(api.GET('/api/figures/dossiers', {
    params: { query: { period, cell, page, size: 50 } },
  })));
}

export function cellAddress(period: string, cell: string, page = 1): string {
  const query = new URLSearchParams({ period, cell });
  if (page > 1) query.set('page', String(page));
  const list = cell.startsWith('petition:') ? 'phan-anh/danh-sach' : 'danh-sach';
  return href(`/dieu-hanh/${list}/?${query.toString()}`);
}

export function periodAddress(period: string): string {
  return href(`/dieu-hanh/?${new URLSearchParams({ period }).toString()}`);
}

export function exportAddress(period: string, format: 'xlsx' | 'pdf'): string {
  return `/api/figures/export?${new URLSearchParams({ period, format }).toString()}`;
}

export function registerAddress(period: Figures['period']): string {
  const query = new URLSearchParams({ from: period.from, to: period.to });
  return `/api/register?${query.toString()}`;
}

/** The last full quarter before `now`: the period the page opens with. */
export function lastQuarter(now: string): string {
  const year = Number(now.slice(0, 4));
  const quarter = Math.ceil(Number(now.slice(5, 7)) / 3);
  return quarter > 1 ? `${year}-Q${quarter - 1}` : `${year - 1}-Q4`;
}

function officialLabel(figures: Figures, cell: string): string | undefined {
  for (const row of [...figures.official.rows, figures.official.total]) {
    const found = row.columns.find((column) => column.cell === cell);
    if (!found) continue;
    const column = columnName(found.column);
    return row === figures.official.total ? column : `${column}, ${say(row.name)}`;
  }
  return undefined;
}

const GROUPS: [number, LeaderKey][] =
  [[6, 'group_received'], [10, 'group_settled'], [13, 'group_open']];

/** A column's whole name: "Số hồ sơ đã giải quyết: quá hạn". */
export function columnName(column: number): string {
  const group = GROUPS.find(([last]) => column <= last)?.[1] ?? 'group_open';
  return `${t(group)}: ${small(t(`col_${column}` as LeaderKey))}`;
}

export function rateLabel(rates: Rate[], cell: string): string | undefined {
  for (const rate of rates) {
    const label = say(rate.label);
    if (rate.numerator_cell === cell) return `${label}: ${t('rate_numerator')}`;
    if (rate.denominator_cell === cell) return `${label}: ${t('rate_denominator')}`;
    const part = [...rate.rest ?? [], ...rate.rescued ?? [], ...rate.left_out ?? []]
      .find((one) => one.cell === cell);
    if (part) return say(part.label);
  }
  return undefined;
}

function termLabel({ terms }: Figures, cell: string): string | undefined {
  for (const row of terms.rows) {
    if (row.promised_cell === cell) return `${t('terms_promised')}: ${say(row.name)}`;
    if (row.longer_cell === cell) return `${t('terms_longer')}: ${say(row.name)}`;
  }
  return undefined;
}

function heldLabel({ held }: Figures, cell: string): string | undefined {
  for (const one of held) {
    const name = say(one.name);
    if (one.cell === cell) return `${t('held_title')}: ${name}`;
    if (one.over_share_cell === cell) return `${t('held_over')}: ${name}`;
    if (one.late_cell === cell) return `${t('held_late')}: ${name}`;
  }
  return undefined;
}

function levelLabel({ levels }: Figures, cell: string): string | undefined {
  for (const row of levels.rows) {
    const name = say(row.name);
    if (row.handed_over_cell === cell) return `${t('level_handed_over')}: ${name}`;
    if (row.whole_way_cell === cell) return `${t('level_whole')}: ${name}`;
    const level = row.levels.find((one) => one.cell === cell);
    if (level) return `${t('level_n', { level: level.level })}: ${name}`;
  }
  return rateLabel([levels.rate], cell);
}

function ratedLabel({ satisfaction }: Figures, cell: string): string | undefined {
  if (satisfaction.all.satisfied?.cell === cell) return t('rated_satisfied');
  const groups = [...satisfaction.rows.map((row) => ({ ...row, of: say(row.name) })),
    { ...satisfaction.all, of: t('rated_all') }];
  for (const group of groups) {
    if (group.finished_cell === cell) return `${t('rated_finished')}: ${group.of}`;
    if (group.rated_cell === cell) return `${t('rated')}: ${group.of}`;
  }
  return undefined;
}

/** What the number behind a cell is called on the figures page. */
export function labelOfCell(figures: Figures, cell: string): string {
  const memo = figures.official.memo.find((one) => one.cell === cell);
  const age = figures.charts.open_by_age.find((one) => one.cell === cell);
  return officialLabel(figures, cell) ?? rateLabel(figures.rates, cell)
    ?? termLabel(figures, cell) ?? heldLabel(figures, cell) ?? levelLabel(figures, cell)
    ?? ratedLabel(figures, cell)
    ?? (memo && say(memo.label)) ?? (age && `${t('age_title')}: ${say(age.label)}`) ?? '';
}
