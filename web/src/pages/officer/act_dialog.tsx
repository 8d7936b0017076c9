// One act: its fields, a preview where it cannot be undone, the sending. Nothing typed is lost: a
// conflict shows what somebody else did and keeps the input; an ended session asks to sign in on
// the same page; a lost answer is asked for again with the same key.
import { useMemo, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useKey } from '../../api/use_key';
import { say } from '../../app/language';
import { useLater } from '../../app/use_later';
import { Dialog } from '../../components/dialog/dialog';
import { ErrorSummary } from '../../components/error_summary/error_summary';
import { Icon } from '../../components/icon/icon';
import { Notice } from '../../components/notice/notice';
import { showMoment } from '../../display/moments';
import { t, type OfficerKey } from '../../text/officer';
import { ActFields, fieldIdOf, itemName } from './act_fields';
import { checkTyped, emptyTyped, inputOf, rebased, refusedAt, type FieldError, type Typed }
  from './act_input';
import { Conflict } from './conflict';
import { Refusal, useFocusOnAnswer } from './dialog_parts';
import { doAct, openDossier, previewAct, type ActName, type Opened } from './desk';
import type { ActDone, ActOffer, ActPreview, Dossier } from './shapes';

interface Props { opened: Opened; offer: ActOffer; onClose: () => void;
  onDone: (done: ActDone, offer: ActOffer) => void }

function Effects({ preview }: { preview: ActPreview }) {
  const { promise_before: before, promise_after: after } = preview;
  return (
    <Notice kind="soon">
      <p class="strong">{t('act_effects')}</p>
      <ul class="effects">
        {preview.effects.map((effect) => <li key={effect.vi}>{say(effect)}</li>)}
        {after && before !== after && (
          <li>{t('act_promise_change', {
            before: before ? showMoment(before) : t('no_promise'), after: showMoment(after),
          })}</li>
        )}
        {after && before === after && (
          <li>{t('act_promise_same', { date: showMoment(after) })}</li>
        )}
        {preview.slip && (
          <li>{t('act_slip', { slip: t(`slip_${preview.slip}` as OfficerKey) })}</li>
        )}
      </ul>
      <p>{t('act_irreversible')}</p>
    </Notice>
  );
}

/** The papers one may ask for: as offered, else those of the dossier. */
function askable(offer: ActOffer, dossier: Dossier): string[] {
  const offered = offer.fields.find((field) => field.kind === 'items' || field.kind === 'papers');
  return offered?.options?.map((option) => option.value)
    ?? dossier.papers.map((paper) => paper.paper);
}

/** The same act as offered with another version of the dossier. */
function offerIn(dossier: Dossier, offer: ActOffer): ActOffer | undefined {
  return dossier.acts.find((one) => one.act === offer.act);
}

/** The state of one act from opening to done. */
function useAct({ opened, offer, onDone }: Props) {
  const papers = opened.dossier.papers;
  const [typed, setTyped] = useState<Typed>(
    () => emptyTyped(askable(offer, opened.dossier), offer.fields));
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [turn, setTurn] = useState(0);
  const [preview, setPreview] = useState<ActPreview>();
  const [problem, setProblem] = useState<ProblemError>();
  const [newer, setNewer] = useState<Opened>();
  const [busy, setBusy] = useState(false);
  const keyOf = useKey();
  const known = newer ?? opened;
  const sent = () => ({
    code: opened.dossier.code, act: offer.act as ActName, input: inputOf(offer, typed),
  });
  const failed = async (error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    setPreview(undefined);
    const refused = refusedAt(offer, error.problem);
    if (refused) {
      setErrors(refused);
      setTurn((count) => count + 1);
      return;
    }
    if (error.problem.status !== 412) {
      setProblem(error);
      return;
    }
    const now = await openDossier(opened.dossier.code);
    const seen = offerIn(known.dossier, offer) ?? offer;
    setTyped((mine) => rebased(mine, seen.fields, offerIn(now.dossier, offer)?.fields ?? []));
    setNewer(now);
  };
  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    await work().catch(failed).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }).finally(() => setBusy(false));
  };
  const submit = () => {
    const items = offer.fields.find((field) => field.kind === 'items');
    const wrong = checkTyped(offer, typed, (item) => itemName(items, papers, item));
    setErrors(wrong);
    setTurn((count) => count + 1);
    if (wrong.length > 0) return;
    void run(async () => {
      if (offer.irreversible && !preview) setPreview(await previewAct(sent()));
      else onDone(await doAct(sent(), keyOf(sent().input, known.etag), known.etag), offer);
    });
  };
  const edit = (changed: Typed) => { setPreview(undefined); setTyped(changed); };
  return { typed, edit, errors, turn, preview, setPreview, problem, newer, busy, submit };
}

function Buttons({ label, final, busy, gone, onBack, onClose }:
  { label: string; final: boolean; busy: boolean; gone: boolean; onBack?: () => void;
    onClose: () => void }) {
  return (
    <div class="row dialog-buttons">
      {!gone && (
        <button type="submit" class={final ? 'button danger' : 'button'} aria-disabled={busy}>
          {busy ? t('act_doing') : label}
        </button>
      )}
      {onBack && (
        <button type="button" class="button secondary" onClick={onBack}>
          <Icon name="edit" />{t('act_edit')}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onClose}>{t('cancel')}</button>
    </div>
  );
}

export function ActDialog(props: Props) {
  const { opened, offer, onClose } = props;
  const act = useAct(props);
  const label = say(offer.label);
  const notes = opened.dossier.authority?.notes ?? [];
  const told = useLater(() => import('./decision_notes'), offer.decides && notes.length > 0);
  const answer = useFocusOnAnswer(act.problem ?? act.preview ?? act.newer);
  const gone = useMemo(() => Boolean(act.newer && !offerIn(act.newer.dossier, offer)),
    [act.newer]);
  const submit = (event: Event) => { event.preventDefault(); act.submit(); };
  const words = !offer.irreversible ? label
    : act.preview ? t('act_confirm', { act: label }) : t('act_preview');
  return (
    <Dialog title={label} onClose={onClose}>
      <p class="muted">{opened.dossier.code} · {opened.dossier.applicant.name}</p>
      <div ref={answer} tabIndex={-1} class="answer">
        {act.newer && <Conflict before={opened.dossier} now={act.newer.dossier} gone={gone} />}
        {act.problem && <Refusal problem={act.problem} />}
        {act.preview && <Effects preview={act.preview} />}
      </div>
      {told && (
        <Notice kind="soon">
          <told.DecisionNotes notes={notes} code={opened.dossier.code} />
        </Notice>
      )}
      <form onSubmit={submit} noValidate>
        <ErrorSummary turn={act.turn} first={Boolean(act.errors[0]?.id)}
          errors={act.errors.map((error) => ({
            id: error.id ?? fieldIdOf(error.field), message: error.message,
          }))} />
        {!act.preview && (
          <ActFields offer={offer} typed={act.typed} errors={act.errors}
            dossier={opened.dossier} onType={act.edit} />
        )}
        <Buttons label={words} final={offer.irreversible && Boolean(act.preview)} busy={act.busy}
          gone={gone} onClose={onClose}
          onBack={act.preview ? () => act.setPreview(undefined) : undefined} />
      </form>
    </Dialog>
  );
}
