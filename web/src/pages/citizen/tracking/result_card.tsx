// The result: the document, each electronic paper of it with its standing, to download and to
// check, and what else there is to collect.
import { href } from '../../../app/language';
import { Icon } from '../../../components/icon/icon';
import { Notice } from '../../../components/notice/notice';
import { StandingBadge } from '../../../components/standing/standing';
import { showDay, showMoment } from '../../../display/moments';
import { showSize } from '../../../display/numbers';
import { t as known } from '../../../text/standing';
import { t } from '../../../text/tracking';
import type { Dossier } from './tracking';

type Result = NonNullable<Dossier['result']>;
type Paper = NonNullable<Result['issued']>[number];

function addressOf(code: string, paper: Paper): string {
  return `/api/tracking/${encodeURIComponent(code)}/result-papers/${paper.file.sha256}`;
}

function Latest({ code, paper, result }: { code: string; paper: Paper; result: Result }) {
  const { revoked } = result;
  return (
    <>
      {revoked && (
        <Notice kind="late">
          <p>{t('result.revoked', { moment: showMoment(revoked.at), document: revoked.document,
            reason: revoked.reason })}</p>
        </Notice>
      )}
      {paper.standing === 'expired' && (
        <Notice kind="soon"><p>{t('result.expired')}</p></Notice>
      )}
      <p class="row">
        <StandingBadge of={paper.standing} />
        {paper.valid_until && (
          <span>{known('valid-until')} {showDay(paper.valid_until)}</span>
        )}
      </p>
      <p class="muted">{known('signers')}: {paper.signers.join('; ')}</p>
      <p class="no-print">
        <a class={revoked ? 'button secondary' : 'button'} href={addressOf(code, paper)} download>
          <Icon name="download" />{t('result.download', { size: showSize(paper.file.size) })}
        </a>
      </p>
    </>
  );
}

function Older({ code, papers }: { code: string; papers: Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <ul>
      {papers.map((paper) => (
        <li key={paper.file.sha256} class="row">
          <a href={addressOf(code, paper)} download>
            {t('result.older', { name: showMoment(paper.issued_at) })}
          </a>
          <StandingBadge of={paper.standing} />
        </li>
      ))}
    </ul>
  );
}

function Check({ result }: { result: Result }) {
  const query = new URLSearchParams(
    { so: result.document, ma: result.verification_code ?? '' }).toString();
  return (
    <p>
      <a href={href(`/xac-minh/?${query}`)}>{t('result.check')}</a>.{' '}
      <span class="muted">{t('result.check.why')}</span>
    </p>
  );
}

function HandedOver({ result }: { result: Result }) {
  const { posting, returned_at: at, returned_to: who } = result;
  if (!at || !who) return null;
  if (!posting) return <p>{t('result.returned', { who, moment: showMoment(at) })}</p>;
  const { carrier, tracking, date, delivered, received_by: receiver } = posting;
  return (
    <p>
      {t('result.posted', { carrier, tracking, date: showDay(date) })}
      {delivered && `. ${t('result.delivered',
        { date: showDay(delivered), who: receiver ?? '' })}`}
    </p>
  );
}

export function ResultCard({ dossier, result }: { dossier: Dossier; result: Result }) {
  const papers = [...result.issued ?? []].reverse();
  const latest = papers[0];
  return (
    <section class="card pad stack" aria-labelledby="result">
      <h2 id="result">
        {t('result')}{result.outcome && `: ${t(`result.${result.outcome}`).toLowerCase()}`}
      </h2>
      <p class="strong">
        {t('result.document', { document: result.document })}
        {result.date && `, ${t('result.date', { date: showDay(result.date) })}`}
      </p>
      {result.summary && <p>{result.summary}</p>}
      <p class="muted">{t('result.recorded', { moment: showMoment(result.recorded_at) })}</p>
      {latest && <Latest code={dossier.code} paper={latest} result={result} />}
      <Older code={dossier.code} papers={papers.slice(1)} />
      {result.verification_code && <Check result={result} />}
      {result.awaits_payment && <Notice kind="soon"><p>{t('result.unpaid')}</p></Notice>}
      <HandedOver result={result} />
      {!result.returned_at && !latest && !result.awaits_payment && <p>{t('result.waiting')}</p>}
    </section>
  );
}
