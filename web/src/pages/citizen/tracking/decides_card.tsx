// Who decides this application, by which instrument and in which term. On the screen alone: the
// printed sheet of a dossier is one page.
import { Say } from '../../../components/say/say';
import { t } from '../../../text/decides';
import type { Dossier } from './tracking';

export function DecidesCard({ dossier }: { dossier: Dossier }) {
  const { authority, promise: { term } } = dossier;
  if (!authority) return null;
  return (
    <section class="card pad stack no-print" aria-labelledby="decides">
      <h2 id="decides">{t('title')}</h2>
      <dl class="state-facts">
        <div><dt>{t('who')}</dt><dd><b><Say of={authority.who} /></b></dd></div>
        <div><dt>{t('instrument')}</dt><dd><Say of={authority.instrument} /></dd></div>
        {term && <div><dt>{t('within')}</dt><dd><Say of={term} /></dd></div>}
      </dl>
      {!authority.verified && <p class="muted small">{t('unchecked')}</p>}
    </section>
  );
}
