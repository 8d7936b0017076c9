// One act on a complaint or suggestion: its fields as the server offers them.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useKey } from '../../api/use_key';
import { say } from '../../app/language';
import { office } from '../../app/office';
import { ChooseOne, Tick } from '../../components/choice_field/choice_field';
import { Dialog } from '../../components/dialog/dialog';
import { TextField, type FieldFrame } from '../../components/field/field';
import { Notice } from '../../components/notice/notice';
import { t } from '../../text/petition_desk';
import { Refusal, useFocusOnAnswer } from './dialog_parts';
import {
  actOnPetition, type OpenedPetition, type PetitionInput, type PetitionOffer,
} from './petition_desk';

type Values = Record<string, string | boolean>;
type Offered = PetitionOffer['fields'][number];

/** What is published begins with what was said. */
function startOf({ petition }: OpenedPetition, offer: PetitionOffer): Values {
  if (offer.name !== 'publish') return {};
  return { text: petition.text, answer: petition.answer };
}

interface FieldProps { offered: Offered; value: string | boolean | undefined; wrong: boolean;
  onChange: (value: string | boolean) => void }

function ActField({ offered, value, wrong, onChange }: FieldProps) {
  const field: FieldFrame = { id: `petition-${offered.name}`, label: say(offered.label),
    required: offered.required, error: wrong ? t('act.missing') : undefined };
  if (offered.kind === 'flag') {
    return <Tick field={field} ticked={value === true} onTick={onChange} />;
  }
  if (offered.kind === 'unit') {
    const units = (office.value?.units ?? []).filter((unit) => !unit.outside);
    return (
      <ChooseOne as_list field={field} chosen={value ? String(value) : undefined}
        options={units.map((unit) => ({ key: unit.id, label: say(unit.name) }))}
        onChoose={(unit) => onChange(unit ?? '')} />
    );
  }
  return (
    <TextField field={field} lines={offered.name === 'note' ? 3 : 7}
      value={value ? String(value) : ''} onInput={onChange} />
  );
}

interface Props { opened: OpenedPetition; offer: PetitionOffer; onClose: () => void;
  onDone: (after: OpenedPetition) => void; onStale: () => void }

function useAct({ opened, offer, onDone }: Props) {
  const [values, setValues] = useState<Values>(() => startOf(opened, offer));
  const [missing, setMissing] = useState<string[]>([]);
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const keyOf = useKey();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const blank = offer.fields.filter((one) => one.required
      && !String(values[one.name] ?? '').trim()).map((one) => one.name);
    setMissing(blank);
    if (blank[0]) { document.getElementById(`petition-${blank[0]}`)?.focus(); return; }
    setBusy(true);
    setProblem(undefined);
    try {
      const input = values as PetitionInput;
      onDone(await actOnPetition(opened, offer.name, input, keyOf(input, opened.etag)));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  const set = (name: string, value: string | boolean) => setValues({ ...values, [name]: value });
  return { values, set, missing, problem, busy, submit };
}

export function PetitionActDialog(props: Props) {
  const { offer, onClose, onStale } = props;
  const act = useAct(props);
  const answer = useFocusOnAnswer(act.problem);
  const stale = act.problem?.problem.status === 412;
  return (
    <Dialog title={say(offer.label)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void act.submit(event)}>
        <div ref={answer} tabIndex={-1}>
          {act.problem && !stale && <Refusal problem={act.problem} />}
          {stale && (
            <Notice kind="soon" live>
              <p>{t('act.stale')}</p>
              <button type="button" class="button secondary compact" onClick={onStale}>
                {t('act.reload')}
              </button>
            </Notice>
          )}
        </div>
        {offer.name === 'publish' && <p>{t('act.moderate')}</p>}
        {offer.fields.map((offered) => (
          <ActField key={offered.name} offered={offered} value={act.values[offered.name]}
            wrong={act.missing.includes(offered.name)}
            onChange={(value) => act.set(offered.name, value)} />
        ))}
        <div class="row">
          <button class="button" aria-disabled={act.busy}>{say(offer.label)}</button>
          <button type="button" class="button secondary" onClick={onClose}>
            {t('act.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
