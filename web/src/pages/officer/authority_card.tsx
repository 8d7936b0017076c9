// Who decides this case, by which instrument and why; and what is kept from this officer.
import { href, say } from '../../app/language';
import { Badge } from '../../components/badge/badge';
import { Notice } from '../../components/notice/notice';
import { t } from '../../text/authority';
import { Card, Facts } from './facts';
import type { Dossier } from './shapes';
import { Source } from './source';

const ENTRY = '/can-bo/doan-ra/muc/';
const DOSSIER = '/can-bo/ho-so/';

type Limit = NonNullable<Dossier['authority']>['limits'][number];

/** What the register counted, each entry with its page; a trip not yet in it is its dossier. */
function Counted({ limit }: { limit: Limit }) {
  if (!limit.of) return null;
  return (
    <>
      {' '}({limit.of}: {limit.value} – {limit.records?.map((code, at) => (
        <span key={code}>
          {at > 0 && ', '}
          <a href={href(`${code.startsWith('DR-') ? ENTRY : DOSSIER}${code}/`)}>{code}</a>
        </span>
      ))})
    </>
  );
}

export function AuthorityCard({ dossier }: { dossier: Dossier }) {
  const { authority, withheld } = dossier;
  if (!authority && !withheld?.length) return null;
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
          {authority.decided && (
            <p>
              {t('decided', { rule: authority.decided.rule, version: authority.decided.version })}
            </p>
          )}
        </>
      )}
    </Card>
  );
}
