// The parts of the counter's form, in the order in which a person hands things over.
import { say } from '../../app/language';
import { useLater } from '../../app/use_later';
import { ChooseOne } from '../../components/choice_field/choice_field';
import { TextField, type FieldFrame } from '../../components/field/field';
import { t } from '../../text/officer';
import { MomentField } from './act_fields';
import type { FieldError } from './act_input';
import { PapersPart } from './counter_papers';
import { ProcedureBox } from './counter_procedure';
import { withCase, type CounterForm, type Outcome } from './counter_state';
import type { ProcedureSummary } from './shapes';

interface Props { form: CounterForm; errors: FieldError[]; onChange: (form: CounterForm) => void }
type WholeProps = Props & { procedures?: ProcedureSummary[]; onProcedure: (id: string) => void };

export function counterFieldId(field: string): string {
  return `counter-${field}`;
}

function frame(props: Props, field: string, label: string, required = true): FieldFrame {
  return {
    id: counterFieldId(field), label, required,
    error: props.errors.find((error) => error.field === field)?.message,
  };
}

const FEW_CASES = 4;

function CasePart(props: Props) {
  const cases = props.form.procedure?.cases ?? [];
  if (cases.length < 2) return null;
  return (
    <ChooseOne field={frame(props, 'case', t('counter_case'), false)}
      as_list={cases.length > FEW_CASES} chosen={props.form.case || undefined}
      options={cases.map((one) => ({ key: one.id, label: say(one.name) }))}
      onChoose={(key) => props.onChange(withCase(props.form, key ?? ''))} />
  );
}

const PARTS = [
  ['name', 'applicant_name', 'text'], ['identity', 'applicant_identity', 'text'],
  ['phone', 'applicant_phone', 'tel'], ['address', 'applicant_address', 'text'],
  ['email', 'applicant_email', 'email'],
] as const;

function ApplicantPart(props: Props) {
  const { form, onChange } = props;
  const set = (part: Partial<CounterForm['applicant']>) =>
    onChange({ ...form, applicant: { ...form.applicant, ...part } });
  return (
    <section class="card pad" aria-labelledby="counter-applicant">
      <h2 id="counter-applicant">{t('counter_applicant')}</h2>
      <div class="counter-fields">
        <div class="wide inline-choices">
          <ChooseOne field={frame(props, 'kind', t('applicant_kind'))} chosen={form.applicant.kind}
            options={[{ key: 'organisation', label: t('kind_organisation') },
              { key: 'person', label: t('kind_person') }]}
            onChoose={(key) => set({ kind: key === 'person' ? 'person' : 'organisation' })} />
        </div>
        {PARTS.map(([part, label, type]) => (
          <div key={part} class={part === 'identity' || part === 'phone' ? undefined : 'wide'}>
            <TextField type={type} value={form.applicant[part]}
              field={frame(props, part, t(label), part === 'name')}
              onInput={(value) => set({ [part]: value })} />
          </div>
        ))}
        <div class="wide">
          <TextField value={form.summary}
            field={frame(props, 'summary', t('counter_summary'), false)}
            onInput={(summary) => onChange({ ...form, summary })} />
        </div>
      </div>
    </section>
  );
}

function WayPart(props: Props) {
  const { form, onChange } = props;
  const ways = [['counter', 'counter_channel_counter'], ['post', 'counter_channel_post']] as const;
  const collects = ['counter', 'post', 'online'] as const;
  const wayOf = (key: string | undefined) => ways.find(([way]) => way === key)?.[0] ?? 'counter';
  return (
    <section class="card pad" aria-label={t('counter_channel')}>
      <div class="counter-fields">
        <div class="inline-choices">
          <ChooseOne field={frame(props, 'channel', t('counter_channel'))} chosen={form.channel}
            options={ways.map(([key, words]) => ({ key, label: t(words) }))}
            onChoose={(key) => onChange({ ...form, channel: wayOf(key) })} />
        </div>
        <div class="inline-choices">
          <ChooseOne field={frame(props, 'collect', t('counter_collect'))} chosen={form.collect}
            options={collects.map((key) => ({ key, label: t(`collect_${key}`) }))}
            onChoose={(key) => onChange({
              ...form, collect: collects.find((one) => one === key) ?? 'counter',
            })} />
        </div>
      </div>
      <LatePart {...props} />
    </section>
  );
}

function LatePart(props: Props) {
  const { form, onChange } = props;
  return (
    <>
      <label class="tick">
        <input type="checkbox" checked={form.late}
          onChange={(event) => onChange({ ...form, late: event.currentTarget.checked })} />
        {t('counter_actual')}
      </label>
      {form.late && (
        <div class="gap-top">
          <MomentField field={frame(props, 'actual', t('counter_actual_at'))} value={form.actual}
            onInput={(actual) => onChange({ ...form, actual })} />
          <TextField value={form.actual_reason}
            field={frame(props, 'actual_reason', t('counter_actual_reason'))}
            onInput={(actual_reason) => onChange({ ...form, actual_reason })} />
        </div>
      )}
    </>
  );
}

const OUTCOMES: Outcome[] = ['received', 'guided', 'refused'];

function OutcomePart(props: Props) {
  const { form, onChange } = props;
  const field = frame(props, 'outcome', t('counter_outcome'));
  return (
    <section class="card pad" aria-label={t('counter_outcome')}>
      <ChooseOne field={{ ...field, hint: t(`outcome_hint_${form.outcome}`) }}
        chosen={form.outcome}
        options={OUTCOMES.map((key) => ({ key, label: t(`outcome_${key}`) }))}
        onChoose={(key) => onChange({
          ...form, outcome: OUTCOMES.find((one) => one === key) ?? 'received',
        })} />
      {form.outcome !== 'received' && (
        <TextField lines={3} value={form.reason}
          field={frame(props, 'reason', t('counter_reason'), form.outcome === 'refused')}
          onInput={(reason) => onChange({ ...form, reason })} />
      )}
    </section>
  );
}

export function CounterParts(props: WholeProps) {
  const { form, procedures, errors, onProcedure } = props;
  const asked = useLater(() => import('./counter_form'), Boolean(form.procedure));
  return (
    <>
      <section class="card pad" aria-label={t('counter_procedure')}>
        <ProcedureBox procedures={procedures} chosen={form.procedure?.id} onChoose={onProcedure}
          error={errors.find((error) => error.field === 'procedure')?.message} />
        <CasePart {...props} />
      </section>
      <ApplicantPart {...props} />
      <PapersPart {...props} />
      {form.procedure && asked && (
        <asked.FormPart form={form} onChange={props.onChange} procedure={form.procedure} />
      )}
      <WayPart {...props} />
      <OutcomePart {...props} />
    </>
  );
}
