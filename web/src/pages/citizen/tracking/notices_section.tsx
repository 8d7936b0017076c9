// What the office told this applicant, with what became of each notice; and the way to complain,
// read with it after the page is there.
import { api, ask } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href } from '../../../app/language';
import { Icon } from '../../../components/icon/icon';
import { NoticeList } from '../../../components/notice_list/notice_list';
import { t as kit } from '../../../text/kit';
import { t } from '../../../text/notices';
import type { Dossier } from './tracking';

function ToComplain({ dossier }: { dossier: Dossier }) {
  return (
    <section class="card pad stack no-print" aria-labelledby="complain">
      <h2 id="complain">{t('complain')}</h2>
      <p>{t('complain.text')}</p>
      <p>
        <a class="button secondary"
          href={href(`/phan-anh/gui/?ho-so=${encodeURIComponent(dossier.code)}`)}>
          <Icon name="send" />{kit('foot.petitions')}
        </a>
      </p>
    </section>
  );
}

export function NoticesSection({ dossier }: { dossier: Dossier }) {
  const loaded = useLoaded(() => ask(api.GET('/api/tracking/{code}/notices',
    { params: { path: { code: dossier.code } } })), [dossier]);
  const notices = loaded.value?.notices ?? [];
  return (
    <>
      {notices.length > 0 && (
        <section class="card pad stack no-print" aria-labelledby="notices">
          <h2 id="notices">{t('sent-to-you')}</h2><NoticeList notices={notices} />
        </section>
      )}
      <ToComplain dossier={dossier} />
    </>
  );
}
