// The papers this case asks for, each with its files.
import { useState } from 'preact/hooks';
import type { Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import { go } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import type { SummaryError } from '../../../components/error_summary/error_summary';
import { FileUpload, removeDraftFile } from '../../../components/file_upload/file_upload';
import { Icon } from '../../../components/icon/icon';
import { Loading } from '../../../components/loading/loading';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { t } from '../../../text/apply';
import { guarded } from '../account/account';
import { checkDraft } from './check_draft';
import { Back, SavedLine, StepFrame } from './step_frame';
import { REVIEW, stepHref, type Step } from './steps';
import type { StoredPaper } from './stored_papers';
import { setFiles, work, type Work } from './work';

type Paper = Schemas['Paper'];

function inputId(paper: string): string {
  return `paper-${paper}`;
}

function PaperBox({ now, paper, stored, error }:
  { now: Work; paper: Paper; stored: StoredPaper[]; error?: string }) {
  const store = useLater(() => import('./stored_papers'), stored.length > 0);
  const files = now.draft.files.filter((file) => file.paper === paper.id);
  const all = () => work.value?.draft.files ?? [];
  return (
    <section class={error ? 'card pad paper-box wrong' : 'card pad paper-box'}
      aria-labelledby={`${inputId(paper.id)}-name`}>
      <h2 id={`${inputId(paper.id)}-name`}>
        <Say of={paper.name} />
        {!paper.required && <span class="optional"> {t('papers.optional')}</span>}
      </h2>
      {paper.note && <p class="muted small"><Say of={paper.note} /></p>}
      {error && <p class="field-error"><Icon name="alert" />{error}</p>}
      <FileUpload address={`/api/drafts/${now.draft.id}/uploads`} paper={paper.id} limits={paper}
        guard={guarded} paper_name={say(paper.name)} files={files} input_id={inputId(paper.id)}
        onReceived={(file) => setFiles([...all(), file])}
        onRemove={async (file) => {
          await guarded(() => removeDraftFile(now.draft.id, file.id));
          setFiles(all().filter((one) => one.id !== file.id));
        }} />
      {store && (
        <store.StoredPapers draft={now.draft.id} paper={paper.id} stored={stored}
          onTaken={(file) => setFiles([...all(), file])} />
      )}
    </section>
  );
}

/** What the office has of the party, without what is in this draft; nothing without an account. */
function useStored(now: Work): StoredPaper[] {
  const signed_in = Boolean(now.draft.party);
  const loaded = useLoaded(async () => (
    signed_in ? (await import('./stored_papers')).storedPapers(now.draft.id) : []),
  [now.draft.id, signed_in]);
  return loaded.value ?? [];
}

interface Props { now: Work; steps: Step[]; step: Step; change: boolean }

export function PapersStep({ now, steps, step, change }: Props) {
  const check = useLoaded(() => checkDraft(now.draft.id), [now.draft.id]);
  const stored = useStored(now);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const asked = new Set(check.value?.papers.filter((one) => one.asked).map((one) => one.id));
  const papers = now.procedure.papers.filter((paper) => asked.has(paper.id));

  const submit = (event: Event) => {
    event.preventDefault();
    const has = new Set(now.draft.files.map((file) => file.paper));
    const missing = papers.filter((paper) => paper.required && !has.has(paper.id));
    setErrors(missing.map((paper) => (
      { id: inputId(paper.id), message: t('papers.missing', { paper: say(paper.name) }) })));
    setTurn(turn + 1);
    if (!missing.length) go(stepHref(now.procedure.id, now.draft.id, REVIEW));
  };
  const still = errors.filter((error) => !now.draft.files
    .some((file) => inputId(file.paper) === error.id));
  return (
    <StepFrame now={now} steps={steps} step={step} errors={still} turn={turn}>
      {check.problem && <ProblemNotice problem={check.problem} onAgain={check.reload} />}
      {!check.value && check.loading && <Loading />}
      {check.value && (
        <form noValidate class="stack" onSubmit={submit}>
          <p class="apply-intro">{t(papers.length ? 'papers.lead' : 'papers.none')}</p>
          {papers.length > 0 && <p class="muted">{t('papers.classified')}</p>}
          {papers.map((paper) => (
            <PaperBox key={paper.id} now={now} paper={paper} stored={stored}
              error={still.find((error) => error.id === inputId(paper.id))?.message} />
          ))}
          <div class="apply-bar">
            <button class="button">{t(change ? 'return' : 'continue')}<Icon name="arrow" /></button>
            {!change && <Back now={now} steps={steps} step={step} />}
            <SavedLine saving={false} />
          </div>
        </form>
      )}
    </StepFrame>
  );
}
