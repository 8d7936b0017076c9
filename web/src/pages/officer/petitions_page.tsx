// The officers' list of complaints and suggestions, the nearest date first.
import { useLoaded } from '../../api/use_loaded';
import { href } from '../../app/language';
import type { PageProps } from '../../app/router';
import { clockJumps } from '../../components/demo_bar/demo_bar';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { showNumber } from '../../display/numbers';
import { t } from '../../text/petition_desk';
import { listPetitions } from './petition_desk';
import { PetitionPages, PetitionRows } from './petition_rows';
import './petition.css';

const CHOICES = ['open', 'unit', 'late', 'all'] as const;
type Choice = (typeof CHOICES)[number];

const QUERIES: Record<Choice, Parameters<typeof listPetitions>[0]> = {
  open: { open: 'true' },
  unit: { view: 'unit', open: 'true' },
  late: { late: 'true', open: 'false' },
  all: { open: 'false' },
};

function addressOf(choice: Choice, page = 1): string {
  const query = new URLSearchParams({ xem: choice });
  if (page > 1) query.set('trang', String(page));
  return href(`/can-bo/phan-anh/?${query.toString()}`);
}

function Choices({ chosen }: { chosen: Choice }) {
  return (
    <nav class="petition-choices no-print" aria-label={t('filter')}>
      {CHOICES.map((one) => (
        <a key={one} href={addressOf(one)} aria-current={one === chosen ? 'page' : undefined}>
          {t(`filter.${one}`)}
        </a>
      ))}
    </nav>
  );
}

export function PetitionsPage({ query }: PageProps) {
  const chosen = CHOICES.find((one) => one === query.get('xem')) ?? 'open';
  const page = Math.max(1, Number(query.get('trang')) || 1);
  const loaded = useLoaded(() => listPetitions({ ...QUERIES[chosen], page }),
    [chosen, page, clockJumps.value]);
  const list = loaded.value;
  if (!list && loaded.problem) {
    return (
      <main id="main" class="list">
        <ProblemView problem={loaded.problem} onAgain={loaded.reload} home="/can-bo/" />
      </main>
    );
  }
  return (
    <main id="main" class="list" aria-busy={loaded.loading}>
      <div class="list-head">
        <div>
          <PageHead title={t('title')} document_title={t('title')} />
          <p class="muted">{t('lead')}</p>
        </div>
      </div>
      <Choices chosen={chosen} />
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!list && <Loading />}
      {list && (
        <>
          <p class="muted count" role="status">{t('count', { count: showNumber(list.total) })}</p>
          {list.items.length === 0
            ? <div class="empty"><Icon name="done" /><p>{t('empty')}</p></div>
            : <PetitionRows items={list.items} caption={t('title')} />}
          <PetitionPages list={list} addressOf={(next) => addressOf(chosen, next)} />
        </>
      )}
    </main>
  );
}
