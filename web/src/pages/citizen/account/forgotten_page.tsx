// A forgotten password: asking for the link. The answer is the same for every address.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { TextField } from '../../../components/field/field';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { t as account } from '../../../text/account';
import { t } from '../../../text/proofs';
import { Page } from '../parts/page';
import './account.css';

function AskForm({ onSent }: { onSent: (email: string) => void }) {
  const form = useCheckedForm({
    id: 'forgotten',
    start: { email: '' },
    check: ({ email }) => ({ email: email.trim() ? undefined : account('email.missing') }),
    send: async ({ email }) => {
      await ask(api.POST('/api/account/password/forgotten', { body: { email: email.trim() } }));
      onSent(email.trim());
    },
  });
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'forgotten.busy' : 'forgotten.send')}>
      <TextField field={form.frame('email', account('email'))} type="email" autocomplete="username"
        value={form.values.email} onInput={(email) => form.set({ email })} />
    </CheckedFormView>
  );
}

export function ForgottenPage(_: PageProps) {
  const [sent, setSent] = useState('');
  const sign_in = { label: account('sign-in'), path: '/dang-nhap/' };
  return (
    <Page crumbs={[sign_in, { label: t('forgotten') }]}>
      <div class="account-form stack">
        <PageHead title={t('forgotten')} document_title={t('forgotten')} />
        {!sent && <p>{t('forgotten.lead')}</p>}
        {!sent && <AskForm onSent={setSent} />}
        <div aria-live="polite">
          {sent && (
            <Notice kind="done">
              <p class="strong">{t('forgotten.sent')}</p>
              <p>{t('forgotten.sent.text', { email: sent })}</p>
            </Notice>
          )}
        </div>
        <p class="account-other"><a href={href('/dang-nhap/')}>{account('sign-in')}</a></p>
      </div>
    </Page>
  );
}
