// The figures of a period: rates that say what they are made of, the official form beside them,
// who held the file. Every number opens its dossiers.
import { href, say } from '../../app/language';
import { office } from '../../app/office';
import { go, type PageProps } from '../../app/router';
import { clockJumps } from '../../components/demo_bar/demo_bar';
import { Icon } from '../../components/icon/icon';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showDate, showMoment } from '../../display/moments';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/leader';
import {
  exportAddress, lastQuarter, periodAddress, readFigures, registerAddress, type Figures,
} from './figures_query';
import { LevelsCard } from './levels';
import { NotYet } from './not_yet';
import { OfficialCard } from './official_form';
import { AgeCard, HeldCard, TrendCard } from './pictures';
import { Rates } from './rates';
import { SatisfactionCard } from './satisfaction';
import { TermsCard } from './terms';
import './leader.css';

function PeriodBox({ figures }: { figures: Figures }) {
  const reporting = figures.periods.filter((one) => /-R\d$/.test(one.id));
  const calendar = figures.periods.filter((one) => !/-R\d$/.test(one.id));
  const options = (list: typeof calendar) => list.map((one) => (
    <option key={one.id} value={one.id}>{say(one.label)}</option>
  ));
  return (
    <div class="period-box no-print">
      <label class="label" for="period">{t('period')}</label>
      <select class="input" id="period" value={figures.period.id}
        onChange={(event) => go(periodAddress(event.currentTarget.value))}>
        <optgroup label={t('period_calendar')}>{options(calendar)}</optgroup>
        <optgroup label={t('period_reporting')}>{options(reporting)}</optgroup>
      </select>
    </div>
  );
}

function Files({ figures }: { figures: Figures }) {
  const { id } = figures.period;
  return (
    <div class="row files no-print">
      <a class="button secondary" href={exportAddress(id, 'xlsx')} download>
        <Icon name="download" />{t('export_xlsx')}
      </a>
      <a class="button secondary" href={exportAddress(id, 'pdf')} target="_blank" rel="noopener">
        <Icon name="file" />{t('export_pdf')}
      </a>
      <a class="button quiet" href={registerAddress(figures.period)} target="_blank"
        rel="noopener">
        <Icon name="file" />{t('register_title')} (PDF)
      </a>
    </div>
  );
}

function Notes({ figures }: { figures: Figures }) {
  if (figures.notes.length === 0) return null;
  return (
    <Notice kind="info">
      <h2 class="notes-title">{t('notes_title')}</h2>
      {figures.notes.map((note) => <p key={note.vi}>{say(note)}</p>)}
    </Notice>
  );
}

function Head({ figures }: { figures: Figures }) {
  const { period } = figures;
  return (
    <div class="list-head">
      <div>
        <PageHead title={t('title')} document_title={`${t('title')}, ${say(period.label)}`} />
        <p class="muted">
          {t('lead', { office: say(office.value?.name), as_of: showMoment(figures.as_of) })}{' '}
          {t('period_range', { from: showDate(period.from), to: showDate(period.to) })}.
        </p>
      </div>
      <PeriodBox figures={figures} />
    </div>
  );
}

export function FiguresPage({ query }: PageProps) {
  const now = office.value?.now;
  const period = query.get('period') ?? (now ? lastQuarter(now) : '');
  const loaded = useLoaded(
    () => (period ? readFigures(period) : Promise.resolve(undefined)),
    [period, clockJumps.value]);
  const figures = loaded.value;
  if (!figures) return <NotYet loaded={loaded} home="/can-bo/" />;
  return (
    <main id="main" class="list figures" aria-busy={loaded.loading}>
      <Head figures={figures} />
      <Files figures={figures} />
      <p class="no-print">
        <a class="button quiet" href={href('/dieu-hanh/phan-anh/')}>
          <Icon name="message" />{t('petitions')}
        </a>
      </p>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      <Rates period={figures.period.id} rates={figures.rates} />
      <Notes figures={figures} />
      <TermsCard figures={figures} />
      <LevelsCard figures={figures} />
      <SatisfactionCard figures={figures} />
      <div class="pictures">
        <TrendCard months={figures.charts.on_time_by_month} />
        <AgeCard figures={figures} />
      </div>
      <HeldCard figures={figures} />
      <OfficialCard figures={figures} />
    </main>
  );
}
