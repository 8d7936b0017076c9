// Complaints and suggestions: what the office promises, the way to send and follow one, and the
// answers whose senders agreed to publication.
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { Badge } from '../../../components/badge/badge';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { showNumber } from '../../../display/numbers';
import { t } from '../../../text/petition';
import { LoadedPage } from '../parts/page';
import './petition.css';

type Listed = Schemas['PublishedPetitions'];
type Kind = Schemas['PetitionKind'];

function addressOf(kind: string, page = 1): string {
  const query = new URLSearchParams();
  if (kind) query.set('ve', kind);
  if (page > 1) query.set('trang', String(page));
  const written = query.toString();
  return href(`/phan-anh/${written && '?' + written}`);
}

function Promises({ listed }: { listed: Listed }) {
  const { terms, counts } = listed;
  const { received, in_term, fell_due } = counts;
  const words = in_term === null || fell_due === null
    ? t('counts.few', { received: showNumber(received) })
    : t('counts', { received: showNumber(received), due: showNumber(fell_due),
      kept: showNumber(in_term) });
  return (
    <section class="card pad stack" aria-labelledby="petition-terms">
      <h2 id="petition-terms">{t('terms')}</h2>
      <ul class="petition-terms">
        <li>{t('terms.answer', { term: say(terms.answer) })}</li>
        <li>{t('terms.refuse', { term: say(terms.refuse) })}</li>
        <li>{t('terms.ask', { term: say(terms.ask_supplement) })}</li>
        <li>{t('terms.publish', { term: say(terms.publish) })}</li>
      </ul>
      <p class="strong">{words}</p>
    </section>
  );
}

function Answered({ one, index }: { one: Schemas['PublishedPetition']; index: number }) {
  const id = `published-${index}`;
  const days = { days: one.days_taken, term: say(one.term) };
  return (
    <li>
      <article class="card pad stack" aria-labelledby={id}>
        <h3 id={id}>
          {t('published.of', { kind: say(one.kind.name), month: say(one.month) })}
        </h3>
        <p class="petition-words" lang="vi">{one.text}</p>
        <div class="petition-answer stack">
          <p class="strong">{t('published.answer', { unit: say(one.unit) })}</p>
          <p class="petition-words" lang="vi">{one.answer}</p>
        </div>
        <p class="row">
          <Badge kind={one.in_term ? 'done' : 'late'}>
            {t(one.in_term ? 'published.in-term' : 'published.late')}
          </Badge>
          <span class="muted">
            {one.days_taken === 0 ? t('published.days.0', days) : t('published.days', days)}
          </span>
        </p>
        {one.redacted && <p class="muted small">{t('published.redacted')}</p>}
      </article>
    </li>
  );
}

function Pages({ listed, kind }: { listed: Listed; kind: string }) {
  const { page, size, total } = listed;
  if (total <= size) return null;
  return (
    <nav class="row" aria-label={t('page.label')}>
      {page > 1 && (
        <a class="button secondary" href={addressOf(kind, page - 1)}>{t('page.newer')}</a>
      )}
      {page * size < total && (
        <a class="button secondary" href={addressOf(kind, page + 1)}>{t('page.older')}</a>
      )}
    </nav>
  );
}

function Published({ listed, kind }: { listed: Listed; kind: string }) {
  return (
    <section class="stack" aria-labelledby="petition-published">
      <h2 id="petition-published">{t('published')}</h2>
      <p class="muted">{t('published.lead')}</p>
      <div class="petition-filter no-print">
        <label class="label" for="petition-kind">{t('published.kind')}</label>
        <select class="input" id="petition-kind" value={kind}
          onChange={(event) => go(addressOf(event.currentTarget.value))}>
          <option value="">{t('published.every')}</option>
          {listed.kinds.map((one) => (
            <option key={one.id} value={one.id}>{say(one.name)}</option>
          ))}
        </select>
      </div>
      {listed.items.length === 0 && <p class="card pad">{t('published.none')}</p>}
      <ul class="petition-list">
        {listed.items.map((one, index) => <Answered key={index} one={one} index={index} />)}
      </ul>
      <Pages listed={listed} kind={kind} />
    </section>
  );
}

export function Petitions({ query }: PageProps) {
  const kind = query.get('ve') ?? '';
  const page = Math.max(1, Number(query.get('trang')) || 1);
  const loaded = useLoaded(() => ask(api.GET('/api/petitions', {
    params: { query: { kind: kind as Kind | '', page } },
  })), [kind, page]);
  return (
    <LoadedPage from={loaded} crumbs={[{ label: t('title') }]}>
      {(listed) => (
        <div class="petitions stack">
          <PageHead title={t('title')} document_title={t('title')} />
          <p class="petition-lead">{t('lead')}</p>
          <div class="row no-print">
            <a class="button sun" href={href('/phan-anh/gui/')}>
              <Icon name="send" />{t('begin')}
            </a>
            <a class="button secondary" href={href('/phan-anh/theo-doi/')}>
              <Icon name="search" />{t('follow')}
            </a>
          </div>
          <Promises listed={listed} />
          <Published listed={listed} kind={kind} />
        </div>
      )}
    </LoadedPage>
  );
}
