// The rates, each with what it is made of: numerator, what of it only a later date kept,
// denominator, definition, rounding, what the others are and what is in neither number. Every
// number leads to its dossiers.
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

type Part = NonNullable<Rate['left_out']>[number];

function Parts({ period, title, parts }: { period: string; title: string; parts: Part[] }) {
  return (
    <div class="rate-parts">
      <h4>{title}</h4>
      <ul>
        {parts.map((one) => (
          <li key={one.cell}>
            <CellLink period={period} cell={one.cell} count={one.count} label={say(one.label)} />
            <span>{say(one.label)}{one.note && <small>{say(one.note)}</small>}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function RateCard({ period, rate }: { period: string; rate: Rate }) {
  const { rescued = [], rest = [], left_out = [] } = rate;
  return (
    <li class="card rate">
      <h3>{say(rate.label)}</h3>
      <p class="rate-percent">
        {rate.percent ? showPercent(rate.percent) : <small>{t('rate_none')}</small>}
      </p>
      <Fraction period={period} rate={rate} />
      {rescued.length > 0 && (
        <div class="rescued">
          <Parts period={period} title={t('rate_rescued')} parts={rescued} />
        </div>
      )}
      <p class="rate-definition">{say(rate.definition)}</p>
      <p class="muted smaller"><b>{t('rate_rounding')}:</b> {say(rate.rounding)}</p>
      <div class="rate-foot">
        {rest.length > 0 ? <Parts period={period} title={t('rate_rest')} parts={rest} />
          : <p class="muted">{t('rate_rest_none')}</p>}
        {left_out.length > 0 && (
          <Parts period={period} title={t('rate_left_out')} parts={left_out} />
        )}
      </div>
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
