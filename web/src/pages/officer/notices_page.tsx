// Notices of the whole office: those that could not be delivered, the newest ones, and the
// templates they are written from.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { NoticeList, type SentNotice } from '../../components/notice_list/notice_list';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { t as told } from '../../text/notices';
import { t } from '../../text/office_notices';
import { listNotices, sendNoticeAgain, type NoticeList as Listed } from './desk';
import { DigestCard } from './digest_card';
import { Card } from './facts';
import { TemplatesCard } from './templates_card';

function Channels({ channels }: { channels: Listed['channels'] }) {
  if (channels.length === 0) return <Notice kind="info"><p>{t('channels.none')}</p></Notice>;
  const names = channels.map((channel) => told(`by.${channel}`)).join(', ');
  return <p class="muted">{t('channels', { channels: names })}</p>;
}

function useSendingAgain(reload: () => void) {
  const [problem, setProblem] = useState<ProblemError>();
  const [said, setSaid] = useState('');
  const send = async (notice: SentNotice) => {
    setProblem(undefined);
    try {
      await sendNoticeAgain(notice.id);
      setSaid(t('again.done'));
      reload();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return { problem, said, send };
}

function GivenUp() {
  const loaded = useLoaded(() => listNotices('dead-letter'), []);
  const again = useSendingAgain(loaded.reload);
  const notices = loaded.value?.notices;
  return (
    <>
      {loaded.value && <Channels channels={loaded.value.channels} />}
      <Card id="given-up" title={t('dead')}>
        <p role="status">{again.said}</p>
        {again.problem && <ProblemNotice problem={again.problem} />}
        {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
        {!notices && !loaded.problem && <Loading />}
        {notices?.length === 0 && <p class="muted">{t('none-given-up')}</p>}
        {notices && (
          <NoticeList of_many notices={notices} actionOf={(notice) => (
            <p>
              <button type="button" class="button secondary compact"
                aria-label={`${t('again')}: ${notice.subject}`}
                onClick={() => void again.send(notice)}>{t('again')}</button>
            </p>
          )} />
        )}
      </Card>
    </>
  );
}

function Newest() {
  const loaded = useLoaded(() => listNotices('any'), []);
  return (
    <Card id="newest" title={t('newest')}>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {loaded.value && <NoticeList of_many notices={loaded.value.notices} />}
    </Card>
  );
}

export function NoticesPage() {
  return (
    <main id="main" class="list stack">
      <PageHead title={t('title')} document_title={t('title')} />
      <GivenUp />
      <TemplatesCard />
      <DigestCard />
      <Newest />
    </main>
  );
}
