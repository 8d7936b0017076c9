// Beside the dossier: print, the official slips, withdraw, look at another.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { href, language } from '../../../app/language';
import { useLater } from '../../../app/use_later';
import { Icon } from '../../../components/icon/icon';
import { t } from '../../../text/tracking';
import type { Dossier } from './tracking';

type Slip = 'receipt' | 'supplement-request' | 'refusal' | 'apology' | 'stop-notice' | 'hand-over'
  | 'control';

interface Props { dossier: Dossier; onWithdrawn: (dossier: Dossier) => void;
  children: ComponentChildren }

export function Tools({ dossier, onWithdrawn, children }: Props) {
  const [asking, setAsking] = useState(false);
  const withdraw = useLater(() => import('./withdraw'), asking);
  const code = encodeURIComponent(dossier.code);
  return (
    <aside class="tracking-side no-print" aria-label={t('tools')}>
      <section class="card pad">
        <ul class="tool-list">
          <li>
            <button type="button" onClick={() => print()}><Icon name="print" />{t('print')}</button>
          </li>
          {children}
          <li><a href={href('/tra-cuu/')}><Icon name="search" />{t('another')}</a></li>
          {dossier.may.includes('withdraw') && (
            <li>
              <button type="button" onClick={() => setAsking(true)}>
                <Icon name="undo" />{t('withdraw')}
              </button>
            </li>
          )}
        </ul>
      </section>
      {dossier.slips.length > 0 && (
        <section class="card pad" aria-labelledby="slips">
          <h2 id="slips">{t('slips')}</h2>
          <ul class="tool-list">
            {dossier.slips.map((slip) => (
              <li key={slip}>
                <a href={`/api/tracking/${code}/slips/${slip}`} target="_blank" rel="noopener"
                  lang={language}>
                  <Icon name="file" />{t(`slip.${slip as Slip}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asking && withdraw && (
        <withdraw.WithdrawDialog dossier={dossier} onClose={() => setAsking(false)}
          onDone={(after) => { setAsking(false); onWithdrawn(after); }} />
      )}
    </aside>
  );
}
