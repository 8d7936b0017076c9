// E-mail address and password, then the authenticator's code where the account asks for one. On the
// sign-in page, and in a dialog where a session ended in the middle of work.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { TextField } from '../../../components/field/field';
import { Notice } from '../../../components/notice/notice';
import { PasswordField } from '../../../components/password_field/password_field';
import { CodeField } from '../../../components/second_factor/code_field';
import { t } from '../../../text/account';
import { t as security } from '../../../text/security';
import { signIn } from './account';

const ID = 'sign-in';

function asksForCode(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'second-factor-needed';
}

function useSignIn(email: string) {
  const [coded, setCoded] = useState(false);
  const form = useCheckedForm({
    id: ID,
    start: { email, password: '', code: '' },
    check: (values) => ({
      email: values.email.trim() ? undefined : t('email.missing'),
      password: values.password ? undefined : t('password.missing'),
      code: coded && !values.code.trim() ? security('code.missing') : undefined,
    }),
    send: async (values) => {
      const { password } = values;
      const code = coded ? values.code.trim() : undefined;
      try {
        await signIn({ email: values.email.trim(), password, code });
      } catch (error) {
        if (!asksForCode(error)) throw error;
        setCoded(true);
      }
    },
    at: { 'sign-in-failed': 'email', 'second-factor-wrong': 'code' },
    words: { 'sign-in-failed': t('sign-in.wrong') },
  });
  useEffect(() => { if (coded) document.getElementById(`${ID}-code`)?.focus(); }, [coded]);
  return { form, coded };
}

export function SignInForm({ email = '' }: { email?: string }) {
  const { form, coded } = useSignIn(email);
  const { values, set, frame } = form;
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'sign-in.busy' : 'sign-in')}>
      <TextField field={frame('email', t('email'))} type="email" autocomplete="username"
        value={values.email} onInput={(typed) => set({ email: typed })} />
      <PasswordField field={frame('password', t('password'))} kind="current"
        value={values.password} onInput={(password) => set({ password })} />
      <div role="status">{coded && <Notice kind="info"><p>{t('sign-in.code')}</p></Notice>}</div>
      {coded && (
        <CodeField value={values.code} onInput={(code) => set({ code })}
          field={frame('code', security('code'), { hint: security('code.spare.hint') })} />
      )}
    </CheckedFormView>
  );
}
