// What an issued result is worth today, in a word and a colour.
import type { Schemas } from '../../api/client';
import { t } from '../../text/standing';
import { Badge, type BadgeKind } from '../badge/badge';

export type Standing = Schemas['Standing'];

const KINDS: Record<Standing, BadgeKind> =
  { valid: 'done', expired: 'soon', replaced: 'plain', revoked: 'late' };

export function StandingBadge({ of }: { of: Standing }) {
  return <Badge kind={KINDS[of]}>{t(`standing.${of}`)}</Badge>;
}
