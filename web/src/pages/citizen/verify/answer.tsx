// What was found, first in one sentence with what to do, then in full. Takes the focus when it
// comes, so that it is read first.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { office } from '../../../app/office';
import { Icon, type IconName } from '../../../components/icon/icon';
import { Say } from '../../../components/say/say';
import { showDay, showMoment } from '../../../display/moments';
import { t as known } from '../../../text/standing';
import { t } from '../../../text/verify';
import '../tracking/state_card.css';
import { commonName, meaningOf, unknownOf, verdictOf, type Finding, type Meaning,
  type Signature, type Verification } from './asking';

const LOOKS: Record<Meaning, { tone: string; sign: IconName }> = {
  valid: { tone: 'done', sign: 'check' },
  expired: { tone: 'ask', sign: 'clock' },
  replaced: { tone: 'ask', sign: 'history' },
  revoked: { tone: 'late', sign: 'close' },
  'altered-file': { tone: 'late', sign: 'alert' },
  'unknown-file': { tone: 'late', sign: 'alert' },
  'unknown-number': { tone: 'late', sign: 'alert' },
};

function adviceOf(issued: Verification, by_file: boolean): string {
  switch (issued.standing) {
    case 'valid': return t(by_file ? 'advice.valid.file' : 'advice.valid.number');
    case 'expired': return t('advice.expired', { day: showDay(issued.valid_until ?? '') });
    case 'replaced': return t('advice.replaced', { moment: showMoment(issued.replaced_at ?? '') });
    case 'revoked': return t('advice.revoked',
      { moment: showMoment(issued.revoked_at ?? ''), document: issued.revoked_by ?? '' });
  }
}

function Advice({ finding }: { finding: Finding }) {
  const { issued, file } = finding;
  const phone = office.value?.phone;
  if (!issued) {
    return (
      <>
        <p>{t(`advice.${unknownOf(finding)}`)}</p>
        {phone && <p>{t('advice.call', { phone })}</p>}
      </>
    );
  }
  const was_replaced = !file && issued.standing === 'valid' && (issued.earlier ?? 0) > 0;
  return (
    <>
      <p>{adviceOf(issued, file !== undefined)}</p>
      {was_replaced && (
        <p class="strong">{t('advice.earlier', { moment: showMoment(issued.issued_at) })}</p>
      )}
    </>
  );
}

function Facts({ issued }: { issued: Verification }) {
  const rows: [string, ComponentChildren][] = [
    [t('number'), <b>{issued.number}</b>],
    [t('fact.date'), showDay(issued.date)],
    [t('fact.office'), <Say of={issued.office} />],
    [t('fact.procedure'), <Say of={issued.procedure} />],
    [t('fact.outcome'), t(`outcome.${issued.outcome}`)],
    [t('fact.applicant'), issued.applicant],
    [known('signers'), issued.signers.join('; ')],
    [known('issued-at'), showMoment(issued.issued_at)],
    [known('valid-until'), issued.valid_until && showDay(issued.valid_until)],
    [t('fact.origin'), known(`origin.${issued.origin}`)],
  ];
  return (
    <dl class="verify-facts">
      {rows.filter(([, value]) => value).map(([label, value]) => (
        <div key={label}><dt>{label}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}

function SignatureLine({ signature }: { signature: Signature }) {
  const verdict = verdictOf(signature);
  const { signer, organisation, issuer, signed_at: at } = signature;
  const named = organisation && organisation !== signer ? `${signer}, ${organisation}` : signer;
  return (
    <li class={`verify-signature ${verdict}`}>
      <Icon name={verdict === 'holds' ? 'done' : 'alert'} />
      <div>
        <h4>{named}</h4>
        <p>{t(`signature.${verdict}`)}</p>
        <p class="muted small">
          {at && t(signature.time_is_proven ? 'signature.time.proven' : 'signature.time',
            { moment: showMoment(at) })}{' '}
          {issuer && t('signature.issuer', { issuer: commonName(issuer) })}
        </p>
      </div>
    </li>
  );
}

function Signatures({ of }: { of: Signature[] }) {
  return (
    <div>
      <h3>{t('signatures')}</h3>
      {of.length === 0 ? <p>{t('signatures.none')}</p> : (
        <ul>{of.map((one, index) => <SignatureLine key={index} signature={one} />)}</ul>
      )}
    </div>
  );
}

export function Answer({ finding }: { finding: Finding }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }, [finding]);
  const meaning = meaningOf(finding);
  const { tone, sign } = LOOKS[meaning];
  const { issued, file, checked_at: checked } = finding;
  return (
    <section class={`card state-card verify-answer ${tone}`} aria-labelledby="verify-answer">
      <div class="state-head">
        <span class="state-sign"><Icon name={sign} /></span>
        <div>
          <h2 id="verify-answer" tabIndex={-1} ref={heading}>{t(`answer.${meaning}`)}</h2>
          <Advice finding={finding} />
        </div>
      </div>
      <div class="state-body stack">
        {file && <p>{t('of.file', { name: file.name })}</p>}
        {issued && <Facts issued={issued} />}
        {file && <Signatures of={file.signatures} />}
        {checked && <p class="muted">{t('fact.checked')} {showMoment(checked)}</p>}
        <p class="no-print">
          <button type="button" class="button secondary compact" onClick={() => print()}>
            <Icon name="print" />{t('print')}
          </button>
        </p>
      </div>
    </section>
  );
}
