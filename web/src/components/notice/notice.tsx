// A boxed remark: information, a warning, success, or something wrong.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon';
import './notice.css';

export type NoticeKind = 'info' | 'soon' | 'late' | 'done';

const SIGNS: Record<NoticeKind, IconName> =
  { info: 'info', soon: 'alert', late: 'alert', done: 'done' };

export function Notice({ kind, children, live }:
  { kind: NoticeKind; children: ComponentChildren; live?: boolean }) {
  return (
    <div class={`notice ${kind}`} role={live ? 'status' : undefined}>
      <Icon name={SIGNS[kind]} /><div class="stack">{children}</div>
    </div>
  );
}
