// Shown while the first answer is on its way; keeps the page's height so that nothing jumps.
import { t } from '../../text/kit';
import './loading.css';

export function Loading() {
  return <p class="loading muted" role="status">{t('loading')}</p>;
}
