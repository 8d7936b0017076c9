// Complaints and suggestions sent from this account; nothing where there are none.
import { api, ask } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { Badge } from '../../../components/badge/badge';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/account_petitions';
import { guarded, type Account } from './account';

export function PetitionsCard({ mine }: { mine: Account }) {
  const jumps = clockJumps.value;
  const loaded = useLoaded(() => guarded(() => ask(api.GET('/api/account/petitions'))),
    [mine.id, jumps]);
  const petitions = loaded.value?.items ?? [];
  if (!petitions.length) return null;
  return (
    <section class="card pad stack" aria-labelledby="account-petitions">
      <h2 id="account-petitions">{t('title')}</h2>
      <ul class="account-lines">
        {petitions.map((one) => (
          <li key={one.code}>
            <div>
              <h3><a href={href(`/phan-anh/theo-doi/${encodeURIComponent(one.code)}/`)}>
                <Say of={one.kind.name} />
              </a></h3>
              <p><span class="code">{one.code}</span></p>
              <p class="muted">{t('received', { moment: showMoment(one.received_at) })}
                {one.due && ` ${t('due', { moment: showMoment(one.due) })}`}</p>
            </div>
            <div class="row">
              {one.late && <Badge kind="late">{t('late')}</Badge>}
              <Badge kind="plain">{say(one.status.name)}</Badge>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
