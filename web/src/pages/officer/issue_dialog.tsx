// Issuing the recorded result as an electronic paper: written by the office and signed here with
// the officer's own key, or a file signed or printed elsewhere. Nothing typed is lost but the
// passphrase of a refused try.
import { useMemo, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useKey } from '../../api/use_key';
import { useLater } from '../../app/use_later';
import { ChooseOne } from '../../components/choice_field/choice_field';
import { DateField } from '../../components/date_field/date_field';
import { Dialog } from '../../components/dialog/dialog';
import { ErrorSummary } from '../../components/error_summary/error_summary';
import { describedBy, Field, TextField, type FieldFrame } from '../../components/field/field';
import { Icon } from '../../components/icon/icon';
import { Notice } from '../../components/notice/notice';
import { t as officer } from '../../text/officer';
import { t } from '../../text/issue';
import { Conflict } from './conflict';
import { issueResult, keepResultFile, openDossier, type Opened } from './desk';
import { Refusal, useFocusOnAnswer } from './dialog_parts';
import { issueLabel, paperAddress } from './issued_card';
import { checkIssue, ISSUE_ID, issueOf, type IssueError, type TypedIssue } from './issue_input';
import type { DecisionNote, Dossier, ResultOrigin } from './shapes';

interface Props { opened: Opened; onClose: () => void;
  onDone: (said: string, notes?: DecisionNote[]) => void }

/** A file goes to the server once, however often the dialog is sent. */
function useKeptFile() {
  const kept = useRef<{ file: File; sha256: string }>();
  return async (file: File): Promise<string> => {
    if (kept.current?.file !== file) kept.current = { file, sha256: await keepResultFile(file) };
    return kept.current.sha256;
  };
}

/** What was typed with the first of several signatures holds for the others. */
function isBegun(dossier: Dossier): boolean {
  return Boolean(dossier.result?.signing?.file);
}

function isReplaced(dossier: Dossier): boolean {
  return (dossier.result?.issued ?? []).length > 0 && !isBegun(dossier);
}

/** Others have yet to sign after this officer. */
function isPassedOn({ result }: Dossier, origin: ResultOrigin | undefined): boolean {
  return origin === 'composed'
    && Boolean(result?.signing?.steps.some((step) => step.state === 'later'));
}

function useIssue({ opened, onDone }: Props) {
  const { code, issuing = [] } = opened.dossier;
  const [typed, setTyped] = useState<TypedIssue>(
    { origin: issuing.length === 1 ? issuing[0] : undefined, passphrase: '', reason: '' });
  const [errors, setErrors] = useState<IssueError[]>([]);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ProblemError>();
  const [newer, setNewer] = useState<Opened>();
  const [busy, setBusy] = useState(false);
  const keptFile = useKeptFile();
  const keyOf = useKey();
  const known = newer ?? opened;
  const type = (part: Partial<TypedIssue>) => setTyped((before) => ({ ...before, ...part }));
  const send = async (origin: ResultOrigin) => {
    const sha256 = typed.file && origin !== 'composed' ? await keptFile(typed.file) : undefined;
    const issue = issueOf(typed, origin, sha256);
    const key = keyOf({ ...issue, passphrase: undefined }, known.etag);
    const done = await issueResult(code, issue, { key, etag: known.etag });
    onDone(t(isPassedOn(known.dossier, origin) ? 'signing.done' : 'issued',
      { number: known.dossier.result?.document ?? '' }), done.notes);
  };
  const failed = async (error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    if (error.kind !== 'offline') type({ passphrase: '' });
    if (error.problem.status === 412) setNewer(await openDossier(code));
    else setProblem(error);
  };
  const submit = () => {
    const wrong = checkIssue(typed, isReplaced(known.dossier));
    setErrors(wrong);
    setTurn(turn + 1);
    if (busy || wrong.length > 0 || !typed.origin) return;
    setBusy(true);
    setProblem(undefined);
    void send(typed.origin).catch(failed).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }).finally(() => setBusy(false));
  };
  return { typed, type, errors, turn, problem, newer, known, busy, submit };
}

type Issuing = ReturnType<typeof useIssue>;
interface PartProps { issuing: Issuing; frame: (part: keyof typeof ISSUE_ID, label: string,
  more?: Partial<FieldFrame>) => FieldFrame }

function FileField({ issuing, frame }: PartProps) {
  const field = frame('file', t('file'), { hint: t('file.hint') });
  return (
    <Field field={field}>
      <input class="input" type="file" id={field.id} accept=".pdf,application/pdf"
        aria-describedby={describedBy(field)} aria-invalid={field.error ? true : undefined}
        onChange={(event) => issuing.type({ file: event.currentTarget.files?.[0] })} />
    </Field>
  );
}

/** Another paper than the office wrote brings its file; its own is read first and signed here. */
function SourceFields({ issuing, frame, dossier }: PartProps & { dossier: Dossier }) {
  const { code } = dossier;
  const begun = dossier.result?.signing?.file?.sha256;
  const { origin } = issuing.typed;
  if (!origin) return null;
  if (origin !== 'composed') return <FileField issuing={issuing} frame={frame} />;
  return (
    <p class="issue-draft">
      <a class="button secondary" target="_blank" rel="noopener"
        href={begun ? paperAddress(code, begun)
          : `/api/dossiers/${encodeURIComponent(code)}/result-draft`}>
        <Icon name="eye" />{t('draft')}
      </a>
    </p>
  );
}

function Fields(props: PartProps & { dossier: Dossier }) {
  const { issuing, frame, dossier } = props;
  const { typed, type } = issuing;
  const origins = dossier.issuing ?? [];
  return (
    <>
      {origins.length > 1 ? (
        <ChooseOne field={frame('origin', t('origin'))} chosen={typed.origin}
          options={origins.map((key) => ({ key, label: t(`choose.${key}`) }))}
          onChoose={(origin) => type({ origin: origin as ResultOrigin | undefined })} />
      ) : typed.origin && <p class="strong">{t(`choose.${typed.origin}`)}</p>}
      <SourceFields {...props} />
      {isReplaced(dossier) && (
        <TextField lines={2} field={frame('reason', t('reason'))} value={typed.reason}
          onInput={(reason) => type({ reason })} />
      )}
      {!(typed.origin === 'composed' && isBegun(dossier)) && (
        <DateField value={typed.until} onInput={(until) => type({ until })}
          field={frame('until', t('until'), { hint: t('until.hint'), required: false })} />
      )}
      {typed.origin === 'composed' && (
        <TextField type="password" autocomplete="off" value={typed.passphrase} width={32}
          field={frame('passphrase', t('passphrase'), { hint: t('passphrase.hint') })}
          onInput={(passphrase) => type({ passphrase })} />
      )}
    </>
  );
}

export function IssueDialog(props: Props) {
  const { opened, onClose } = props;
  const issuing = useIssue(props);
  const { errors, newer, problem, busy, known, typed } = issuing;
  const answer = useFocusOnAnswer(problem ?? newer);
  const gone = useMemo(() => Boolean(newer && !newer.dossier.issuing?.length), [newer]);
  const frame: PartProps['frame'] = (part, label, more) => ({
    id: ISSUE_ID[part], label, required: true,
    error: errors.find((error) => error.id === ISSUE_ID[part])?.message, ...more,
  });
  const submit = (event: Event) => { event.preventDefault(); issuing.submit(); };
  const passedOn = isPassedOn(known.dossier, typed.origin);
  const notes = known.dossier.authority?.notes ?? [];
  const decides = typed.origin === 'composed' && !passedOn && notes.length > 0;
  const told = useLater(() => import('./decision_notes'), decides);
  const words = passedOn ? t('signing.sign') : typed.origin === 'composed' ? t('sign') : t('send');
  return (
    <Dialog onClose={onClose}
      title={issueLabel(opened.dossier)}>
      <p class="muted">{opened.dossier.code} · {opened.dossier.applicant.name}</p>
      <p>{t(passedOn ? 'signing.lead' : 'lead')}</p>
      <div ref={answer} tabIndex={-1} class="answer">
        {newer && <Conflict before={opened.dossier} now={newer.dossier} gone={gone} />}
        {problem && <Refusal problem={problem} />}
      </div>
      {told && decides && (
        <Notice kind="soon"><told.DecisionNotes notes={notes} code={known.dossier.code} /></Notice>
      )}
      <form onSubmit={submit} noValidate>
        <ErrorSummary turn={issuing.turn} errors={errors} />
        <Fields issuing={issuing} frame={frame} dossier={known.dossier} />
        <div class="row dialog-buttons">
          {!gone && (
            <button type="submit" class="button" aria-disabled={busy}>
              <Icon name="stamp" />{busy ? t('busy') : words}
            </button>
          )}
          <button type="button" class="button quiet" onClick={onClose}>{officer('cancel')}</button>
        </div>
      </form>
    </Dialog>
  );
}
