// All procedures, with a search that forgives missing marks; the best match first.
import { useEffect, useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/citizen';
import { Page } from '../parts/page';
import { ProcedureCard } from '../parts/procedure_card';
import './procedures.css';

const PAUSE_MS = 200;

/** What is typed, once typing pauses. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

export function Procedures({ query }: PageProps) {
  const [typed, setTyped] = useState(query.get('q') ?? '');
  const asked = usePaused(typed).trim();
  const found = useLoaded(async () => {
    const words = asked ? { q: asked } : {};
    const listed = await ask(api.GET('/api/procedures', { params: { query: words } }));
    return { asked, items: listed.items };
  }, [asked]);
  useEffect(() => {
    const search = asked ? `?q=${encodeURIComponent(asked)}` : '';
    history.replaceState(null, '', href('/thu-tuc/') + search);
  }, [asked]);
  const items = found.value?.items ?? [];
  const none = found.value && !items.length;
  return (
    <Page crumbs={[{ label: t('list.title') }]}>
      <div class="procedures-head">
        <PageHead title={t('list.title')} document_title={t('list.title')} />
        <form role="search" onSubmit={(event) => event.preventDefault()}>
          <label class="label" for="procedures-q">{t('home.search')}</label>
          <div class="procedures-search">
            <Icon name="search" />
            <input class="input" id="procedures-q" type="search" autocomplete="off" value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)} />
          </div>
        </form>
      </div>
      {found.problem && <ProblemNotice problem={found.problem} onAgain={found.reload} />}
      <p class="muted" role="status">
        {found.value && !none && t('list.count', { count: items.length })}
        {none && t('list.none', { typed: found.value?.asked ?? '' })}
      </p>
      {none && (
        <div class="row procedures-none">
          <p>{t('list.none.text')}</p>
          <button type="button" class="button secondary compact" onClick={() => setTyped('')}>
            {t('list.all')}
          </button>
          <a href={href('/chon-thu-tuc/')}>{t('home.guide')}</a>
        </div>
      )}
      <h2 class="unseen">{t('list.title')}</h2>
      <ul class="procedure-grid procedures-list">
        {items.map((one) => <li key={one.id}><ProcedureCard procedure={one} /></li>)}
      </ul>
    </Page>
  );
}
