// Notices with what became of each, and their words behind a click. On a page of one dossier each
// is called by what it tells of; in a list of many, by its subject, which names the dossier.
import type { ComponentChildren } from 'preact';
import type { Schemas } from '../../api/client';
import { say } from '../../app/language';
import { t } from '../../text/notices';
import { Badge, type BadgeKind } from '../badge/badge';
import './notice_list.css';

export type SentNotice = Schemas['Notice'];

const STATE: Record<SentNotice['state'], BadgeKind> =
  { waiting: 'soon', sent: 'done', 'in-app-only': 'plain', 'dead-letter': 'late' };

interface LineProps { notice: SentNotice; of_many: boolean; action?: ComponentChildren }

function Line({ notice, of_many, action }: LineProps) {
  const waits = notice.state === 'waiting';
  const { channel, address } = notice;
  return (
    <li>
      <p class="row between">
        <span class="strong">{of_many ? notice.subject : say(notice.name)}</span>
        <Badge kind={STATE[notice.state]}>{t(`state.${notice.state}`)}</Badge>
      </p>
      <p class="muted">
        {say(notice.sent ?? notice.made)}
        {notice.state !== 'in-app-only' && (
          <> · {t('to', { channel: t(`by.${channel}`), address })}</>
        )}
      </p>
      {notice.last_error && notice.state !== 'sent' && (
        <p class="muted">{t('why', { error: notice.last_error })}</p>
      )}
      {waits && notice.next && notice.last_error && (
        <p class="muted">{t('next', { moment: say(notice.next) })}</p>
      )}
      <details>
        <summary>{t('read')}</summary>
        <div class="notice-text">
          <p class="strong">{notice.subject}</p>
          <pre tabIndex={0}>{notice.body}</pre>
        </div>
      </details>
      {action}
    </li>
  );
}

interface Props { notices: SentNotice[]; of_many?: boolean;
  actionOf?: (notice: SentNotice) => ComponentChildren }

export function NoticeList({ notices, of_many = false, actionOf }: Props) {
  return (
    <ul class="notice-list">
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} of_many={of_many} action={actionOf?.(notice)} />
      ))}
    </ul>
  );
}
