// The sub-pages of delegations, above each of them.
import { href, withoutLanguage } from '../../../app/language';
import { t } from '../../../text/travel';
import { TRAVEL } from './travel_desk';
import './travel.css';

const PLACES = [['', 'out'], ['vao/', 'in'], ['bao-cao/', 'reports'], ['ho-chieu/', 'passports'],
  ['nguoi/', 'people'], ['thong-ke/', 'figures']] as const;

export function TravelPlaces() {
  const here = withoutLanguage(location.pathname);
  return (
    <nav class="travel-choices no-print" aria-label={t('places')}>
      {PLACES.map(([path, name]) => (
        <a key={name} href={href(TRAVEL + path)}
          aria-current={here === TRAVEL + path ? 'page' : undefined}>{t(`place.${name}`)}</a>
      ))}
    </nav>
  );
}

interface PagesProps { list: { page: number; size: number; total: number };
  addressOf: (page: number) => string }

export function TravelPages({ list: { page, size, total }, addressOf }: PagesProps) {
  if (total <= size) return null;
  return (
    <nav class="row between paging" aria-label={t('page.label')}>
      <span class="muted">{(page - 1) * size + 1}–{Math.min(total, page * size)} / {total}</span>
      <span class="row">
        {page > 1 && (
          <a class="button secondary compact" href={addressOf(page - 1)}>{t('page.previous')}</a>
        )}
        {page * size < total && (
          <a class="button secondary compact" href={addressOf(page + 1)}>{t('page.next')}</a>
        )}
      </span>
    </nav>
  );
}
