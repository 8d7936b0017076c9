// Where something rests, in words; what nobody has checked carries a mark of its own.
import type { Schemas } from '../../api/client';
import { say } from '../../app/language';
import { Badge } from '../../components/badge/badge';
import { t } from '../../text/authority';

export function Source({ of }: { of: Schemas['SourceInWords'] }) {
  return (
    <span class="source">
      {say(of.words)}{!of.checked && <> <Badge kind="soon">{t('unverified')}</Badge></>}
    </span>
  );
}
