// How the office keeps its promises, for anybody: the rates with both numbers, by procedure, who
// was late, and the same as open data. Shown as the server says it, never recomputed.
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { office } from '../../../app/office';
import { go, type PageProps } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { showDate, showMoment } from '../../../display/moments';
import { showNumber } from '../../../display/numbers';
import { t } from '../../../text/open_figures';
import { LoadedPage } from '../parts/page';
import { LinesTable } from './lines_table';
import { Levels, Satisfaction } from './measured';
import { RateCard } from './rate_card';
import './figures.css';

type OpenFigures = Schemas['OpenFigures'];

function QuarterBox({ figures }: { figures: OpenFigures }) {
  return (
    <div class="quarter-box no-print">
      <label class="label" for="quarter">{t('quarter')}</label>
      <select class="input" id="quarter" value={figures.period.id}
        onChange={(event) => go(href(`/so-lieu/?ky=${event.currentTarget.value}`))}>
        {figures.quarters.map((one) => (
          <option key={one.id} value={one.id}>{say(one.label)}</option>
        ))}
      </select>
      <button type="button" class="button secondary compact" onClick={() => print()}>
        <Icon name="print" />{t('print')}
      </button>
    </div>
  );
}

function Rates({ figures }: { figures: OpenFigures }) {
  return (
    <section aria-labelledby="open-rates">
      <h2 id="open-rates">{t('rates')}</h2>
      <p class="muted">{t('rates.lead')}</p>
      <ul class="open-rates">
        {figures.rates?.map((words, index) => {
          const rate = figures.total?.rates[index];
          return rate && <RateCard key={words.label.vi} words={words} rate={rate} />;
        })}
      </ul>
    </section>
  );
}

function Lateness({ figures }: { figures: OpenFigures }) {
  return (
    <section class="card pad stack" aria-labelledby="open-late">
      <h2 id="open-late">{t('late')}</h2>
      <p class="muted">{t('late.lead')}</p>
      {figures.lateness.length === 0
        ? <p>{t('late.few', { minimum: figures.minimum })}</p>
        : (
          <dl class="open-late">
            {figures.lateness.map((one) => (
              <div key={one.name.vi}>
                <dt>{say(one.name)}</dt><dd>{showNumber(one.late)}</dd>
              </div>
            ))}
          </dl>
        )}
    </section>
  );
}

function Notes({ figures }: { figures: OpenFigures }) {
  return (
    <section class="card pad stack" aria-labelledby="open-notes">
      <h2 id="open-notes">{t('notes')}</h2>
      {figures.notes.map((note) => <p key={note.vi}>{say(note)}</p>)}
      <p>{t('notes.minimum', { minimum: figures.minimum })}</p>
      <p>{t('notes.over')}</p>
    </section>
  );
}

function OpenData({ figures }: { figures: OpenFigures }) {
  const here = figures.quarters.find((one) => one.id === figures.period.id);
  return (
    <section class="card pad stack" aria-labelledby="open-data">
      <h2 id="open-data">{t('files')}</h2>
      <p>{t('files.lead')}</p>
      {here && (
        <div class="row no-print">
          <a class="button secondary compact" href={here.csv} download>
            <Icon name="download" />{t('files.csv')}
          </a>
          <a class="button secondary compact" href={here.json}>
            <Icon name="file" />{t('files.json')}
          </a>
          <a href="/api/open-figures">{t('files.fields')}</a>
        </div>
      )}
      <p class="print-only">{location.origin}{here?.csv}</p>
      <p>
        {t('files.licence')}{' '}
        {figures.licence
          ? <a href={figures.licence.address} rel="license">{say(figures.licence.name)}</a>
          : t('files.no-licence')}
      </p>
    </section>
  );
}

function Withheld({ figures }: { figures: OpenFigures }) {
  return (
    <Notice kind="info"><p>{t('withheld', { minimum: figures.minimum })}</p></Notice>
  );
}

function Found({ figures }: { figures: OpenFigures }) {
  const { period } = figures;
  return (
    <div class="open-figures">
      <div class="open-figures-head">
        <div>
          <PageHead title={t('title')} document_title={`${t('title')}, ${say(period.label)}`} />
          <p class="muted">
            {t('lead', { office: say(office.value?.name), quarter: say(period.label),
              from: showDate(period.from), to: showDate(period.to),
              as_of: showMoment(figures.as_of) })}
          </p>
        </div>
        <QuarterBox figures={figures} />
      </div>
      {figures.withheld ? <Withheld figures={figures} /> : (
        <>
          <Rates figures={figures} />
          <LinesTable figures={figures} />
          <div class="open-two"><Levels figures={figures} /><Satisfaction figures={figures} /></div>
          <div class="open-two"><Lateness figures={figures} /><Notes figures={figures} /></div>
        </>
      )}
      <OpenData figures={figures} />
    </div>
  );
}

export function OpenFiguresPage({ query }: PageProps) {
  const quarter = query.get('ky') ?? 'latest';
  const found = useLoaded(
    () => ask(api.GET('/api/open-figures/{quarter}', { params: { path: { quarter } } })),
    [quarter]);
  return (
    <LoadedPage crumbs={[{ label: t('title') }]} from={found}>
      {(figures) => <Found figures={figures} />}
    </LoadedPage>
  );
}
