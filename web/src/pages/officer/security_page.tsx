// An officer's second factor and sessions; and the page of who must set the factor up before
// anything else.
import { useEffect } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { PageHead } from '../../components/page_head/page_head';
import { Passkeys } from '../../components/passkeys/passkeys';
import { SecondFactor, type FactorWays } from '../../components/second_factor/second_factor';
import { SessionList } from '../../components/session_list/session_list';
import { t } from '../../text/officer';
import { Me } from './frame';
import { PASSKEYS } from './passkey_ways';
import { guarded, loadSession, session } from './session';
import './security.css';

const FACTOR: FactorWays = {
  begin: () => guarded(() => ask(api.POST('/api/session/second-factor'))),
  confirm: (body) => guarded(() => ask(api.PUT('/api/session/second-factor', { body }))),
};

function Factor() {
  const { second_factor = false, spare_codes = 0 } = session.value ?? {};
  return (
    <SecondFactor on={second_factor} spare={spare_codes} ways={FACTOR}
      onChange={() => void loadSession()} />
  );
}

export function SecurityPage() {
  return (
    <main id="main" class="list security stack">
      <PageHead title={t('nav_security')} document_title={t('nav_security')} />
      <Factor />
      <Passkeys ways={PASSKEYS} password />
      <SessionList load={() => guarded(() => ask(api.GET('/api/sessions')))}
        closeOthers={() => guarded(() => ask(api.DELETE('/api/sessions')))} />
    </main>
  );
}

export function SetUpFirst() {
  const officer = session.value?.officer;
  useEffect(() => document.querySelector('h1')?.focus(), []);
  return (
    <div class="security stack">
      <PageHead title={t('set_up_first')} document_title={t('set_up_first')} />
      <p>{t('set_up_first_lead', { name: officer?.name ?? '' })}</p>
      <Factor />
      <Me />
    </div>
  );
}
