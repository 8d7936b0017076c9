// Who stands in for whom: what is set, ending one, naming another.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { Badge } from '../../components/badge/badge';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { TextField } from '../../components/field/field';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showDate } from '../../display/moments';
import { t } from '../../text/authority';
import { endSubstitution, setSubstitution, type Authority, type Substitution } from './authority';
import { Card, Facts } from './facts';

interface Props { of: Authority; onChanged: (said: string) => void }

function Item({ one, onChanged }: { one: Substitution; onChanged: (said: string) => void }) {
  const [problem, setProblem] = useState<ProblemError>();
  const end = async () => {
    try {
      await endSubstitution(one.id);
      onChanged(t('ended'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <li class="stack">
      <p><b>{t('stands_in', { substitute: one.substitute_name, absent: one.absent_name })}</b>{' '}
        <Badge kind={one.in_force ? 'done' : 'info'}>{t(one.in_force ? 'now' : 'later')}</Badge></p>
      <Facts rows={[
        [t('from'), showDate(one.from)], [t('until'), showDate(one.until)],
        [t('paper'), one.paper], [t('set_by'), one.set_by], [t('reason'), one.reason],
      ]} />
      {problem && <ProblemNotice problem={problem} />}
      <p><button type="button" class="button quiet" onClick={end}>{t('end')}</button></p>
    </li>
  );
}

function Person({ id, label, people, value, onChoose }: { id: string; label: string;
  people: Authority['people']; value: string; onChoose: (value: string) => void }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t('choose')}</option>
        {people.map((one) => <option key={one.username} value={one.username}>{one.name}</option>)}
      </select>
    </div>
  );
}

function Day({ id, label, value, onChoose }:
  { id: string; label: string; value: string; onChoose: (value: string) => void }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="date" value={value}
        onInput={(event) => onChoose(event.currentTarget.value)} />
    </div>
  );
}

export function Substitutions({ of, onChanged }: Props) {
  const empty = { absent: '', substitute: '', from: '', until: '', paper: '', reason: '' };
  const missing = (value: string) => (value.trim() ? undefined : t('missing'));
  const form = useCheckedForm({
    id: 'substitution',
    start: empty,
    check: (v) => ({
      absent: missing(v.absent), substitute: missing(v.substitute), from: missing(v.from),
      until: missing(v.until), paper: missing(v.paper),
    }),
    at: {},
    send: async (values) => { await setSubstitution(values); onChanged(t('saved')); },
  });
  const { values, set } = form;
  return (
    <Card id="substitutions" title={t('substitutions')}>
      {of.substitutions.length === 0 && <p>{t('no_substitution')}</p>}
      <ul class="authority-people">{of.substitutions.map((one) => (
        <Item key={one.id} one={one} onChanged={onChanged} />
      ))}</ul>
      <h3>{t('set')}</h3>
      <CheckedFormView of={form} send={t('set')}>
        <Person id="substitution-absent" label={t('absent')} people={of.people}
          value={values.absent} onChoose={(absent) => set({ absent })} />
        <Person id="substitution-substitute" label={t('substitute')} people={of.people}
          value={values.substitute} onChoose={(substitute) => set({ substitute })} />
        <Day id="substitution-from" label={t('from')} value={values.from}
          onChoose={(from) => set({ from })} />
        <Day id="substitution-until" label={t('until')} value={values.until}
          onChoose={(until) => set({ until })} />
        <TextField field={form.frame('paper', t('paper'))} value={values.paper}
          onInput={(paper) => set({ paper })} />
        <TextField field={form.frame('reason', t('reason'))} value={values.reason}
          onInput={(reason) => set({ reason })} />
      </CheckedFormView>
    </Card>
  );
}
