// What guards the account: its password, its second factor, where it is signed in.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { useLater } from '../../../app/use_later';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { Notice } from '../../../components/notice/notice';
import { PasswordField } from '../../../components/password_field/password_field';
import { SecondFactor, type FactorWays } from '../../../components/second_factor/second_factor';
import { SessionList } from '../../../components/session_list/session_list';
import { t } from '../../../text/account';
import { guarded, loadAccount, type Account } from './account';
import { AccountPage } from './parts/account_page';

const FACTOR: FactorWays = {
  begin: () => guarded(() => ask(api.POST('/api/account/second-factor'))),
  confirm: (body) => guarded(() => ask(api.PUT('/api/account/second-factor', { body }))),
  drop: (code) => guarded(() => ask(api.POST('/api/account/second-factor/removal',
    { body: { code } }))),
};

const EMPTY = { old: '', new: '' };

function Password() {
  const [changed, setChanged] = useState(0);
  const form = useCheckedForm({
    id: 'password',
    start: EMPTY,
    check: (values) => ({
      old: values.old ? undefined : t('password.old.missing'),
      new: values.new ? undefined : t('password.new.missing'),
    }),
    send: async (body) => {
      await guarded(() => ask(api.PUT('/api/account/password', { body })));
      form.set(EMPTY);
      setChanged((count) => count + 1);
    },
    at: { 'password-wrong': 'old', 'password-too-short': 'new', 'password-is-name': 'new' },
  });
  const { values, set, frame } = form;
  return (
    <section class="card pad stack no-print" aria-labelledby="password">
      <h2 id="password">{t('password.change')}</h2>
      <p>{t('password.lead')}</p>
      <CheckedFormView of={form} send={t(form.busy ? 'saving' : 'password.change')}>
        <PasswordField kind="current" field={frame('old', t('password.old'))} value={values.old}
          onInput={(old) => set({ old })} />
        <PasswordField kind="new" value={values.new} onInput={(typed) => set({ new: typed })}
          field={frame('new', t('password.new'), { hint: t('register.password.hint') })} />
      </CheckedFormView>
      <div aria-live="polite">
        {changed > 0 && <Notice kind="done"><p>{t('password.changed')}</p></Notice>}
      </div>
    </section>
  );
}

function Security({ mine }: { mine: Account }) {
  const passkeys = useLater(() => import('./passkey_card'));
  return (
    <>
      <SecondFactor on={mine.second_factor} spare={mine.spare_codes} ways={FACTOR}
        onChange={() => void loadAccount()} />
      {passkeys && <passkeys.PasskeyCard password={mine.has_password} />}
      {mine.has_password && <Password />}
      <SessionList load={() => guarded(() => ask(api.GET('/api/account/sessions')))}
        closeOthers={() => guarded(() => ask(api.DELETE('/api/account/sessions')))} />
    </>
  );
}

export function SecurityPage() {
  return (
    <AccountPage title={t('security')}>{(mine) => <Security mine={mine} />}</AccountPage>
  );
}
