// How far dossiers went through the network, and what applicants said: measured, never declared.
import { say } from '../../../app/language';
import type { Schemas } from '../../../api/client';
import { showNumber, showPercent } from '../../../display/numbers';
import { t } from '../../../text/open_figures';

type OpenFigures = Schemas['OpenFigures'];

function Count({ label, count, percent }: { label: string; count: number; percent?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{showNumber(count)}{percent && <small> ({showPercent(percent)})</small>}</dd>
    </div>
  );
}

export function Levels({ figures }: { figures: OpenFigures }) {
  const { levels, minimum } = figures;
  return (
    <section class="card pad stack" aria-labelledby="open-levels">
      <h2 id="open-levels">{t('levels')}</h2>
      <p class="muted">{t('levels.lead')}</p>
      {!levels ? <p>{t('levels.few', { minimum })}</p> : (
        <dl class="open-late">
          <Count label={t('levels.handed-over')} count={levels.handed_over} />
          {levels.groups.map((one) => (
            <Count key={one.levels.join()} count={one.count} percent={one.percent}
              label={t('levels.level', { levels: one.levels.join(', ') })} />
          ))}
          {levels.whole_way && <Count label={t('levels.whole')} {...levels.whole_way} />}
        </dl>
      )}
    </section>
  );
}

export function Satisfaction({ figures }: { figures: OpenFigures }) {
  const { satisfaction: said, minimum } = figures;
  return (
    <section class="card pad stack" aria-labelledby="open-said">
      <h2 id="open-said">{t('said')}</h2>
      {!said ? <p>{t('said.few', { minimum })}</p> : (
        <>
          <p class="muted">{say(said.definition)}</p>
          <dl class="open-late">
            <Count label={t('said.finished')} count={said.finished} />
            <Count label={t('said.rated')} count={said.rated} percent={said.response} />
            <Count label={t('said.satisfied')} count={said.satisfied.count}
              percent={said.satisfied.percent} />
          </dl>
          <p>{t('said.interval', { from: showPercent(said.satisfied.from),
            to: showPercent(said.satisfied.to) })}</p>
        </>
      )}
    </section>
  );
}
