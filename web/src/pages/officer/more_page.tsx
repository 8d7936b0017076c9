// On the phone, the places that do not fit on the bar, and the account.
import { href } from '../../app/language';
import { Icon } from '../../components/icon/icon';
import { PageHead } from '../../components/page_head/page_head';
import { t } from '../../text/officer';
import { Me, otherPlaces } from './frame';

export function MorePage() {
  return (
    <main id="main" class="list">
      <PageHead title={t('more_title')} document_title={t('more_title')} />
      <ul class="more-links">
        {[{ path: '/can-bo/tra-cuu/', icon: 'search' as const, label: 'nav_search' as const },
          ...otherPlaces()].map((place) => (
          <li key={place.path}>
            <a href={href(place.path)}>
              <Icon name={place.icon} />{t(place.label)}<Icon name="chevron" />
            </a>
          </li>
        ))}
      </ul>
      <Me />
    </main>
  );
}
