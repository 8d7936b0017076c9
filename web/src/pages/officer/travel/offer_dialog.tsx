// One act, its fields as the server offers them.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import { useKey } from '../../../api/use_key';
import { say } from '../../../app/language';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { DateField } from '../../../components/date_field/date_field';
import { Dialog } from '../../../components/dialog/dialog';
import { TextField, type FieldFrame } from '../../../components/field/field';
import { Notice } from '../../../components/notice/notice';
import { isRealDate } from '../../../form/check';
import { t } from '../../../text/travel';
import { Refusal, useFocusOnAnswer } from '../dialog_parts';
import type { OpenedEntry, TravelEntry, TravelOffer, Values } from './travel_desk';

type Offered = TravelOffer['fields'][number];

/** What is corrected begins with what is written; a traveller's parts follow whom one chooses. */
function startOf(offer: TravelOffer): Values {
  const values: Values = {};
  for (const field of offer.fields) if (field.value) values[field.name] = field.value;
  return values;
}

function partsOf(entry: TravelEntry | undefined, number: string): Values {
  const one = entry?.trip?.travellers[Number(number) - 1];
  if (!one) return {};
  const own = one.unit === entry?.unit ? '' : one.unit;
  return { name: one.name, post: one.post, unit: own, identity: one.identity,
    passport_number: one.passport };
}

interface FieldProps { offered: Offered; value: string; error: string | undefined;
  onChange: (value: string) => void }

function OfferField({ offered, value, error, onChange }: FieldProps) {
  const field: FieldFrame = { id: `travel-${offered.name}`, label: say(offered.label),
    required: offered.required, error };
  if (offered.kind === 'date') {
    return <DateField field={field} value={value || undefined}
      onInput={(day) => onChange(day ?? '')} />;
  }
  if (offered.options.length > 0 || offered.kind === 'delegation') {
    return (
      <ChooseOne as_list field={field} chosen={value || undefined}
        options={offered.options.map((one) => ({ key: one.id, label: say(one.name) }))}
        onChoose={(chosen) => onChange(chosen ?? '')} />
    );
  }
  return (
    <TextField field={field} value={value} onInput={onChange}
      {...(offered.kind === 'long-text' ? { lines: 4 } : {})} />
  );
}

interface Props { offer: TravelOffer; entry?: TravelEntry; onClose: () => void;
  send: (values: Values, key: string) => Promise<OpenedEntry>;
  onDone: (after: OpenedEntry) => void; onStale?: () => void }

function useOffer({ offer, entry, send, onDone }: Props) {
  const [values, setValues] = useState<Values>(() => startOf(offer));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const keyOf = useKey();
  const errorOf = (field: Offered): string | undefined => {
    const value = values[field.name] ?? '';
    if (!value.trim()) return field.required ? t('act.missing') : undefined;
    return field.kind === 'date' && !isRealDate(value) ? t('act.date') : undefined;
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const found: Record<string, string> = {};
    for (const field of offer.fields) {
      const error = errorOf(field);
      if (error) found[field.name] = error;
    }
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) { document.getElementById(`travel-${first}`)?.focus(); return; }
    setBusy(true);
    setProblem(undefined);
    try {
      onDone(await send(values, keyOf(values, String(entry?.version ?? 0))));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  const set = (name: string, value: string) => {
    const more = name === 'traveller' ? partsOf(entry, value) : {};
    const known = offer.fields.map((one) => one.name);
    const kept = Object.entries(more).filter(([part]) => known.includes(part));
    setValues({ ...values, ...Object.fromEntries(kept), [name]: value });
  };
  return { values, set, errors, problem, busy, submit };
}

export function OfferDialog(props: Props) {
  const { offer, onClose, onStale } = props;
  const act = useOffer(props);
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
        {offer.fields.map((offered) => (
          <OfferField key={offered.name} offered={offered} value={act.values[offered.name] ?? ''}
            error={act.errors[offered.name]}
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
