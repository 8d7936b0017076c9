// On the page of a dossier of official travel: each traveller's trips of the year, and what he
// still owes of earlier ones.
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import { Badge } from '../../../components/badge/badge';
import { t } from '../../../text/travel';
import { Card } from '../facts';
import { entryPath, listTravellers, personPath } from './travel_desk';
import './travel.css';

export function TravellersCard({ code, version }: { code: string; version: number }) {
  const loaded = useLoaded(() => listTravellers(code), [code, version]);
  const known = loaded.value;
  if (!known) return null;
  return (
    <Card id="travellers" title={t('card')}
      action={known.entry ? <a href={entryPath(known.entry)}>{known.entry}</a> : undefined}>
      {known.travellers.length === 0 && <p class="muted">{t('travellers.none')}</p>}
      {known.passed.map((one) => (
        <p key={one.id}><Badge kind="soon">{t('passed', { limit: say(one.name) })}</Badge></p>
      ))}
      <ul class="travel-lines">
        {known.travellers.map((one) => (
          <li key={one.person}>
            <a class="strong" href={personPath(one.person)}>{one.name}</a>
            <span class="muted travel-line">
              {t('trips-of-year', { count: one.trips, year: known.year })} ·{' '}
              {t('days', { count: one.days })}
            </span>
            <span class="travel-marks">
              {one.over_limit && (
                <Badge kind="late">{t('over-limit.of', { most: one.most_trips ?? 0 })}</Badge>
              )}
              {one.reports_overdue.length > 0 && (
                <Badge kind="late">
                  {t('owes.reports', { count: one.reports_overdue.length })}
                </Badge>
              )}
              {one.passports_out.length > 0 && <Badge kind="late">{t('owes.passport')}</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
