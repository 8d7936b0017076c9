// The rates, each with what it is made of: numerator, denominator, definition, rounding, and what
// the others are. Every number leads to its dossiers.
import type { ComponentChildren } from 'preact';
import { say } from '../../app/language';
import { showNumber, showPercent } from '../../display/numbers';
import { t } from '../../text/leader';
import { cellAddress, type Rate } from './figures_query';

/** A number that opens its dossiers; plain where the server gave no cell. */
export function CellLink({ period, cell, count, label }:
  { period: string; cell?: string; count: number; label?: string }) {
  const shown = showNumber(count);
  if (!cell) return <>{shown}</>;
  return (
    <a class={count === 0 ? 'cell zero' : 'cell'} href={cellAddress(period, cell)}
      aria-label={label && `${shown}: ${label}`}>{shown}</a>
  );
}

function Fraction({ period, rate }: { period: string; rate: Rate }) {
  const label = say(rate.label);
  const link = (count: number, cell: string | undefined, what: string): ComponentChildren => (
    <CellLink period={period} cell={cell} count={count} label={`${what}, ${label}`} />
  );
  return (
    <p class="rate-fraction">
      {link(rate.numerator, rate.numerator_cell, t('rate_numerator'))}
      <span> / </span>
      {link(rate.denominator, rate.denominator_cell, t('rate_denominator'))}
    </p>
  );
}

function Rest({ period, rate }: { period: string; rate: Rate }) {
  const rest = rate.rest ?? [];
  return (
    <div>
      <h4>{t('rate_rest')}</h4>
      {rest.length === 0 ? <p class="muted">{t('rate_rest_none')}</p> : (
        <ul class="rate-rest">
          {rest.map((one) => (
            <li key={one.cell}>
              <CellLink period={period} cell={one.cell} count={one.count} label={say(one.label)} />
              <span>{say(one.label)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RateCard({ period, rate }: { period: string; rate: Rate }) {
  return (
    <li class="card rate">
      <h3>{say(rate.label)}</h3>
      <p class="rate-percent">
        {rate.percent ? showPercent(rate.percent) : <small>{t('rate_none')}</small>}
      </p>
      <Fraction period={period} rate={rate} />
      <p class="rate-definition">{say(rate.definition)}</p>
      <p class="muted smaller"><b>{t('rate_rounding')}:</b> {say(rate.rounding)}</p>
      <Rest period={period} rate={rate} />
    </li>
  );
}

export function Rates({ period, rates }: { period: string; rates: Rate[] }) {
  return (
    <section aria-labelledby="rates-title">
      <h2 id="rates-title">{t('rates_title')}</h2>
      <ul class="rates">
        {rates.map((rate, index) => <RateCard key={index} period={period} rate={rate} />)}
      </ul>
    </section>
  );
}
