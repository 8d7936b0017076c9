// What surrounds every citizens' page.
import type { ComponentChildren } from 'preact';
import { DemoBar } from '../../../components/demo_bar/demo_bar';
import { Footer } from '../../../components/footer/footer';
import { TopBar, type TopLink } from '../../../components/top_bar/top_bar';
import { address } from '../../../app/router';
import { say, withoutLanguage } from '../../../app/language';
import { office } from '../../../app/office';
import { useLater } from '../../../app/use_later';
import { t } from '../../../text/citizen';
import { account, gate } from '../account/account';
import { entranceHref } from '../account/return_path';
import './frame.css';

/** On paper the page begins with the office. */
function PrintHead() {
  const here = office.value;
  if (!here) return null;
  return (
    <header class="print-only">
      <b>{say(here.name)}</b> · {say(here.address)}{here.phone && ` · ${here.phone}`}
    </header>
  );
}

/** The name of who is signed in, or the way to sign in and come back. */
function accountLink(path: string): TopLink {
  const mine = account.value;
  const current = /^\/(tai-khoan|dang-nhap|dang-ky)\//.test(path);
  if (mine === null) {
    return { path: '/dang-nhap/', to: entranceHref('/dang-nhap/', path), icon: 'person',
      label: t('nav.sign-in'), current };
  }
  return { path: '/tai-khoan/', icon: 'person', label: mine?.name ?? t('nav.account'), current };
}

/** Asks to sign in again, where a session ended in the middle of work. */
function SignInAgain() {
  const asking = gate.asking.value;
  const later = useLater(() => import('../account/entrance'), asking);
  return asking && later ? <later.SignInAgain /> : null;
}

export function Frame({ children }: { children: ComponentChildren }) {
  const path = withoutLanguage(address.value);
  const link = (to: string, label: string) =>
    ({ path: to, label, current: path.startsWith(to) });
  return (
    <div class="frame">
      <TopBar links={[
        link('/thu-tuc/', t('nav.procedures')),
        link('/tra-cuu/', t('nav.tracking')),
        link('/ho-so-nhap/', t('nav.drafts')),
        accountLink(path),
      ]} />
      <DemoBar />
      <PrintHead />
      <div class="frame-page">{children}</div>
      <Footer />
      <SignInAgain />
    </div>
  );
}
