// The frame of the account's pages: only for its holder, with the way between them.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../../../api/problem';
import { href, withoutLanguage } from '../../../../app/language';
import { address, go } from '../../../../app/router';
import { Icon, type IconName } from '../../../../components/icon/icon';
import { Loading } from '../../../../components/loading/loading';
import { PageHead } from '../../../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../../../components/problem_view/problem_view';
import { t } from '../../../../text/account';
import { Page } from '../../parts/page';
import {
  account, accountProblem, loadAccount, needAccount, signOut, type Account,
} from '../account';
import { entranceHref } from '../return_path';
import '../account.css';

const PLACES: { path: string; icon: IconName; label: Parameters<typeof t>[0] }[] = [
  { path: '/tai-khoan/', icon: 'file', label: 'nav.dossiers' },
  { path: '/tai-khoan/thong-tin/', icon: 'person', label: 'nav.details' },
  { path: '/tai-khoan/bao-mat/', icon: 'shield', label: 'nav.security' },
  { path: '/tai-khoan/uy-quyen/', icon: 'handshake', label: 'nav.mandates' },
];

function isHere(path: string): boolean {
  const here = withoutLanguage(address.value).replace(/\?.*$/, '').replace(/\/?$/, '/');
  return path === '/tai-khoan/' ? here === path : here.startsWith(path);
}

function Places({ onSignOut }: { onSignOut: () => void }) {
  return (
    <nav class="account-nav no-print" aria-label={t('nav')}>
      {PLACES.map((place) => (
        <a key={place.path} href={href(place.path)}
          aria-current={isHere(place.path) ? 'page' : undefined}>
          <Icon name={place.icon} />{t(place.label)}
        </a>
      ))}
      <button type="button" onClick={onSignOut}><Icon name="sign_out" />{t('sign-out')}</button>
    </nav>
  );
}

interface Props {
  title: string;
  lead?: string;
  children: (mine: Account) => ComponentChildren;
}

function Shown({ mine, title, lead, children }: Props & { mine: Account }) {
  const [problem, setProblem] = useState<ProblemError>();
  const leave = () => {
    signOut().then((further) => location.assign(further || href('/')), (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  const own = { label: t('mine'), path: '/tai-khoan/' };
  return (
    <Page crumbs={isHere('/tai-khoan/') ? [{ label: title }] : [own, { label: title }]}>
      <div class="account-page">
        <Places onSignOut={leave} />
        <div class="account-main stack">
          <div class="account-head">
            <p class="muted strong">{mine.name}</p>
            <PageHead title={title} document_title={title} />
            {lead && <p>{lead}</p>}
          </div>
          {problem && <ProblemNotice problem={problem} onAgain={leave} />}
          {children(mine)}
        </div>
      </div>
    </Page>
  );
}

export function AccountPage(props: Props) {
  const mine = account.value;
  useEffect(needAccount, []);
  useEffect(() => {
    if (mine !== null) return;
    // where nobody was asked yet, `needAccount` has just set it to "not known"
    if (account.value === null) go(entranceHref('/dang-nhap/', address.value), { replace: true });
  }, [mine]);
  if (mine) return <Shown mine={mine} {...props} />;
  if (accountProblem.value) {
    return (
      <main id="main" class="wrap">
        <ProblemView problem={accountProblem.value} onAgain={() => void loadAccount()} />
      </main>
    );
  }
  return <main id="main" class="wrap"><Loading /></main>;
}
