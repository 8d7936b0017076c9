// A new account: name, address, password; signed in with it at once.
import { api, ask } from '../../../api/client';
import { language } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { TextField } from '../../../components/field/field';
import { PageHead } from '../../../components/page_head/page_head';
import { PasswordField } from '../../../components/password_field/password_field';
import { t } from '../../../text/account';
import { Page } from '../parts/page';
import { keepAccount } from './account';
import { useReturn } from './parts/use_return';
import { askedReturn, entranceHref } from './return_path';
import './account.css';

function RegisterForm() {
  const form = useCheckedForm({
    id: 'register',
    start: { name: '', email: '', password: '', phone: '' },
    check: (values) => ({
      name: values.name.trim() ? undefined : t('name.missing'),
      email: values.email.trim() ? undefined : t('email.missing'),
      password: values.password ? undefined : t('password.missing'),
    }),
    send: async ({ name, email, password, phone }) => {
      keepAccount(await ask(api.POST('/api/accounts', { body: {
        name: name.trim(), email: email.trim(), password, phone: phone.trim(), language,
      } })));
    },
    at: { 'email-taken': 'email', 'password-too-short': 'password',
      'password-is-name': 'password' },
  });
  const { values, set, frame } = form;
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'register.busy' : 'register')}>
      <TextField field={frame('name', t('name'))} autocomplete="name" value={values.name}
        onInput={(name) => set({ name })} />
      <TextField field={frame('email', t('email'), { hint: t('register.email.hint') })}
        type="email" autocomplete="username" value={values.email}
        onInput={(email) => set({ email })} />
      <PasswordField kind="new" value={values.password} onInput={(password) => set({ password })}
        field={frame('password', t('password'), { hint: t('register.password.hint') })} />
      <TextField field={frame('phone', t('phone'), { optional: true })} type="tel" inputMode="tel"
        autocomplete="tel" width={16} value={values.phone} onInput={(phone) => set({ phone })} />
    </CheckedFormView>
  );
}

export function RegisterPage({ query }: PageProps) {
  useReturn(query);
  return (
    <Page crumbs={[{ label: t('register') }]}>
      <div class="account-form stack">
        <PageHead title={t('register')} document_title={t('register')} />
        <p>{t('no-need')}</p>
        <RegisterForm />
        <p class="account-other">
          {t('register.have')}{' '}
          <a href={entranceHref('/dang-nhap/', askedReturn(query))}>{t('sign-in')}</a>
        </p>
      </div>
    </Page>
  );
}
