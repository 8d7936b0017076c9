// What was told to the applicant on the way: an apology of the office, and each supplement with
// what it did to the date.
import { say } from '../../../app/language';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/tracking';
import type { Dossier } from './tracking';

export function Apology({ dossier }: { dossier: Dossier }) {
  if (!dossier.apology) return null;
  const { reason, unit, at } = dossier.apology;
  return (
    <section class="card pad stack apology" aria-labelledby="apology">
      <h2 id="apology">{t('apology')}</h2><p>{reason}</p>
      <p class="muted">
        {unit ? t('apology.by', { unit: say(unit), moment: showMoment(at) }) : showMoment(at)}
      </p>
    </section>
  );
}

/** What each supplement brought, and what it did to the date. */
export function Supplements({ dossier }: { dossier: Dossier }) {
  const changes = dossier.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <section class="card pad stack" aria-labelledby="supplements">
      <h2 id="supplements">{t('supplements')}</h2>
      {changes.map((change) => (
        <div key={change.at}>
          <p class="strong">{showMoment(change.at)}</p>
          {change.papers.map((paper) => (
            <p key={paper.paper}>{say(paper.name)}: {paper.files.map((f) => f.name).join(', ')}</p>
          ))}
          {change.fields.length > 0 && (
            <p>{t('supplements.answered',
              { questions: change.fields.map((field) => say(field.label)).join('; ') })}</p>
          )}
          <p><Say of={change.date.text} /></p>
        </div>
      ))}
    </section>
  );
}
