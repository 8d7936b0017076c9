// The rows of a list: a table on a wide screen, cards on the phone (by style alone: one markup).
import { href, say } from '../../app/language';
import { DeadlineBadge } from '../../components/badge/badge';
import { Icon } from '../../components/icon/icon';
import { showNumber } from '../../display/numbers';
import { showShortMoment } from '../../display/moments';
import { t } from '../../text/officer';
import { addressOf, choose, type Choice, type View } from './list_query';
import type { DossierLine, DossierList } from './shapes';

export function dossierPath(code: string): string {
  return href(`/can-bo/ho-so/${code}/`);
}

/** Only a wide screen has room for the preview beside the list. */
export function hasRoomForPreview(): boolean {
  return matchMedia('(min-width: 1141px)').matches;
}

type Open = (code: string, from: HTMLElement) => void;

function openRow(event: MouseEvent, line: DossierLine, current: boolean, onOpen: Open): void {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!plain || current || !hasRoomForPreview()) return;
  event.preventDefault();
  const row = (event.currentTarget as HTMLElement).closest('tr');
  const link = row?.querySelector<HTMLElement>('a.open');
  if (link) onOpen(line.code, link);
}

function DueCell({ line }: { line: DossierLine }) {
  const due = line.step_due ?? line.promise;
  return (
    <td class="due">
      <DeadlineBadge countdown={line.countdown} />
      <span class="muted smaller due-at">{due ? showShortMoment(due) : ''}</span>
    </td>
  );
}

function StepCell({ line, view }: { line: DossierLine; view: View }) {
  if (view === 'all') return <td class="step">{say(line.status.plain)}</td>;
  return (
    <td class="step">
      {line.task ? say(line.task) : say(line.status.plain)}
      {view === 'unit' && (
        <span class="muted smaller assignee">{line.assignee || t('unassigned')}</span>
      )}
    </td>
  );
}

function Row({ line, view, current, onOpen }:
  { line: DossierLine; view: View; current: boolean; onOpen: Open }) {
  return (
    <tr class={current ? 'selected' : undefined}>
      <DueCell line={line} />
      <th scope="row" class="dossier">
        <a class="open" href={dossierPath(line.code)} aria-current={current ? 'true' : undefined}
          onClick={(event) => openRow(event, line, current, onOpen)}>{say(line.name)}</a>
        <span class="dossier-code">
          <span class="nowrap">{line.code}</span> · {t(`channel_${line.channel}`)}
          {line.generated && ` · ${t('generated')}`}
        </span>
      </th>
      <td class="who">{line.applicant}</td>
      <StepCell line={line} view={view} />
    </tr>
  );
}

export function ListTable({ view, choice, items, current, onOpen }:
  { view: View; choice: Choice; items: DossierLine[]; current?: string; onOpen: Open }) {
  const byDue = choice.sort === 'due' || choice.sort === '-due';
  return (
    <table class="work-table">
      <caption class="unseen">
        {t(view === 'mine' ? 'list_mine' : view === 'unit' ? 'list_unit' : 'list_all')}
      </caption>
      <thead>
        <tr>
          <th scope="col"
            aria-sort={byDue ? (choice.sort === 'due' ? 'ascending' : 'descending') : undefined}>
            <button type="button" onClick={() => choose(view, {
              ...choice, sort: choice.sort === 'due' ? '-due' : 'due', page: 1,
            })}>{t('col_due')}<Icon name="sort" /></button>
          </th>
          <th scope="col">{t('col_dossier')}</th>
          <th scope="col">{t('col_applicant')}</th>
          <th scope="col" class="step">{t(view === 'all' ? 'col_status' : 'col_step')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <Row key={line.code} line={line} view={view} current={current === line.code}
            onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

export function Paging({ view, choice, list }:
  { view: View; choice: Choice; list: DossierList }) {
  if (list.total <= list.size && list.page === 1) return null;
  const from = (list.page - 1) * list.size + 1;
  const to = Math.min(list.total, list.page * list.size);
  const link = (page: number, words: string) => (
    <a class="button secondary compact" href={addressOf(view, { ...choice, page })}>{words}</a>
  );
  return (
    <nav class="row between paging" aria-label={t('page_label')}>
      <span class="muted">
        {t('page_of', { from: showNumber(from), to: showNumber(to),
          total: showNumber(list.total) })}
      </span>
      <span class="row">
        {list.page > 1 && link(list.page - 1, t('page_previous'))}
        {to < list.total && link(list.page + 1, t('page_next'))}
      </span>
    </nav>
  );
}
