// Signing in to an account, which nobody needs; then back to where one came from.
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { useLater } from '../../../app/use_later';
import { PageHead } from '../../../components/page_head/page_head';
import { passkeysWork } from '../../../components/passkeys/where';
import { t } from '../../../text/account';
import { Page } from '../parts/page';
import { useReturn } from './parts/use_return';
import { ProviderLinks, ProviderOutcome } from './providers';
import { askedReturn, entranceHref } from './return_path';
import { SignInForm } from './sign_in_form';
import './account.css';

export function SignInPage({ query }: PageProps) {
  useReturn(query);
  const passkeys = useLater(() => import('./passkey_entrance'), passkeysWork());
  return (
    <Page crumbs={[{ label: t('sign-in') }]}>
      <div class="account-form stack">
        <PageHead title={t('sign-in')} document_title={t('sign-in')} />
        <p>{t('no-need')}</p>
        <ProviderOutcome query={query} />
        <SignInForm />
        <p><a href={href('/quen-mat-khau/')}>{t('forgotten.ask')}</a></p>
        {passkeys && <passkeys.PasskeyEntrance />}
        <ProviderLinks query={query} />
        <p class="account-other">
          {t('sign-in.new')}{' '}
          <a href={entranceHref('/dang-ky/', askedReturn(query))}>{t('sign-in.register')}</a>
        </p>
      </div>
    </Page>
  );
}
