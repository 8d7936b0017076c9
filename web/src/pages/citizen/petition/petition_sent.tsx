// After sending: the two codes, the date of the answer with its reckoning, and honestly whether
// anybody can be told.
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { PromiseReason } from '../../../components/promise_days/promise_days';
import { QrCode } from '../../../components/qr/qr';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { grouped } from '../../../display/numbers';
import { t } from '../../../text/petition_sent';
import { keptPetition, type PetitionConfirmation } from './kept_petition';
import '../confirmation/confirmation.css';

function Codes({ given }: { given: PetitionConfirmation }) {
  const address = `${location.origin}/phan-anh/theo-doi/?code=${encodeURIComponent(given.code)}`
    + `#${grouped(given.secret)}`;
  return (
    <section class="card pad codes" aria-label={t('sent.code')}>
      <dl>
        <div><dt>{t('sent.code')}</dt><dd class="code">{given.code}</dd></div>
        <div>
          <dt>{t('sent.secret')}</dt><dd class="code codes-secret">{grouped(given.secret)}</dd>
        </div>
      </dl>
      <QrCode text={address} label={given.code} />
    </section>
  );
}

function Promised({ promise }: { promise: PetitionConfirmation['promise'] }) {
  return (
    <section class="card pad stack" aria-labelledby="promised">
      <h2 id="promised">{t('sent.promise')}</h2>
      <p class="confirmation-when">{showMoment(promise.first_due)}</p>
      <p class="muted">
        <Say of={promise.term} />
        {promise.received_as && (
          <>. {t('sent.received', { moment: showMoment(promise.received_as) })}</>
        )}
      </p>
      <PromiseReason days={promise.days} />
    </section>
  );
}

function Gone() {
  return (
    <div class="problem stack">
      <PageHead title={t('sent.gone')} document_title={t('sent.gone')} />
      <p>{t('sent.gone.text')}</p>
      <p><a class="button" href={href('/phan-anh/theo-doi/')}>{t('look.title')}</a></p>
    </div>
  );
}

export function PetitionSentPage({ params }: PageProps) {
  const given = keptPetition(params.code ?? '');
  if (!given) return <main id="main" class="wrap"><Gone /></main>;
  return (
    <main id="main" class="wrap confirmation">
      <div class="confirmation-head">
        <span class="confirmation-sign no-print"><Icon name="check" /></span>
        <PageHead title={t('sent.title')} document_title={t('sent.title')} />
      </div>
      <p>{t('sent.lead')} {given.told_by_mail && t('sent.lead.mail')}</p>
      {given.out_of_reach && <Notice kind="soon"><p>{t('sent.out-of-reach')}</p></Notice>}
      <div class="confirmation-columns">
        <Codes given={given} />
        <Promised promise={given.promise} />
      </div>
      <div class="row no-print">
        <a class="button" href={href(`/phan-anh/theo-doi/?code=${encodeURIComponent(given.code)}`)
          + `#${given.secret}`}>{t('sent.follow')}<Icon name="arrow" /></a>
        <button type="button" class="button secondary" onClick={() => print()}>
          <Icon name="print" />{t('sent.print')}
        </button>
      </div>
    </main>
  );
}
