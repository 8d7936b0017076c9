// After sending: the two codes, the QR code, the promise with its reckoning, what comes next.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { PromiseDays, PromiseReason } from '../../../components/promise_days/promise_days';
import { QrCode } from '../../../components/qr/qr';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { grouped } from '../../../display/numbers';
import { t } from '../../../text/confirmation';
import { openDossier } from '../parts/look_up_form';
import { trackingAddress } from '../parts/tracking_address';
import { keptConfirmation, type Confirmation } from './kept_confirmation';
import './confirmation.css';

/** Opens the dossier to this browser, so that its receipt can be fetched. */
function useOpened({ code, secret }: Confirmation): boolean {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    openDossier(code, secret).then(() => setOpened(true), (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
    });
  }, [code]);
  return opened;
}

function Codes({ given }: { given: Confirmation }) {
  return (
    <section class="card pad codes" aria-label={t('done.code')}>
      <dl>
        <div><dt>{t('done.code')}</dt><dd class="code">{given.code}</dd></div>
        <div>
          <dt>{t('done.secret')}</dt><dd class="code codes-secret">{grouped(given.secret)}</dd>
          <dd class="muted small">{t('done.secret.note')}</dd>
        </div>
      </dl>
      <figure>
        <QrCode text={trackingAddress(given.code, given.secret)}
          label={t('done.qr', { code: given.code })} />
        <figcaption class="small muted">{t('done.qr.note')}</figcaption>
      </figure>
    </section>
  );
}

function Promised({ given }: { given: Confirmation }) {
  const { promise } = given;
  return (
    <section class="card pad stack" aria-labelledby="promised">
      <h2 id="promised">{t('done.promise')}</h2>
      <p class="confirmation-when">
        {promise.promise === null ? t('done.no-promise') : showMoment(promise.promise)}
      </p>
      <p class="muted">
        <Say of={promise.term} />
        {promise.received_as && (
          <>. {t('done.received', { moment: showMoment(promise.received_as) })}</>
        )}
      </p>
      <PromiseReason days={promise.days} />
      <div class="print-only"><PromiseDays days={promise.days} /></div>
    </section>
  );
}

function Next({ given }: { given: Confirmation }) {
  const opened = useOpened(given);
  return (
    <section class="card pad stack no-print" aria-labelledby="next">
      <h2 id="next">{t('done.next')}</h2>
      <ol class="confirmation-next"><li>{t('done.next.1')}</li><li>{t('done.next.2')}</li></ol>
      <div class="row">
        {opened && (
          <a class="button" href={href(`/tra-cuu/${encodeURIComponent(given.code)}/`)}>
            {t('done.track')}<Icon name="arrow" />
          </a>
        )}
        <button type="button" class="button secondary" onClick={() => print()}>
          <Icon name="print" />{t('done.print')}
        </button>
        {opened && given.slips?.includes('receipt') && (
          <a class="button secondary" download
            href={`/api/tracking/${encodeURIComponent(given.code)}/slips/receipt`}>
            <Icon name="download" />{t('done.slip')}
          </a>
        )}
      </div>
    </section>
  );
}

function Gone() {
  return (
    <div class="problem stack">
      <PageHead title={t('done.gone')} document_title={t('done.gone')} />
      <p>{t('done.gone.text')}</p>
      <p><a class="button" href={href('/tra-cuu/')}>{t('done.track')}</a></p>
    </div>
  );
}

export function ConfirmationPage({ params }: PageProps) {
  const given = keptConfirmation(params.code ?? '');
  if (!given) return <main id="main" class="wrap"><Gone /></main>;
  return (
    <main id="main" class="wrap confirmation">
      <div class="confirmation-head">
        <span class="confirmation-sign no-print"><Icon name="check" /></span>
        <div>
          <PageHead title={t('done.title')} document_title={t('done.title')} />
          <p><Say of={given.name} /></p>
        </div>
      </div>
      <p class="no-print">{t('done.lead')}</p>
      <div class="confirmation-columns">
        <Codes given={given} />
        <Promised given={given} />
      </div>
      <Next given={given} />
    </main>
  );
}
