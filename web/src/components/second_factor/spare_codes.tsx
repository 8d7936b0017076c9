// The spare codes, shown once: to print or copy before one goes on. On paper they stand alone.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../text/security';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';

/** Browsers copy only on secure pages. */
function mayCopy(): boolean {
  return Boolean(navigator.clipboard);
}

export function SpareCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () => {
    navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true), () => undefined);
  };
  return (
    <section class="card pad stack" aria-labelledby="spare-codes">
      <h2 id="spare-codes" tabIndex={-1} ref={heading}>{t('spare')}</h2>
      <div class="no-print">
        <Notice kind="done"><p class="strong">{t('factor.on')}</p></Notice>
      </div>
      <p>{t('spare.lead')}</p>
      <ol class="spare-codes">
        {codes.map((code) => <li key={code} class="code">{code}</li>)}
      </ol>
      <p class="strong">{t('spare.once')}</p>
      <div class="row no-print">
        <button type="button" class="button secondary" onClick={() => print()}>
          <Icon name="print" />{t('spare.print')}
        </button>
        {mayCopy() && (
          <button type="button" class="button secondary" onClick={copy}>
            <Icon name="copy" />{t('spare.copy')}
          </button>
        )}
        <span role="status">{copied && t('spare.copied')}</span>
      </div>
      <button type="button" class="button no-print" onClick={onKept}>
        {t('spare.kept')}<Icon name="arrow" />
      </button>
    </section>
  );
}
