// Signing in through a provider of identities: on to it, and what became of a try.
import { say } from '../../../app/language';
import { office } from '../../../app/office';
import { Icon } from '../../../components/icon/icon';
import { Notice } from '../../../components/notice/notice';
import { t } from '../../../text/account';
import { expectAccount } from './account';
import { returnHref } from './return_path';

const OUTCOMES = ['failed', 'cancelled', 'expired', 'unavailable'] as const;

/** Why somebody is back without having signed in. */
export function ProviderOutcome({ query }: { query: URLSearchParams }) {
  const outcome = OUTCOMES.find((one) => one === query.get('identity'));
  if (!outcome) return null;
  return (
    <Notice kind={outcome === 'cancelled' ? 'info' : 'late'} live>
      <p>{t(`identity.${outcome}`)}</p>
    </Notice>
  );
}

export function ProviderLinks({ query }: { query: URLSearchParams }) {
  const providers = office.value?.identity_providers ?? [];
  if (!providers.length) return null;
  const back = new URLSearchParams({ return: returnHref(query) }).toString();
  return (
    <section class="stack" aria-labelledby="providers">
      <h2 id="providers" class="h3">{t('identity.or')}</h2>
      {providers.map((provider) => (
        <a key={provider.id} class="button secondary full" onClick={expectAccount}
          href={`/api/identity/${encodeURIComponent(provider.id)}/sign-in?${back}`}>
          <Icon name="shield" />{t('identity.through', { provider: say(provider.name) })}
        </a>
      ))}
    </section>
  );
}
