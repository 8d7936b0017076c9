// Rows of delegations and of passports: a table on a wide screen, cards on the phone.
import { say } from '../../../app/language';
import { Badge, type BadgeKind } from '../../../components/badge/badge';
import { showDate } from '../../../display/moments';
import { t } from '../../../text/travel';
import { entryPath, type TravelRow } from './travel_desk';

const LOOKS: Record<string, BadgeKind> = { 'report-late': 'late', 'late': 'late', 'lost': 'late',
  'report-due': 'soon', 'handed-over': 'soon', 'reported': 'done', 'kept': 'done',
  'planned': 'info', 'away': 'info' };

export function Standing({ row }: { row: Pick<TravelRow, 'standing' | 'late_by' | 'kind'> }) {
  const late = row.late_by > 0;
  return (
    <span class="travel-standing">
      <Badge kind={LOOKS[row.standing.id] ?? 'plain'}>{say(row.standing.name)}</Badge>
      {late && (
        <span class="smaller travel-late">
          {t(row.kind === 'passport' ? 'late.working' : 'late.days', { count: row.late_by })}
        </span>
      )}
    </span>
  );
}

function Marks({ row }: { row: TravelRow }) {
  return (
    <>
      {row.passed.map((one) => (
        <Badge key={one.id} kind="soon">{t('passed', { limit: say(one.name) })}</Badge>
      ))}
      {row.expiring && <Badge kind="soon">{t('expiring')}</Badge>}
    </>
  );
}

function Row({ row }: { row: TravelRow }) {
  const passport = row.kind === 'passport';
  return (
    <tr>
      <td class="due">
        <Standing row={row} />
        {row.due && (
          <span class="muted smaller due-at">{t('due', { day: showDate(row.due) })}</span>
        )}
      </td>
      <th scope="row" class="dossier">
        <a class="open" href={entryPath(row.code)}>{row.title}</a>
        <span class="travel-line">
          {passport ? row.holder : row.countries.join(', ')} <Marks row={row} />
        </span>
        <span class="dossier-code"><span class="nowrap">{row.code}</span></span>
      </th>
      <td class="who">
        {row.unit}
        {!passport && row.holder && (
          <span class="muted smaller travel-line">
            {row.holder} · {t('people', { count: row.people })}
          </span>
        )}
      </td>
      <td class="step">
        {passport ? t('expires', { day: showDate(row.to) })
          : `${showDate(row.from ?? '')} – ${showDate(row.to)}`}
      </td>
    </tr>
  );
}

export function TravelRows({ items, caption }: { items: TravelRow[]; caption: string }) {
  const passports = items[0]?.kind === 'passport';
  return (
    <table class="work-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('col.standing')}</th>
          <th scope="col">{t(passports ? 'col.passport' : 'col.delegation')}</th>
          <th scope="col">{t('col.unit')}</th>
          <th scope="col" class="step">{t(passports ? 'col.validity' : 'col.days')}</th>
        </tr>
      </thead>
      <tbody>{items.map((row) => <Row key={row.code} row={row} />)}</tbody>
    </table>
  );
}
