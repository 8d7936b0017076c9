// What the office told this applicant, with what became of each notice.
import { api, ask } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { NoticeList } from '../../../components/notice_list/notice_list';
import { t } from '../../../text/notices';
import type { Dossier } from './tracking';

export function NoticesSection({ dossier }: { dossier: Dossier }) {
  const loaded = useLoaded(() => ask(api.GET('/api/tracking/{code}/notices',
    { params: { path: { code: dossier.code } } })), [dossier]);
  const notices = loaded.value?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <section class="card pad stack no-print" aria-labelledby="notices">
      <h2 id="notices">{t('sent-to-you')}</h2><NoticeList notices={notices} />
    </section>
  );
}
