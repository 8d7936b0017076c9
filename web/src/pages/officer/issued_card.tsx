// The result as an electronic paper: not recorded, not issued, or every paper issued so far with
// its signers and standing; and the way to issue one, where the server offers it.
import { say } from '../../app/language';
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

type Signing = NonNullable<Result['signing']>;

/** Who signed, who is next and who comes after, in their order. */
function SigningOrder({ code, of }: { code: string; of: Signing }) {
  const { steps, file, sent_back: back } = of;
  return (
    <>
      {back && (
        <p><b>{t('signing.sent-back',
          { who: back.by, reason: back.reason, moment: showMoment(back.at) })}</b></p>
      )}
      <p>{t('signing')}:</p>
      <ol>
        {steps.map((step, index) => (
          <li key={index} aria-current={step.state === 'next' ? 'step' : undefined}>
            {say(step.post)} ({step.who.join(', ')}):{' '}
            <b>{t(`signing.${step.state}`)}</b>
          </li>
        ))}
      </ol>
      {file && (
        <p>
          <a href={paperAddress(code, file.sha256)} target="_blank" rel="noopener">
            <Icon name="file_check" />{t('signing.open')}
          </a>
        </p>
      )}
    </>
  );
}

function State({ dossier, result }: { dossier: Dossier; result: Result | undefined }) {
  if (!result) return <p class="muted">{t('none')}</p>;
  const issued = result.issued ?? [];
  return (
    <>
      <p>{t(issued.length > 0 ? 'issued' : 'waiting', { number: result.document })}</p>
      {result.signing && <SigningOrder code={dossier.code} of={result.signing} />}
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

/** To sign with others is one thing, to issue a paper or its replacement another. */
export function issueLabel({ result, issuing = [] }: Dossier): string {
  const toSign = result?.signing && issuing.includes('composed');
  if (toSign) return t('signing.button');
  return t((result?.issued ?? []).length > 0 ? 'button.again' : 'button');
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
            <Icon name="stamp" />{issueLabel(dossier)}
          </button>
        </p>
      )}
      {result && !issued && issuing.length === 0 && <p class="muted">{t('not-yours')}</p>}
    </Card>
  );
}
