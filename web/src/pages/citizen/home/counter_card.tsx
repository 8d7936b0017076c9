// Where and when one may come in person.
import { href } from '../../../app/language';
import type { Office } from '../../../app/office';
import { Say } from '../../../components/say/say';
import { t } from '../../../text/citizen';
import { t as kit } from '../../../text/kit';

export function CounterCard({ office }: { office: Office }) {
  return (
    <section class="card pad stack" aria-labelledby="counter-title">
      <h2 id="counter-title">{t('counter.title')}</h2>
      <dl class="counter-facts">
        <div><dt>{t('counter.address')}</dt><dd><Say of={office.address} /></dd></div>
        <div><dt>{t('counter.hours')}</dt><dd><Say of={office.hours} /></dd></div>
        {office.phone && (
          <div>
            <dt>{t('counter.phone')}</dt>
            <dd><a href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>{office.phone}</a></dd>
          </div>
        )}
      </dl>
      <p class="muted">{t('counter.note')}</p>
      {office.appointments && <p><a href={href('/dat-lich/')}>{kit('foot.appointments')}</a></p>}
    </section>
  );
}
