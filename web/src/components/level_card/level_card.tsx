// How far a dossier went through the network, and what that was read from. The same for the
// applicant and the officer.
import type { Schemas } from '../../api/client';
import { say } from '../../app/language';
import { t } from '../../text/level';
import { Badge } from '../badge/badge';

export function LevelCard({ online }: { online: Schemas['OnlineLevel'] }) {
  return (
    <section class="card pad stack no-print" aria-labelledby="online-level">
      <h2 id="online-level">{t('title')}</h2>
      {online.level ? (
        <p class="row">
          <Badge kind={online.level === 4 ? 'done' : 'plain'}>
            {t('level', { level: online.level })}
          </Badge>
          {online.whole_way && <Badge kind="done">{t('whole_way')}</Badge>}
        </p>
      ) : <p class="muted">{t('not_yet')}</p>}
      <ul>{online.reasons.map((reason) => <li key={reason.en}>{say(reason)}</li>)}</ul>
      <p class="muted smaller">{t('measured')}</p>
    </section>
  );
}
