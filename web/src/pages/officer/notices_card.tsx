// The notices an applicant was sent of one dossier.
import { Loading } from '../../components/loading/loading';
import { NoticeList } from '../../components/notice_list/notice_list';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/office_notices';
import { noticesOf } from './desk';
import { Card } from './facts';

export function NoticesCard({ code, version }: { code: string; version: number }) {
  const loaded = useLoaded(() => noticesOf(code), [code, version]);
  const notices = loaded.value?.notices;
  return (
    <Card id="notices" title={t('sent')}>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!notices && !loaded.problem && <Loading />}
      {notices?.length === 0 && <p class="muted">{t('none')}</p>}
      {notices && notices.length > 0 && <NoticeList notices={notices} />}
    </Card>
  );
}
