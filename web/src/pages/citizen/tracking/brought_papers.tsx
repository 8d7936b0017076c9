// Papers that the answers typed so far make necessary, in the supplement that reopened them. Which
// they are the server says, each time the answers change.
import { useEffect, useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { say } from '../../../app/language';
import type { SummaryError } from '../../../components/error_summary/error_summary';
import { FileUpload } from '../../../components/file_upload/file_upload';
import { Icon } from '../../../components/icon/icon';
import { Say } from '../../../components/say/say';
import type { Answers } from '../../../form/schema';
import { t } from '../../../text/tracking';

type PaperFile = Schemas['PaperFile'];
const PAUSE_MS = 300;

async function checkSupplement(code: string, answers: Answers) {
  return (await ask(api.POST('/api/tracking/{code}/supplement-check',
    { params: { path: { code } }, body: { answers } }))).papers;
}

export type BroughtPaper = Awaited<ReturnType<typeof checkSupplement>>[number];

/** What waits to be sent, of all papers. */
export interface Sending {
  files: PaperFile[];
  add: (file: PaperFile) => void;
  drop: (file: PaperFile) => Promise<void>;
}

function inputId(paper: string): string {
  return `supplement-new-${paper}`;
}

/** Empty until the server knows of answers that were changed. */
export function useBroughtPapers(code: string, answers: Answers | undefined) {
  const [papers, setPapers] = useState<BroughtPaper[]>([]);
  const [before, setBefore] = useState<string>();
  const typed = answers && JSON.stringify(answers);
  useEffect(() => {
    if (!answers || typed === before) return;
    if (before === undefined) {  // as the form was opened: nothing was typed yet
      setBefore(typed);
      return;
    }
    let over = false;
    const timer = setTimeout(() => {
      checkSupplement(code, answers).then((found) => {
        if (over) return;
        setBefore(typed);
        setPapers(found);
      }, (error: unknown) => {  // said when it is sent: the server looks again then
        if (!(error instanceof ProblemError)) throw error;
      });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [code, typed, before]);
  const look_again = () => setBefore('');
  return { papers, look_again };
}

export function missingOf(papers: BroughtPaper[], files: PaperFile[]): SummaryError[] {
  return papers.filter((paper) => !files.some((file) => file.paper === paper.paper))
    .map((paper) => ({ id: inputId(paper.paper),
      message: t('supplement.missing', { paper: say(paper.name) }) }));
}

/** What the server says is missing, at its place. */
export function refusedPapers({ problem }: ProblemError): SummaryError[] {
  return (problem.errors ?? []).filter((error) => error.path.startsWith('/papers/'))
    .map((error) => ({ id: inputId(error.path.slice('/papers/'.length)), message: error.message }));
}

interface Props { code: string; papers: BroughtPaper[]; sending: Sending; errors: SummaryError[] }

export function BroughtPapers({ code, papers, sending, errors }: Props) {
  return (
    <>
      <p class="unseen" role="status">
        {papers.length > 0 && t('supplement.brought-up',
          { papers: papers.map((paper) => say(paper.name)).join('; ') })}
      </p>
      {papers.map((paper) => {
        const error = errors.find((one) => one.id === inputId(paper.paper));
        return (
          <div class="supplement-item new-paper" key={paper.paper}>
            <p class="strong"><Say of={paper.name} /> <mark>{t('supplement.new')}</mark></p>
            <p>{t('supplement.brought-up-why')}</p>
            {say(paper.note) && <p class="muted small"><Say of={paper.note} /></p>}
            {error && <p class="field-error"><Icon name="alert" />{error.message}</p>}
            <FileUpload address={`/api/tracking/${encodeURIComponent(code)}/uploads`}
              paper={paper.paper} paper_name={say(paper.name)} limits={paper}
              input_id={inputId(paper.paper)}
              files={sending.files.filter((file) => file.paper === paper.paper)}
              onReceived={sending.add} onRemove={sending.drop} />
          </div>
        );
      })}
    </>
  );
}
