// What the office publishes: the list, the newest first.
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { PageHead } from '../../../components/page_head/page_head';
import { Say } from '../../../components/say/say';
import { showDay, startSentence } from '../../../display/moments';
import { t } from '../../../text/news';
import { LoadedPage } from '../parts/page';
import './news.css';

type Summary = Schemas['ArticleSummary'];

function Item({ of }: { of: Summary }) {
  return (
    <li class="card pad news-item">
      <p class="muted smaller">
        {t(`kind.${of.kind}`)} · {startSentence(showDay((of.published_at ?? '').slice(0, 10)))}
      </p>
      <h2><a href={href(`/tin-tuc/${of.id}/`)}><Say of={of.title} /></a></h2>
      <p><Say of={of.lead} /></p>
    </li>
  );
}

export function NewsPage({ query }: PageProps) {
  const kind = query.get('loai') === 'guidance' ? 'guidance' as const
    : query.get('loai') === 'news' ? 'news' as const : 'any' as const;
  const list = useLoaded(async () => (await ask(api.GET('/api/articles',
    { params: { query: { kind } } }))).items, [kind]);
  return (
    <LoadedPage crumbs={[{ label: t('title') }]} from={list}>
      {(items) => (
        <div class="news stack">
          <PageHead title={t('title')} document_title={t('title')} />
          <nav class="row" aria-label={t('kinds')}>
            {(['any', 'news', 'guidance'] as const).map((one) => (
              <a key={one} class="button secondary compact"
                aria-current={one === kind ? 'page' : undefined}
                href={href(one === 'any' ? '/tin-tuc/' : `/tin-tuc/?loai=${one}`)}>
                {t(`kinds.${one}`)}
              </a>
            ))}
          </nav>
          {items.length === 0 && <p class="muted">{t('empty')}</p>}
          <ul class="news-list">{items.map((one) => <Item key={one.id} of={one} />)}</ul>
        </div>
      )}
    </LoadedPage>
  );
}
