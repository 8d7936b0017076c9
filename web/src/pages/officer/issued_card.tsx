// The result as an electronic paper: not recorded, not issued, or every paper issued so far with
// its signers and standing; and the way to issue one, where the server offers it.
import { Icon } from '../../components/icon/icon';
import { StandingBadge } from '../../components/standing/standing';
import { showDay, showMoment } from '../../display/moments';
import { t } from '../../text/issue';
import { t as known } from '../../text/standing';
import { Card, Facts } from './facts';
import type { Dossier, IssuedPaper } from './shapes';

type Result = NonNullable<Dossier['result']>;

export function paperAddress(code: string, sha256: string): string {
  return `/api/dossiers/${encodeURIComponent(code)}/result-papers/${sha256}`;
}

function Paper({ code, paper }: { code: string; paper: IssuedPaper }) {
  return (
    <li class="paper-item">
      <div class="paper-head">
        <a href={paperAddress(code, paper.file.sha256)} target="_blank" rel="noopener">
          <Icon name="file_check" />{t('open')}
        </a>
        <StandingBadge of={paper.standing} />
      </div>
      <Facts rows={[
        [known('signers'), paper.signers.join('; ')],
        [known('issued-at'), showMoment(paper.issued_at)],
        [t('by'), paper.by],
        [t('how'), known(`origin.${paper.origin}`)],
        [known('valid-until'), paper.valid_until && showDay(paper.valid_until)],
        [t('replaces'), paper.reason],
      ]} />
    </li>
  );
}

function Revoked({ of }: { of: NonNullable<Result['revoked']> }) {
  return (
    <p>
      <b>{t('revoked')}:</b>{' '}
      {t('revoked.how', { moment: showMoment(of.at), document: of.document, reason: of.reason })}
    </p>
  );
}

function State({ dossier, result }: { dossier: Dossier; result: Result | undefined }) {
  if (!result) return <p class="muted">{t('none')}</p>;
  const issued = result.issued ?? [];
  return (
    <>
      <p>{t(issued.length > 0 ? 'issued' : 'waiting', { number: result.document })}</p>
      {result.revoked && <Revoked of={result.revoked} />}
      {issued.length > 0 && (
        <ul class="papers issued-papers">
          {[...issued].reverse().map((paper) => (
            <Paper key={paper.file.sha256} code={dossier.code} paper={paper} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Shown from the step on in which the result is recorded. */
export function IssuedCard({ dossier, onIssue }: { dossier: Dossier; onIssue: () => void }) {
  const { result, issuing = [] } = dossier;
  if (!result && !dossier.acts.some((offer) => offer.act === 'record-result')) return null;
  const issued = (result?.issued ?? []).length > 0;
  return (
    <Card id="issued" title={t('title')}>
      <State dossier={dossier} result={result} />
      {issuing.length > 0 && (
        <p class="no-print">
          <button type="button" class={issued ? 'button secondary' : 'button'} onClick={onIssue}>
            <Icon name="stamp" />{issued ? t('button.again') : t('button')}
          </button>
        </p>
      )}
      {result && !issued && issuing.length === 0 && <p class="muted">{t('not-yours')}</p>}
    </Card>
  );
}
