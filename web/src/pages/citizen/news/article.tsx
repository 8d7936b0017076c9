// One article: what the office says, what was corrected, what people replied and were answered.
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { language, say } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { Blocks } from '../../../components/blocks/blocks';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { Say } from '../../../components/say/say';
import { showDay, showMoment, startSentence } from '../../../display/moments';
import { t } from '../../../text/news';
import { LoadedPage } from '../parts/page';
import './news.css';

type Article = Schemas['Article'];

function Reply({ of }: { of: Article['replies'][number] }) {
  return (
    <li class="news-reply">
      <p class="muted smaller"><b>{of.name}</b> · {showMoment(of.sent_at)}</p>
      <p class="news-text">{of.text}</p>
      {of.answer && (
        <div class="news-answer">
          <p class="smaller strong">{t('answer')}</p><p class="news-text">{of.answer}</p>
        </div>
      )}
    </li>
  );
}

function Replies({ of }: { of: Article }) {
  const later = useLater(() => import('./reply_form'), of.takes_replies);
  if (!of.takes_replies && of.replies.length === 0) return null;
  return (
    <section class="stack no-print" aria-labelledby="replies">
      <h2 id="replies">{t('replies', { count: of.replies.length })}</h2>
      {of.replies.length > 0 && (
        <ul>{of.replies.map((one, index) => <Reply key={index} of={one} />)}</ul>
      )}
      {of.takes_replies && later && <later.ReplyForm article={of.id} />}
    </section>
  );
}

export function ArticlePage({ params }: PageProps) {
  const id = params.article ?? '';
  const article = useLoaded(() => ask(api.GET('/api/articles/{article}',
    { params: { path: { article: id } } })), [id]);
  const crumbs = (of: Article | undefined) => [{ label: t('title'), path: '/tin-tuc/' },
    ...(of ? [{ label: say(of.title) }] : [])];
  return (
    <LoadedPage crumbs={crumbs} from={article}>
      {(of) => (
        <div class="news stack long-title">
          <PageHead title={<Say of={of.title} />} document_title={say(of.title)} />
          <p class="muted">
            {startSentence(showDay((of.published_at ?? '').slice(0, 10)))} · {say(of.unit)}
          </p>
          {of.corrected_at && (
            <Notice kind="info">
              <p>{t('corrected', { moment: showMoment(of.corrected_at) })}</p>
              <p><Say of={of.correction} /></p>
            </Notice>
          )}
          <Blocks of={of.blocks[language]} />
          <Replies of={of} />
        </div>
      )}
    </LoadedPage>
  );
}
