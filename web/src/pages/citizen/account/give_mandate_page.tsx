// Letting somebody else act: for whom, who, which procedures, from when to when.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import {
  ChooseOne, ChooseSeveral, Tick, type Option,
} from '../../../components/choice_field/choice_field';
import { DateField } from '../../../components/date_field/date_field';
import { TextField } from '../../../components/field/field';
import { Loading } from '../../../components/loading/loading';
import { Notice } from '../../../components/notice/notice';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/account';
import { guarded, loadAccount, type Account } from './account';
import type { Mandate } from './mandates';
import { AccountPage } from './parts/account_page';

const LIST = '/tai-khoan/uy-quyen/';

interface Typed {
  principal: string;
  representative: string;
  scope: string;
  procedures: string[];
  from?: string;
  until?: string;
  may_appoint: boolean;
}

async function give({ scope, procedures, representative, ...rest }: Typed): Promise<Mandate> {
  const body = { ...rest, representative: representative.trim(),
    procedures: scope === 'chosen' ? procedures : [] };
  return guarded(() => ask(api.POST('/api/account/mandates', { body })));
}

function useGiving(principals: Option[], onGiven: (mandate: Mandate) => void) {
  return useCheckedForm<Typed>({
    id: 'give',
    start: { principal: principals.length === 1 ? principals[0]?.key ?? '' : '',
      representative: '', scope: 'all', procedures: [], from: undefined, until: undefined,
      may_appoint: false },
    check: (values) => ({
      principal: values.principal ? undefined : t('give.principal.missing'),
      representative: values.representative.trim() ? undefined : t('give.email.missing'),
      procedures: values.scope === 'all' || values.procedures.length
        ? undefined : t('give.procedures.missing'),
    }),
    send: async (values) => {
      const given = await give(values);
      await loadAccount();
      onGiven(given);
    },
    at: { 'mandate-for-oneself': 'representative', 'mandate-over': 'until',
      'not-your-party': 'principal' },
  });
}

interface Props { principals: Option[]; procedures: Option[];
  onGiven: (mandate: Mandate) => void }

function GiveForm({ principals, procedures, onGiven }: Props) {
  const form = useGiving(principals, onGiven);
  const { values, set, frame } = form;
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'give.busy' : 'give.send')} beside={(
      <a class="button secondary" href={href(LIST)}>{t('cancel')}</a>
    )}>
      <ChooseOne field={frame('principal', t('give.principal'))} options={principals}
        chosen={values.principal} onChoose={(principal) => set({ principal: principal ?? '' })} />
      <TextField field={frame('representative', t('give.email'), { hint: t('give.email.hint') })}
        type="email" autocomplete="off" value={values.representative}
        onInput={(representative) => set({ representative })} />
      <ChooseOne field={frame('scope', t('give.scope'))} chosen={values.scope}
        options={[{ key: 'all', label: t('mandate.all') },
          { key: 'chosen', label: t('give.chosen') }]}
        onChoose={(scope) => set({ scope: scope ?? 'all' })} />
      {values.scope === 'chosen' && (
        <ChooseSeveral field={frame('procedures', t('give.procedures'))} options={procedures}
          chosen={values.procedures} onChoose={(chosen) => set({ procedures: chosen })} />
      )}
      <DateField value={values.from} onInput={(from) => set({ from })}
        field={frame('from', t('give.from'), { hint: t('give.from.hint'), optional: true })} />
      <DateField value={values.until} onInput={(until) => set({ until })}
        field={frame('until', t('give.until'), { hint: t('give.until.hint'), optional: true })} />
      <Tick field={frame('may_appoint', t('give.appoint'))} ticked={values.may_appoint}
        onTick={(may_appoint) => set({ may_appoint })} />
    </CheckedFormView>
  );
}

function Given({ mandate }: { mandate: Mandate }) {
  return (
    <>
      <Notice kind="done" live>
        <p class="strong">{t('mandate.done', { name: mandate.representative.name })}</p>
      </Notice>
      <p><a class="button" href={href(LIST)}>{t('mandates')}</a></p>
    </>
  );
}

function Giving({ mine }: { mine: Account }) {
  const [given, setGiven] = useState<Mandate>();
  const loaded = useLoaded(async () =>
    (await ask(api.GET('/api/procedures'))).items, []);
  if (given) return <Given mandate={given} />;
  if (!loaded.value) {
    return loaded.problem ? <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
      : <Loading />;
  }
  const mayAppoint = mine.parties.filter((party) => party.may_appoint);
  const principals = mayAppoint.map((party) => ({ key: party.id,
    label: party.id === mine.id ? t('give.myself', { name: party.name }) : party.name }));
  const options = loaded.value.filter((one) => one.open)
    .map((one) => ({ key: one.id, label: say(one.name) }));
  return (
    <section class="card pad stack">
      <GiveForm principals={principals} procedures={options} onGiven={setGiven} />
    </section>
  );
}

export function GiveMandatePage() {
  return (
    <AccountPage title={t('give')} lead={t('given.lead')}>
      {(mine) => <Giving mine={mine} />}
    </AccountPage>
  );
}
