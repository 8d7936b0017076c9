// The signatures in an uploaded PDF, checked by the office now: who signed, when, whether all of
// the file is signed and whether the office believes the certificate.
import type { Schemas } from '../../api/client';
import { ProblemError, problemOf } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { language } from '../../app/language';
import { showMoment } from '../../display/moments';
import { t } from '../../text/paper_file';
import { Icon } from '../icon/icon';
import { verdictOf, type Signature } from './verdict';
import './file_signatures.css';

type Found = Schemas['FileSignatures'];

/** @param address of the file, whoever looks at it */
async function signaturesOf(address: string): Promise<Found> {
  const headers = { 'Accept-Language': language };
  const response = await fetch(`${address}/signatures`, { headers })
    .catch(() => { throw ProblemError.offline(); });
  const body = await response.json() as Found;
  if (!response.ok) throw new ProblemError(problemOf(body, response.status));
  return body;
}

function Line({ signature }: { signature: Signature }) {
  const verdict = verdictOf(signature);
  const { signer, organisation, signed_at: at } = signature;
  const named = organisation && organisation !== signer ? `${signer}, ${organisation}` : signer;
  return (
    <li class={verdict === 'holds' ? 'holds' : 'doubt'}>
      <Icon name={verdict === 'holds' ? 'done' : 'alert'} />
      <div>
        <p class="strong">{named || t('signer.unknown')}</p>
        <p>
          {t(`signature.${verdict}`)}{' '}
          {t(signature.whole ? 'signature.whole' : 'signature.part')}
        </p>
        {at && (
          <p class="muted small">
            {t(signature.time_is_proven ? 'signature.time.proven' : 'signature.time',
              { moment: showMoment(at) })}
          </p>
        )}
      </div>
    </li>
  );
}

export function FileSignatures({ address }: { address: string }) {
  const { value, problem } = useLoaded(() => signaturesOf(address), [address]);
  if (problem) return <p class="small">{t('signatures.failed')}</p>;
  if (!value) return null;
  if (!value.readable) return <p class="small">{t('signatures.unreadable')}</p>;
  return (
    <ul class="file-signatures" aria-label={t('signatures')}>
      {value.signatures.map((one, index) => <Line key={index} signature={one} />)}
    </ul>
  );
}
