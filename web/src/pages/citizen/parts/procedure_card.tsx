// One procedure to choose: its name, what it is, how long, what it costs.
import type { Schemas } from '../../../api/client';
import { href } from '../../../app/language';
import { Badge } from '../../../components/badge/badge';
import { Icon, type IconName } from '../../../components/icon/icon';
import { Say } from '../../../components/say/say';
import { t } from '../../../text/citizen';
import './procedure_card.css';

type Summary = Schemas['ProcedureSummary'];

const SIGNS: [RegExp, IconName][] = [
  [/travel/, 'plane'], [/abtc|business/, 'briefcase'], [/conference|seminar/, 'people'],
  [/guest|delegation/, 'handshake'], [/ngo/, 'globe'], [/visa|consular/, 'stamp'],
];

function signOf(id: string): IconName {
  return SIGNS.find(([pattern]) => pattern.test(id))?.[1] ?? 'file';
}

export function Terms({ procedure }: { procedure: Summary }) {
  const texts = new Map(procedure.terms.map((one) => [one.term.vi, one.term]));
  return (
    <>
      {[...texts.values()].map((term, index) => (
        <span key={term.vi}>{index > 0 && ' · '}<Say of={term} /></span>
      ))}
    </>
  );
}

export function ProcedureCard({ procedure }: { procedure: Summary }) {
  return (
    <a class="card procedure-card" href={href(`/thu-tuc/${procedure.id}/`)}>
      <span class="procedure-sign"><Icon name={signOf(procedure.id)} /></span>
      <h3><Say of={procedure.name} /></h3>
      <p class="procedure-summary"><Say of={procedure.summary} /></p>
      <p class="procedure-facts">
        {procedure.verified
          ? <span class="strong"><Terms procedure={procedure} /></span>
          : <Badge kind="soon">{t('unverified')}</Badge>}
        {procedure.internal && <Badge kind="plain">{t('internal')}</Badge>}
      </p>
    </a>
  );
}
