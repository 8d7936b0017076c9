// The editors' desk: replies that wait, what became of the others, and every article.
import { useState } from 'preact/hooks';
import { useLoaded, type Loaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import { Badge, type BadgeKind } from '../../components/badge/badge';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { showMoment, showShortMoment } from '../../display/moments';
import { t } from '../../text/editing';
import { listEdited, listReplies, type EditedArticle, type JudgedReply } from './editing';
import { Card } from './facts';
import { WaitingReply } from './reply_judging';
import './editing.css';

const STATES: Record<EditedArticle['state'], BadgeKind> =
  { draft: 'soon', published: 'done', withdrawn: 'plain' };

function Waiting({ onJudged }: { onJudged: () => void }) {
  const waiting = useLoaded(() => listReplies('waiting'), []);
  const [said, setSaid] = useState('');
  const judged = (words: string) => { setSaid(words); waiting.reload(); onJudged(); };
  return (
    <Card id="waiting" title={t('waiting')}>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {waiting.problem && <ProblemNotice problem={waiting.problem} onAgain={waiting.reload} />}
      {!waiting.value && !waiting.problem && <Loading />}
      {waiting.value?.length === 0 && <p class="muted">{t('waiting.none')}</p>}
      <ul>
        {waiting.value?.map((one) => <WaitingReply key={one.id} of={one} onJudged={judged} />)}
      </ul>
    </Card>
  );
}

function Judged({ of }: { of: JudgedReply }) {
  return (
    <li class="waiting-reply">
      <p class="muted"><b>{of.name}</b> · {say(of.title)}</p>
      <p class="reply-text">{of.text}</p>
      {of.answer && <p class="reply-text"><b>{t('answer')}:</b> {of.answer}</p>}
      {of.reason && <p class="reply-text"><b>{t('reason')}:</b> {of.reason}</p>}
      <p class="muted smaller">{of.judged_by} · {of.judged_at && showMoment(of.judged_at)}</p>
    </li>
  );
}

function Past({ turn }: { turn: number }) {
  const refused = useLoaded(() => listReplies('refused'), [turn]);
  const published = useLoaded(() => listReplies('published'), [turn]);
  return (
    <Card id="past" title={t('past')}>
      <details>
        <summary>{t('past.published', { count: published.value?.length ?? 0 })}</summary>
        <ul>{published.value?.map((one) => <Judged key={one.id} of={one} />)}</ul>
      </details>
      <details>
        <summary>{t('past.refused', { count: refused.value?.length ?? 0 })}</summary>
        <ul>{refused.value?.map((one) => <Judged key={one.id} of={one} />)}</ul>
      </details>
    </Card>
  );
}

function Articles({ articles }: { articles: Loaded<EditedArticle[]> }) {
  const items = articles.value;
  return (
    <Card id="articles" title={t('articles')} action={(
      <a class="button compact" href={href('/can-bo/tin-tuc/moi/')}>
        <Icon name="plus" />{t('new')}
      </a>
    )}>
      {articles.problem && <ProblemNotice problem={articles.problem} onAgain={articles.reload} />}
      {!items && !articles.problem && <Loading />}
      {items?.length === 0 && <p class="muted">{t('articles.none')}</p>}
      <ul class="edited-articles">
        {items?.map((one) => (
          <li key={one.id}>
            <a class="strong" href={href(`/can-bo/tin-tuc/${one.id}/`)}>{say(one.title)}</a>
            <Badge kind={STATES[one.state]}>{t(`state.${one.state}`)}</Badge>
            {one.published_at && (
              <span class="muted">{showShortMoment(one.published_at)}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function NewsDesk() {
  const [turn, setTurn] = useState(0);
  const articles = useLoaded(listEdited, []);
  if (articles.problem?.kind === 'not-allowed') {
    return (
      <main id="main" class="list">
        <ProblemView problem={articles.problem} home="/can-bo/" />
      </main>
    );
  }
  if (!articles.value && !articles.problem) return <main id="main" class="list"><Loading /></main>;
  return (
    <main id="main" class="list stack">
      <PageHead title={t('title')} document_title={t('title')} />
      <Waiting onJudged={() => setTurn(turn + 1)} />
      <Articles articles={articles} />
      <Past turn={turn} />
    </main>
  );
}
