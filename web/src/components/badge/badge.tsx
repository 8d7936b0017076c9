// A short state in a pill. Colour is never alone: late and soon carry a sign and words.
import type { ComponentChildren } from 'preact';
import type { Schemas } from '../../api/client';
import { say } from '../../app/language';
import { Icon, type IconName } from '../icon/icon';
import './badge.css';

export type BadgeKind = 'late' | 'soon' | 'done' | 'info' | 'plain' | 'paused';

const SIGNS: Partial<Record<BadgeKind, IconName>> =
  { late: 'alert', soon: 'clock', done: 'check', paused: 'pause' };

export function Badge({ kind, children }: { kind: BadgeKind; children: ComponentChildren }) {
  const sign = SIGNS[kind];
  return <span class={`badge ${kind}`}>{sign && <Icon name={sign} />}{children}</span>;
}

const COUNTDOWN: Record<Schemas['Countdown']['kind'], BadgeKind> =
  { late: 'late', soon: 'soon', ok: 'info', paused: 'paused', none: 'plain', ended: 'plain' };

/** "Còn 2 ngày 4 giờ": the time left, as the server counts it. */
export function DeadlineBadge({ countdown }: { countdown: Schemas['Countdown'] }) {
  return <Badge kind={COUNTDOWN[countdown.kind]}>{say(countdown.text)}</Badge>;
}
