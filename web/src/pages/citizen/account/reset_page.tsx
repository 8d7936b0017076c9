// A new password, by the link that was mailed.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { PasswordField } from '../../../components/password_field/password_field';
import { CodeField } from '../../../components/second_factor/code_field';
import { t as account } from '../../../text/account';
import { t } from '../../../text/proofs';
import { t as security } from '../../../text/security';
import { Page } from '../parts/page';
import { useLinkToken } from './link_token';
import './account.css';

type Outcome = 'done' | 'over';

function useReset(token: string, onOutcome: (outcome: Outcome) => void) {
  const [coded, setCoded] = useState(false);
  const form = useCheckedForm({
    id: 'reset',
    start: { password: '', code: '' },
    check: ({ password, code }) => ({
      password: password ? undefined : account('password.new.missing'),
      code: coded && !code.trim() ? security('code.missing') : undefined,
    }),
    send: async ({ password, code }) => {
      const body = { token, password, code: coded ? code.trim() : undefined };
      try {
        await ask(api.POST('/api/account/password/reset', { body }));
        onOutcome('done');
      } catch (error) {
        const refused = error instanceof ProblemError ? error.problem.code : '';
        if (refused === 'proof-over') onOutcome('over');
        else if (refused === 'second-factor-needed') setCoded(true);
        else throw error;
      }
    },
    at: { 'password-too-short': 'password', 'password-is-name': 'password',
      'second-factor-wrong': 'code' },
  });
  return { form, coded };
}

function ResetForm({ token, onOutcome }:
  { token: string; onOutcome: (outcome: Outcome) => void }) {
  const { form, coded } = useReset(token, onOutcome);
  const { values, set, frame } = form;
  return (
    <>
      <p>{t('reset.lead')}</p>
      <CheckedFormView of={form} send={t('reset.send')}>
        <PasswordField kind="new" value={values.password} onInput={(password) => set({ password })}
          field={frame('password', account('password.new'),
            { hint: account('register.password.hint') })} />
        <div role="status">{coded && <Notice kind="info"><p>{t('reset.code')}</p></Notice>}</div>
        {coded && (
          <CodeField value={values.code} onInput={(code) => set({ code })}
            field={frame('code', security('code'), { hint: security('code.spare.hint') })} />
        )}
      </CheckedFormView>
    </>
  );
}

export function ResetPage(_: PageProps) {
  const token = useLinkToken();
  const [outcome, setOutcome] = useState<Outcome | undefined>(token ? undefined : 'over');
  return (
    <Page crumbs={[{ label: t('reset') }]}>
      <div class="account-form stack">
        <PageHead title={t('reset')} document_title={t('reset')} />
        {!outcome && <ResetForm token={token} onOutcome={setOutcome} />}
        <div aria-live="polite">
          {outcome && (
            <Notice kind={outcome === 'done' ? 'done' : 'late'}>
              <p class="strong">{t(outcome === 'done' ? 'reset.done' : 'over')}</p>
              <p>{t(outcome === 'done' ? 'reset.done.text' : 'over.text')}</p>
            </Notice>
          )}
        </div>
        {outcome === 'done' && (
          <p><a class="button" href={href('/dang-nhap/')}>{account('sign-in')}</a></p>
        )}
        {outcome === 'over' && (
          <p><a class="button" href={href('/quen-mat-khau/')}>{t('again')}</a></p>
        )}
      </div>
    </Page>
  );
}
