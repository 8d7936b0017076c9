// Notices with what became of each, and their words behind a click.
import type { ComponentChildren } from 'preact';
import type { Schemas } from '../../api/client';
import { say } from '../../app/language';
import { t } from '../../text/notices';
import { Badge, type BadgeKind } from '../badge/badge';
import './notice_list.css';

export type SentNotice = Schemas['Notice'];

const STATE: Record<SentNotice['state'], BadgeKind> =
  { waiting: 'soon', sent: 'done', 'in-app-only': 'plain', 'dead-letter': 'late' };

function Line({ notice, action }: { notice: SentNotice; action?: ComponentChildren }) {
  const waits = notice.state === 'waiting';
  return (
    <li>
      <p class="row between">
        <span class="strong">{notice.subject || say(notice.name)}</span>
        <Badge kind={STATE[notice.state]}>{t(`state.${notice.state}`)}</Badge>
      </p>
      <p class="muted">
        {say(notice.sent ?? notice.made)} ·{' '}
        {t('to', { channel: t(`by.${notice.channel}`), address: notice.address })}
      </p>
      {notice.last_error && notice.state !== 'sent' && (
        <p class="muted">{t('why', { error: notice.last_error })}</p>
      )}
      {waits && notice.next && notice.last_error && (
        <p class="muted">{t('next', { moment: say(notice.next) })}</p>
      )}
      <details>
        <summary>{t('read')}</summary>
        <pre class="notice-text" tabIndex={0}>{notice.body}</pre>
      </details>
      {action}
    </li>
  );
}

export function NoticeList({ notices, actionOf }: { notices: SentNotice[];
  actionOf?: (notice: SentNotice) => ComponentChildren }) {
  return (
    <ul class="notice-list">
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} action={actionOf?.(notice)} />
      ))}
    </ul>
  );
}
