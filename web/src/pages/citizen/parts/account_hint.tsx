// "Have an account? Sign in": a way, never a condition. Nothing where somebody is signed in.
import { address } from '../../../app/router';
import { t } from '../../../text/citizen';
import { account } from '../account/account';
import { entranceHref } from '../account/return_path';

export function AccountHint({ words }: { words: string }) {
  if (account.value) return null;
  return (
    <p>{words} <a href={entranceHref('/dang-nhap/', address.value)}>{t('nav.sign-in')}</a></p>
  );
}
