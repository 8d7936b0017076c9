// What the scanner for malware said about one file, in words.
import type { Schemas } from '../../api/client';
import { Badge, type BadgeKind } from '../../components/badge/badge';
import { showMoment } from '../../display/moments';
import { t } from '../../text/scans';

type Mark = Schemas['ScanMark'];

const KINDS: Record<Mark['state'], BadgeKind> = { 'not-scanned': 'plain', waiting: 'soon',
  clean: 'done', infected: 'late', 'too-large': 'soon' };

function factsOf(mark: Mark): string {
  if (mark.state === 'infected') return t('virus', { virus: mark.virus ?? '' });
  if (mark.state !== 'clean' || !mark.at) return '';
  const moment = showMoment(mark.at);
  return mark.signatures
    ? t('when.signatures', { moment, signatures: mark.signatures }) : t('when', { moment });
}

function Warned({ address, name }: { address: string; name: string }) {
  return (
    <details class="small">
      <summary>{t('warned')}<span class="unseen"> {name}</span></summary>
      <p>{t('warning')}</p>
      <p>
        <a class="button secondary compact" href={`${address}?unscanned=open`} target="_blank"
          rel="noopener">{t('warned')}</a>
      </p>
    </details>
  );
}

export function ScanMark({ mark, file, address, warns }:
  { mark: Mark; file: Schemas['PaperFile']; address: string; warns: boolean }) {
  const { state } = mark;
  const facts = factsOf(mark);
  const closed = state === 'waiting' || state === 'too-large' || state === 'infected';
  return (
    <div class="scan-mark">
      <p><Badge kind={KINDS[state]}>{t(`mark.${state}`)}</Badge></p>
      {facts && <p class="muted small">{facts}</p>}
      {closed && (warns && state !== 'infected'
        ? <Warned address={address} name={file.name} />
        : <p class="small">{t(`closed.${state}`)}</p>)}
    </div>
  );
}
