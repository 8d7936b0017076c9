// Figures of complaints and suggestions: how many, answered in term of those that fell due, what
// their senders said. Every number opens what it counts.
import { useLoaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import { office } from '../../app/office';
import { go, type PageProps } from '../../app/router';
import { clockJumps } from '../../components/demo_bar/demo_bar';
import { Icon } from '../../components/icon/icon';
import { PageHead } from '../../components/page_head/page_head';
import { showDate, showMoment } from '../../display/moments';
import { showNumber } from '../../display/numbers';
import { t } from '../../text/petition_desk';
import {
  petitionsBehind, readPetitionFigures, type PetitionFigures,
} from '../officer/petition_desk';
import { PetitionPages, PetitionRows } from '../officer/petition_rows';
import { cellAddress, lastQuarter, rateLabel } from './figures_query';
import { NotYet } from './not_yet';
import { CellLink, Rates } from './rates';
import '../officer/petition.css';
import './leader.css';

function addressOf(period: string): string {
  return href(`/dieu-hanh/phan-anh/?${new URLSearchParams({ period }).toString()}`);
}

function PeriodBox({ figures }: { figures: PetitionFigures }) {
  return (
    <div class="period-box no-print">
      <label class="label" for="period">{t('period')}</label>
      <select class="input" id="period" value={figures.period.id}
        onChange={(event) => go(addressOf(event.currentTarget.value))}>
        {figures.periods.map((one) => (
          <option key={one.id} value={one.id}>{say(one.label)}</option>
        ))}
      </select>
    </div>
  );
}

function Counts({ figures }: { figures: PetitionFigures }) {
  return (
    <section class="card pad stack" aria-labelledby="petition-counts">
      <h2 id="petition-counts">{t('figures.counts')}</h2>
      <dl class="kv">
        {figures.counts.map((one) => [
          <dt key={one.cell}>{say(one.label)}</dt>,
          <dd key={`${one.cell}-count`}>
            <CellLink period={figures.period.id} cell={one.cell} count={one.count}
              label={say(one.label)} />
          </dd>,
        ])}
      </dl>
    </section>
  );
}

export function PetitionFiguresPage({ query }: PageProps) {
  const now = office.value?.now;
  const period = query.get('period') ?? (now ? lastQuarter(now) : '');
  const loaded = useLoaded(
    () => (period ? readPetitionFigures(period) : Promise.resolve(undefined)),
    [period, clockJumps.value]);
  const figures = loaded.value;
  if (!figures) return <NotYet loaded={loaded} home="/dieu-hanh/" />;
  return (
    <main id="main" class="list figures" aria-busy={loaded.loading}>
      <div class="list-head">
        <div>
          <p class="no-print">
            <a class="back" href={href('/dieu-hanh/')}><Icon name="back" />{t('back.figures')}</a>
          </p>
          <PageHead title={t('figures.title')}
            document_title={`${t('figures.title')}, ${say(figures.period.label)}`} />
          <p class="muted">
            {t('figures.lead', { as_of: showMoment(figures.as_of) })}{' '}
            {showDate(figures.period.from)} – {showDate(figures.period.to)}
          </p>
        </div>
        <PeriodBox figures={figures} />
      </div>
      <Rates period={figures.period.id} rates={figures.rates} />
      <Counts figures={figures} />
    </main>
  );
}

function labelOf(figures: PetitionFigures, cell: string): string {
  const count = figures.counts.find((one) => one.cell === cell);
  return count ? say(count.label) : rateLabel(figures.rates, cell) ?? t('behind.title');
}

export function PetitionsBehindPage({ query }: PageProps) {
  const period = query.get('period') ?? '';
  const cell = query.get('cell') ?? '';
  const page = Math.max(1, Number(query.get('page')) || 1);
  const loaded = useLoaded(async () => {
    const [list, figures] = await Promise.all([petitionsBehind(period, cell, page),
      readPetitionFigures(period)]);
    return { list, figures };
  }, [period, cell, page]);
  const got = loaded.value;
  if (!got) return <NotYet loaded={loaded} home="/dieu-hanh/" />;
  const { list, figures } = got;
  const title = labelOf(figures, cell);
  return (
    <main id="main" class="list">
      <p class="no-print">
        <a class="back" href={addressOf(period)}><Icon name="back" />{t('back.figures')}</a>
      </p>
      <PageHead title={title} document_title={title} />
      <p class="muted">
        {t('behind.lead', { count: showNumber(list.total), period: say(figures.period.label) })}
      </p>
      {list.items.length === 0 ? <p class="card pad">{t('empty')}</p>
        : <PetitionRows items={list.items} caption={title} />}
      <PetitionPages list={list} addressOf={(next) => cellAddress(period, cell, next)} />
    </main>
  );
}
