// Rows of complaints and suggestions: a table on a wide screen, cards on the phone.
import { say } from '../../app/language';
import { Badge, DeadlineBadge } from '../../components/badge/badge';
import { showNumber } from '../../display/numbers';
import { showShortMoment } from '../../display/moments';
import { t } from '../../text/petition_desk';
import { petitionPath, type PetitionRow } from './petition_desk';

function Row({ row }: { row: PetitionRow }) {
  return (
    <tr>
      <td class="due">
        <DeadlineBadge countdown={row.countdown} />
        {row.late && row.countdown.kind !== 'late' && <Badge kind="late">{t('late')}</Badge>}
        <span class="muted smaller due-at">{row.due ? showShortMoment(row.due) : ''}</span>
      </td>
      <th scope="row" class="dossier">
        <a class="open" href={petitionPath(row.code)}>{say(row.kind.name)}</a>
        <span class="petition-excerpt">{row.text}</span>
        <span class="dossier-code">
          <span class="nowrap">{row.code}</span>
          {row.dossier && <> · <span class="nowrap">{row.dossier}</span></>}
        </span>
      </th>
      <td class="who">{row.unit ? say(row.unit) : t('no-unit')}</td>
      <td class="step">
        {row.publication === 'awaited' ? t('awaits-publication') : say(row.status.name)}
      </td>
    </tr>
  );
}

export function PetitionRows({ items, caption }: { items: PetitionRow[]; caption: string }) {
  return (
    <table class="work-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('col.due')}</th>
          <th scope="col">{t('col.petition')}</th>
          <th scope="col">{t('col.unit')}</th>
          <th scope="col" class="step">{t('col.status')}</th>
        </tr>
      </thead>
      <tbody>{items.map((row) => <Row key={row.code} row={row} />)}</tbody>
    </table>
  );
}

interface PagesProps { list: { page: number; size: number; total: number };
  addressOf: (page: number) => string }

export function PetitionPages({ list: { page, size, total }, addressOf }: PagesProps) {
  if (total <= size) return null;
  const last = Math.min(total, page * size);
  return (
    <nav class="row between paging" aria-label={t('page.label')}>
      <span class="muted">
        {showNumber((page - 1) * size + 1)}–{showNumber(last)} / {showNumber(total)}
      </span>
      <span class="row">
        {page > 1 && (
          <a class="button secondary compact" href={addressOf(page - 1)}>{t('page.previous')}</a>
        )}
        {last < total && (
          <a class="button secondary compact" href={addressOf(page + 1)}>{t('page.next')}</a>
        )}
      </span>
    </nav>
  );
}
