// Signing in: a page of its own, and the same form in a dialog when a session ends in mid-work.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { say } from '../../app/language';
import { office } from '../../app/office';
import { Dialog } from '../../components/dialog/dialog';
import { DemoBar } from '../../components/demo_bar/demo_bar';
import { Icon } from '../../components/icon/icon';
import { LanguageSwitch } from '../../components/language_switch/language_switch';
import { Notice } from '../../components/notice/notice';
import { PasskeySignIn } from '../../components/passkeys/passkey_sign_in';
import { passkeysWork } from '../../components/passkeys/where';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { Mark } from '../../components/top_bar/mark';
import { SkipLink } from '../../components/top_bar/top_bar';
import { t } from '../../text/officer';
import { PASSKEY_ENTRANCE } from './passkey_ways';
import { gate, session, signIn } from './session';
import type { Office } from './shapes';

type Account = Office['officers'][number];

interface Typed { username: string; password: string; code?: string }

/** The code of the authenticator, asked for once the password was right. */
function Code({ code, onInput }: { code: string; onInput: (code: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div>
      <label class="label" for="code">{t('code')}</label>
      <p class="hint" id="code-hint">{t('code_hint')}</p>
      <input class="input" id="code" autocomplete="one-time-code" autocapitalize="none"
        spellcheck={false} required aria-describedby="code-hint" ref={input} value={code}
        onInput={(event) => onInput(event.currentTarget.value)} />
    </div>
  );
}

function SignInProblem({ problem }: { problem: ProblemError }) {
  if (problem.kind !== 'not-allowed' && problem.kind !== 'invalid') {
    return <ProblemNotice problem={problem} />;
  }
  return (
    <Notice kind="late" live>
      <p class="strong">{problem.problem.title}</p>
      {problem.problem.detail && <p>{problem.problem.detail}</p>}
    </Notice>
  );
}

function Accounts({ accounts, onChoose }:
  { accounts: Account[]; onChoose: (account: Account) => void }) {
  return (
    <section class="stack accounts" aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t('demo_accounts')}</h2>
      <p class="muted">{t('demo_accounts_lead')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onChoose(account)}>
              <b>{account.name}</b>
              <span class="muted">{say(account.post)}</span>
              <span class="account-name">{account.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignInForm({ only }: { only?: string }) {
  const [typed, setTyped] = useState<Typed>({ username: only ?? '', password: '' });
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const send = useRef<HTMLButtonElement>(null);
  const accounts = office.value?.demo ? office.value.officers : [];
  const type = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const { username, password, code } = typed;
    signIn({ username: username.trim(), password, code: code?.trim() }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.code !== 'second-factor-needed') setProblem(error);
      else if (code === undefined) type({ code: '' });
    }).finally(() => setBusy(false));
  };
  const choose = (account: Account) => {
    setTyped({ username: account.username, password: account.password ?? '' });
    setSaid(t('demo_filled', { name: account.name }));
    send.current?.focus();
  };
  return (
    <div class={accounts.length > 0 ? 'sign-in two' : 'sign-in'}>
      <form class="stack" onSubmit={submit}>
        {problem && <SignInProblem problem={problem} />}
        <div>
          <label class="label" for="username">{t('username')}</label>
          <input class="input" id="username" autocomplete="username" autocapitalize="none"
            spellcheck={false} required value={typed.username}
            onInput={(event) => type({ username: event.currentTarget.value })} />
        </div>
        <div>
          <label class="label" for="password">{t('password')}</label>
          <input class="input" id="password" type="password" autocomplete="current-password"
            required value={typed.password}
            onInput={(event) => type({ password: event.currentTarget.value })} />
        </div>
        {typed.code !== undefined && (
          <Code code={typed.code} onInput={(code) => type({ code })} />
        )}
        <button class="button full" type="submit" ref={send} aria-disabled={busy}>
          <Icon name="key" />{busy ? t('signing_in') : t('sign_in')}
        </button>
        <p class="unseen" role="status">{said}</p>
        {passkeysWork() && <PasskeySignIn {...PASSKEY_ENTRANCE} />}
      </form>
      {accounts.length > 0 && <Accounts accounts={accounts} onChoose={choose} />}
    </div>
  );
}

/** A page before the office's own: who is not signed in, or not quite, sees nothing else. */
export function Entrance({ children }: { children: ComponentChildren }) {
  return (
    <div class="entrance">
      <SkipLink />
      <DemoBar />
      <header class="entrance-head">
        <span class="row"><Mark /><b>{say(office.value?.name)}</b></span>
        <LanguageSwitch />
      </header>
      <main id="main" class="entrance-main">{children}</main>
    </div>
  );
}

export function SignInPage() {
  return (
    <Entrance>
      <div class="card pad stack">
        <PageHead title={t('sign_in_title')} document_title={t('sign_in_title')} />
        <p class="muted">{t('sign_in_lead')}</p>
        <SignInForm />
      </div>
    </Entrance>
  );
}

export function SignInAgain() {
  return (
    <Dialog title={t('again_title')} onClose={() => gate.end(false)}>
      <p>{t('again_lead')}</p>
      <SignInForm only={session.value?.officer.username} />
    </Dialog>
  );
}
