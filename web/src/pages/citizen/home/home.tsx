// The citizens' first page: find a procedure, find a dossier, see what this office does and how it
// keeps its word.
import { useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href } from '../../../app/language';
import { office } from '../../../app/office';
import { go } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { t } from '../../../text/citizen';
import { keptDrafts } from '../parts/kept_drafts';
import { LookUpForm } from '../parts/look_up_form';
import { ProcedureCard } from '../parts/procedure_card';
import { CounterCard } from './counter_card';
import { KeptCard } from './kept_card';
import './home.css';

type Summary = Schemas['ProcedureSummary'];

const QUICK = 4;

function Search({ procedures }: { procedures: Summary[] }) {
  const [typed, setTyped] = useState('');
  const search = (event: Event) => {
    event.preventDefault();
    go(href(`/thu-tuc/?q=${encodeURIComponent(typed)}`));
  };
  return (
    <form class="card home-search" role="search" onSubmit={search}>
      <label class="label" for="home-q">{t('home.search')}</label>
      <div class="home-search-line">
        <input class="input" id="home-q" type="search" name="q" autocomplete="off"
          enterKeyHint="search" placeholder={t('home.example')} value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)} />
        <button class="button"><Icon name="search" />{t('home.find')}</button>
      </div>
      <p class="home-guide">
        <a href={href('/chon-thu-tuc/')}><Icon name="help" />{t('home.guide')}</a>
      </p>
      <ul class="home-quick" aria-label={t('home.often')}>
        {procedures.filter((one) => one.open).slice(0, QUICK).map((one) => (
          <li key={one.id}>
            <a href={href(`/thu-tuc/${one.id}/`)}><Say of={one.name} /><Icon name="chevron" /></a>
          </li>
        ))}
      </ul>
    </form>
  );
}

function DraftsLine() {
  const count = keptDrafts.value.length;
  if (!count) return null;
  return (
    <div class="home-drafts">
      <div class="wrap">
        <Icon name="edit" /><p class="strong">{t('home.drafts', { count })}</p>
        <a class="button sun compact" href={href('/ho-so-nhap/')}>{t('home.go-on')}</a>
      </div>
    </div>
  );
}

function OtherProcedures({ count }: { count: number }) {
  if (!count) return null;
  return (
    <li>
      <a class="card procedure-card procedure-others" href={href('/thu-tuc/')}>
        <h3>{t('home.others', { count })}</h3>
        <p class="procedure-summary">{t('home.others.text')}</p>
      </a>
    </li>
  );
}

const STEPS = ['1', '2', '3', '4'] as const;

function HowItWorks() {
  return (
    <section class="home-section" aria-labelledby="home-how">
      <h2 id="home-how">{t('home.how')}</h2>
      <ol class="home-how">
        {STEPS.map((step) => (
          <li key={step}>
            <h3>{t(`how.${step}`)}</h3><p>{t(`how.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Home() {
  const listed = useLoaded(async () => (await ask(api.GET('/api/procedures'))).items, []);
  const procedures = listed.value ?? [];
  return (
    <main id="main">
      <DraftsLine />
      <div class="home-hero">
        <div class="wrap">
          <PageHead title={t('home.title')} document_title={t('home.title')} />
          <p class="home-lead">{t('home.lead')}</p>
          <div class="home-first">
            <Search procedures={procedures} />
            <section class="card home-track" aria-labelledby="home-track">
              <h2 id="home-track">{t('home.track')}</h2>
              <p class="muted small">{t('home.track.note')}</p>
              <LookUpForm plain />
              <p class="home-verify">
                <a href={href('/xac-minh/')}><Icon name="shield" />{t('home.verify')}</a>
              </p>
            </section>
          </div>
        </div>
      </div>
      <div class="wrap">
        <section class="home-section" aria-labelledby="home-procedures">
          <header>
            <h2 id="home-procedures">{t('home.procedures')}</h2>
            {procedures.length > 0 && (
              <a class="strong" href={href('/thu-tuc/')}>
                {t('home.all', { count: procedures.length })}
              </a>
            )}
          </header>
          {listed.problem && <ProblemNotice problem={listed.problem} onAgain={listed.reload} />}
          <ul class="procedure-grid home-procedures">
            {procedures.filter((one) => one.verified).map((one) => (
              <li key={one.id}><ProcedureCard procedure={one} /></li>
            ))}
            <OtherProcedures count={procedures.filter((one) => !one.verified).length} />
          </ul>
        </section>
        <HowItWorks />
        <div class="home-section home-two">
          {office.value?.kept && <KeptCard rate={office.value.kept} />}
          {office.value && <CounterCard office={office.value} />}
        </div>
      </div>
    </main>
  );
}
