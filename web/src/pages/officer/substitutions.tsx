// Who stands in for whom: what is set, ending one, naming another.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { Badge } from '../../components/badge/badge';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { ChooseOne, ChooseSeveral } from '../../components/choice_field/choice_field';
import { DateField } from '../../components/date_field/date_field';
import { TextField } from '../../components/field/field';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { say } from '../../app/language';
import { showDate } from '../../display/moments';
import { t } from '../../text/authority';
import { endSubstitution, setSubstitution, type Authority, type Substitution } from './authority';
import { Card, Facts } from './facts';

const ROLES = ['reception', 'specialist', 'head', 'director', 'liaison', 'leader'] as const;

function nameOfRole(role: string): string {
  const known = ROLES.find((one) => one === role);
  return known ? t(`role.${known}`) : role;
}

const powersOf = (roles: string[]) => (roles.length ? roles.map(nameOfRole).join('; ') : t('all'));

/** The roles of whoever is absent, by any of his posts, each with the posts that carry it. */
function rolesOf(of: Authority, username: string) {
  const posts = new Map<string, string[]>();
  const person = of.people.find((one) => one.username === username);
  for (const { roles, post } of person?.tenures ?? []) {
    for (const role of roles) posts.set(role, [...posts.get(role) ?? [], say(post)]);
  }
  return [...posts].map(([key, held]) => ({ key,
    label: t('role.of', { role: nameOfRole(key), posts: held.join(', ') }) }));
}

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
        [t('powers'), powersOf(one.roles)], [t('paper'), one.paper],
        [t('set_by'), one.set_by], [t('reason'), one.reason],
      ]} />
      {problem && <ProblemNotice problem={problem} />}
      <p><button type="button" class="button quiet" onClick={end}>{t('end')}</button></p>
    </li>
  );
}

function SetForm({ of, onChanged }: Props) {
  const empty = { absent: '', substitute: '', from: '', until: '', paper: '', reason: '',
    roles: [] as string[] };
  const missing = (value: string) => (value.trim() ? undefined : t('missing'));
  const form = useCheckedForm({
    id: 'substitution',
    start: empty,
    check: (v) => ({
      absent: missing(v.absent), substitute: missing(v.substitute), from: missing(v.from),
      until: missing(v.until), paper: missing(v.paper),
      roles: v.absent && !v.roles.length ? t('no_power') : undefined,
    }),
    at: {},
    send: async (values) => { await setSubstitution(values); onChanged(t('saved')); },
  });
  const { values, set } = form;
  const people = of.people.map((one) => ({ key: one.username, label: one.name }));
  const lent = rolesOf(of, values.absent);
  return (
    <CheckedFormView of={form} send={t('set')}>
      <div class="authority-pair">
        <ChooseOne as_list field={form.frame('absent', t('absent'))} options={people}
          chosen={values.absent} onChoose={(absent = '') => set({ absent,
            roles: rolesOf(of, absent).map((one) => one.key) })} />
        <ChooseOne as_list field={form.frame('substitute', t('substitute'))}
          options={people.filter((one) => one.key !== values.absent)}
          chosen={values.substitute} onChoose={(substitute = '') => set({ substitute })} />
      </div>
      {lent.length > 0 && (
        <ChooseSeveral field={form.frame('roles', t('powers'), { hint: t('powers.hint') })}
          options={lent} chosen={values.roles} onChoose={(roles) => set({ roles })} />
      )}
      <div class="authority-pair">
        <DateField field={form.frame('from', t('from'))} value={values.from}
          onInput={(from = '') => set({ from })} />
        <DateField field={form.frame('until', t('until'))} value={values.until}
          onInput={(until = '') => set({ until })} />
      </div>
      <div class="authority-pair">
        <TextField field={form.frame('paper', t('paper'))} value={values.paper}
          onInput={(paper) => set({ paper })} />
        <TextField field={form.frame('reason', t('reason'), { optional: true })}
          value={values.reason} onInput={(reason) => set({ reason })} />
      </div>
    </CheckedFormView>
  );
}

export function Substitutions({ of, onChanged }: Props) {
  return (
    <Card id="substitutions" title={t('substitutions')}>
      {of.substitutions.length === 0 && <p>{t('no_substitution')}</p>}
      <ul class="authority-people">{of.substitutions.map((one) => (
        <Item key={one.id} one={one} onChanged={onChanged} />
      ))}</ul>
      <details>
        <summary class="strong">{t('set')}</summary>
        <div class="gap-top"><SetForm of={of} onChanged={onChanged} /></div>
      </details>
    </Card>
  );
}
