// Answering a supplement request: each paper and each question asked for with what it needs, files,
// answers, a note, sent together.
import { useRef, useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useKey } from '../../../api/use_key';
import { say } from '../../../app/language';
import { useLater } from '../../../app/use_later';
import { ErrorSummary, type SummaryError } from '../../../components/error_summary/error_summary';
import { TextField } from '../../../components/field/field';
import { FileUpload } from '../../../components/file_upload/file_upload';
import { Icon } from '../../../components/icon/icon';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/tracking';
import type { Reopened } from './reopened';
import type { Dossier } from './tracking';

export type Ask = Schemas['SupplementAsk'];
export type Item = Ask['items'][number];
type PaperFile = Schemas['PaperFile'];

interface Props { dossier: Dossier; ask_for: Ask; onDone: (dossier: Dossier) => void }

function inputId(item: Item, index: number): string {
  return `supplement-${index}-${item.paper ?? ''}`;
}

function missingPapers(ask_for: Ask, files: PaperFile[]): SummaryError[] {
  return ask_for.items.flatMap((item, index): SummaryError[] => (
    item.paper === undefined || files.some((file) => file.paper === item.paper) ? []
      : [{ id: inputId(item, index), message: t('supplement.missing', { paper: say(item.name) }) }]
  ));
}

/** Files already sent for this request, without those the dossier had before. */
function filesSoFar(dossier: Dossier, ask_for: Ask): PaperFile[] {
  const before = new Set(dossier.papers.flatMap((paper) => paper.files.map((file) => file.id)));
  return ask_for.items.flatMap((item) => item.files ?? []).filter((file) => !before.has(file.id));
}

function useSupplement({ dossier, ask_for, onDone }: Props) {
  const [files, setFiles] = useState<PaperFile[]>(() => filesSoFar(dossier, ask_for));
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const reopened = useRef<Reopened>();
  const keyOf = useKey();

  const is_open = (file: PaperFile) => ask_for.items.some((item) => item.paper === file.paper)
    || reopened.current?.papers().includes(file.paper);
  const body = () => ({
    files: files.filter(is_open).map((file) => file.id), ...(note.trim() && { note: note.trim() }),
    ...(reopened.current && { answers: reopened.current.sent() }),
  });
  const tell = (found: SummaryError[]) => {
    setErrors(found);
    setTurn((count) => count + 1);
  };
  const send = async (event?: Event) => {
    event?.preventDefault();
    if (busy || (ask_for.form && !reopened.current)) return;
    const missing = [...missingPapers(ask_for, files), ...(reopened.current?.check() ?? [])];
    tell(missing);
    if (missing.length) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const given = body();
      onDone(await ask(api.POST('/api/tracking/{code}/acts/{act}', {
        params: { path: { code: dossier.code, act: 'supplement' },
          header: { 'Idempotency-Key': keyOf(given) } },
        body: given,
      })));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const refused = reopened.current?.refused(error);
      if (refused?.length) tell(refused);
      else setProblem(error);
      setBusy(false);
    }
  };
  const add = (file: PaperFile) => setFiles((list) => [...list, file]);
  const drop = (file: PaperFile) => {
    setFiles((list) => list.filter((one) => one.id !== file.id));
    return Promise.resolve();
  };
  return { files, add, drop, note, setNote, reopened, errors, turn, problem, busy, send };
}

function Facts({ ask_for }: { ask_for: Ask }) {
  return (
    <p class="muted">
      {t('supplement.asked', { moment: showMoment(ask_for.requested_at) })}
      {ask_for.by && ` ${t('supplement.by', { who: ask_for.by })}`}
      {ask_for.document && `. ${t('supplement.document', { document: ask_for.document })}`}.
      {ask_for.until && <b> {t('supplement.until', { moment: showMoment(ask_for.until) })}.</b>}
    </p>
  );
}

export function SupplementForm(props: Props) {
  const { dossier, ask_for } = props;
  const form = useSupplement(props);
  const questions = useLater(() => import('./reopened'), ask_for.form !== undefined);
  return (
    <form class="supplement stack no-print" noValidate onSubmit={(event) => void form.send(event)}>
      <h3>{t(ask_for.form ? 'supplement.whole' : 'supplement')}</h3>
      <ErrorSummary errors={form.errors} turn={form.turn} />
      {ask_for.reason && <p>{ask_for.reason}</p>}
      <Facts ask_for={ask_for} />
      {ask_for.items.map((item, index) => item.paper !== undefined && (
        <div class="supplement-item" key={inputId(item, index)}>
          <p class="strong"><Say of={item.name} /></p>
          <p><span class="muted">{t('supplement.what')}:</span> {item.what}</p>
          <FileUpload address={`/api/tracking/${encodeURIComponent(dossier.code)}/uploads`}
            paper={item.paper} paper_name={say(item.name)} limits={item}
            input_id={inputId(item, index)}
            files={form.files.filter((file) => file.paper === item.paper)}
            onReceived={form.add} onRemove={form.drop} />
        </div>
      ))}
      {questions && (
        <questions.ReopenedQuestions dossier={dossier} ask_for={ask_for} errors={form.errors}
          sending={form} onReady={(ready) => { form.reopened.current = ready; }} />
      )}
      <TextField field={{ id: 'supplement-note', label: t('supplement.note'), required: false }}
        lines={3} value={form.note} onInput={form.setNote} />
      {form.problem && <ProblemNotice problem={form.problem} onAgain={() => void form.send()} />}
      <button class="button sun" aria-disabled={form.busy}>
        <Icon name="send" />{t(form.busy ? 'supplement.sending'
          : ask_for.form ? 'supplement.send-whole' : 'supplement.send')}
      </button>
      <p class="muted small">{t('supplement.counter')}</p>
    </form>
  );
}
