// What every step shows around its questions: where one is, the errors, the facts at the side, the
// buttons and the line that says what is saved and that nothing is sent.
import type { ComponentChildren } from 'preact';
import { say } from '../../../app/language';
import { Breadcrumb } from '../../../components/breadcrumb/breadcrumb';
import { ErrorSummary, type SummaryError } from '../../../components/error_summary/error_summary';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { Say } from '../../../components/say/say';
import { showTime } from '../../../display/moments';
import { t } from '../../../text/apply';
import { t as citizen } from '../../../text/citizen';
import { t as kit } from '../../../text/kit';
import { Terms } from '../parts/procedure_card';
import { stepHref, type Step } from './steps';
import { partyOf, unsaved, work, type Work } from './work';

interface Props {
  now: Work;
  steps: Step[];
  step: Step;
  errors?: SummaryError[];
  turn?: number;
  children: ComponentChildren;
}

function Facts({ now }: { now: Work }) {
  const party = partyOf(now.draft);
  return (
    <aside class="card pad apply-facts" aria-labelledby="apply-facts">
      <h2 id="apply-facts">{t('facts.title')}</h2>
      <p class="strong"><Say of={now.procedure.name} /></p>
      <dl>
        {party && <div><dt>{t('facts.party')}</dt><dd>{party.name}</dd></div>}
        <div><dt>{t('facts.term')}</dt><dd><Terms procedure={now.procedure} /></dd></div>
        <div><dt>{t('facts.fee')}</dt><dd><Say of={now.procedure.fee} /></dd></div>
        <div>
          <dt>{t('facts.papers')}</dt>
          <dd>{t('facts.papers.count', { count: now.procedure.papers.length })}</dd>
        </div>
      </dl>
    </aside>
  );
}

export function StepFrame({ now, steps, step, errors = [], turn = 0, children }: Props) {
  const position = steps.findIndex((one) => one.slug === step.slug);
  const title = errors.length ? kit('error.prefix') + step.title : step.title;
  return (
    <>
      <Breadcrumb items={[
        { label: citizen('home'), path: '/' },
        { label: say(now.procedure.name), path: `/thu-tuc/${now.procedure.id}/` },
        { label: t('start.title') },
      ]} />
      <main id="main" class="wrap">
        <div class="apply">
          <div class="apply-form">
            <ErrorSummary errors={errors} turn={turn} />
            <p class="muted strong">
              {t('step', { number: position + 1, total: steps.length })}
            </p>
            <PageHead title={step.title} document_title={title} />
            <ol class="apply-progress" aria-hidden="true">
              {steps.map((one, index) => (
                <li key={one.slug}
                  class={index < position ? 'done' : index === position ? 'now' : ''} />
              ))}
            </ol>
            {children}
          </div>
          <Facts now={now} />
        </div>
      </main>
    </>
  );
}

export function SavedLine({ saving }: { saving: boolean }) {
  const draft = work.value?.draft;
  const saved = draft && !unsaved.value;
  return (
    <span class="saved-line" role="status">
      {saving && t('saving')}
      {!saving && saved && (
        <><Icon name="check" />{t('saved', { time: showTime(draft.saved_at) })}</>
      )}
      {!saving && !saved && t('unsaved')}
    </span>
  );
}

export function Back({ now, steps, step }: { now: Work; steps: Step[]; step: Step }) {
  const before = steps[steps.findIndex((one) => one.slug === step.slug) - 1];
  if (!before) return null;
  return (
    <a class="button secondary" href={stepHref(now.procedure.id, now.draft.id, before.slug)}>
      {t('back')}
    </a>
  );
}
