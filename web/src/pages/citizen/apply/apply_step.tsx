// One step of an application: opens the draft (or goes on with the one on the screen) and shows the
// form's page, the papers or the check.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import { href } from '../../../app/language';
import { address, go, type PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { Loading } from '../../../components/loading/loading';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemView } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/apply';
import { entranceHref } from '../account/return_path';
import { forgetDraft } from '../parts/kept_drafts';
import { PAPERS, REVIEW, stepHref, stepsOf } from './steps';
import { openWork, work } from './work';
import './apply.css';

function Gone({ procedure }: { procedure: string }) {
  return (
    <main id="main" class="wrap">
      <div class="problem stack">
        <PageHead title={t('drafts.gone')} document_title={t('drafts.gone')} />
        <p>{t('drafts.gone.text')}</p>
        <p><a class="button" href={href(`/nop-ho-so/${procedure}/`)}>{t('start.new')}</a></p>
      </div>
    </main>
  );
}

export function ApplyStep({ params, query }: PageProps) {
  const { procedure = '', draft = '', step: slug = '' } = params;
  const [problem, setProblem] = useState<ProblemError>();
  const atEnd = slug === PAPERS || slug === REVIEW;
  const questions = useLater(() => import('./form_step'), !atEnd);
  const papers = useLater(() => import('./papers_step'));
  const review = useLater(() => import('./review_step'));
  const open = () => {
    setProblem(undefined);
    openWork(procedure, draft).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      if (error.kind === 'not-found') forgetDraft(draft);
      if (error.problem.code === 'sign-in-needed') {
        go(entranceHref('/dang-nhap/', address.value), { replace: true });
      } else {
        setProblem(error);
      }
    });
  };
  useEffect(open, [draft]);
  const now = work.value?.draft.id === draft ? work.value : undefined;
  const steps = now ? stepsOf(now) : [];
  const step = steps.find((one) => one.slug === slug);
  const first = steps[0];
  useEffect(() => {
    if (now && !step && first) go(stepHref(procedure, draft, first.slug), { replace: true });
  }, [now, step]);
  if (problem?.kind === 'not-found') return <Gone procedure={procedure} />;
  if (problem) {
    return (
      <main id="main" class="wrap"><ProblemView problem={problem} onAgain={open} /></main>
    );
  }
  if (!now || !step) return <main id="main" class="wrap"><Loading /></main>;
  const change = query.has('sua');
  if (slug === PAPERS && papers) {
    return <papers.PapersStep now={now} steps={steps} step={step} change={change} />;
  }
  if (slug === REVIEW && review) return <review.ReviewStep now={now} steps={steps} step={step} />;
  if (!questions || atEnd) return <main id="main" class="wrap"><Loading /></main>;
  return <questions.FormStep now={now} steps={steps} step={step} change={change} />;
}
