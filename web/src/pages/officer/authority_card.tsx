// Who decides this case, by which instrument and why; and what is kept from this officer.
import { say } from '../../app/language';
import { Badge } from '../../components/badge/badge';
import { Notice } from '../../components/notice/notice';
import { t } from '../../text/authority';
import { DecisionNotes, Records } from './decision_notes';
import { Card, Facts } from './facts';
import type { Dossier } from './shapes';
import { Source } from './source';

type Limit = NonNullable<Dossier['authority']>['limits'][number];

/** What the register counted, with its entries. */
function Counted({ limit }: { limit: Limit }) {
  if (!limit.told?.of) return null;
  return <>{' '}({say(limit.told.words)} – <Records codes={limit.told.records} />)</>;
}

export function AuthorityCard({ dossier }: { dossier: Dossier }) {
  const { authority, withheld } = dossier;
  if (!authority && !withheld?.length) return null;
  const doubts = (authority?.notes ?? []).filter((note) => note.kind === 'in-doubt');
  return (
    <Card id="authority" title={t('case')}
      action={authority && !authority.verified && <Badge kind="soon">{t('unverified')}</Badge>}>
      {withheld?.map((one) => (
        <Notice key={one.act} kind="soon">
          <p>{t('withheld', { act: say(one.label), why: say(one.why) })}</p>
        </Notice>
      ))}
      {authority && (
        <>
          <Facts rows={[
            [t('who'), say(authority.who)],
            [t('instrument'), say(authority.instrument)],
            [t('basis'), <Source of={authority.source} />],
            [t('why'), say(authority.why)],
          ]} />
          <ul>{authority.limits.map((limit) => (
            <li key={limit.name.vi}>{say(limit.name)}: <b>{t(`limit.${limit.state}`)}</b>
              <Counted limit={limit} /></li>
          ))}</ul>
          {authority.decided ? (
            <>
              <p>
                {t('decided', { rule: authority.decided.rule, version: authority.decided.version })}
              </p>
              <DecisionNotes notes={authority.decided.notes} code={dossier.code} />
            </>
          ) : doubts.length > 0 && (
            <Notice kind="soon"><DecisionNotes notes={doubts} code={dossier.code} /></Notice>
          )}
        </>
      )}
    </Card>
  );
}
