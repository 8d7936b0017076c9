// Small shared pieces of the dossier page: a titled card, a list of facts, and a countdown.
import { Fragment, type ComponentChildren } from 'preact';
import { Icon } from '../../components/icon/icon';
import type { Countdown } from './shapes';
import { say } from '../../app/language';

export function Card({ id, title, children, action }:
  { id: string; title: string; children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <section class="card pad stack" aria-labelledby={`${id}-title`} id={id}>
      <div class="row between">
        <h2 id={`${id}-title`}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Rows without a value are left out: a blank says nothing. */
export function Facts({ rows }: { rows: [string, ComponentChildren][] }) {
  const filled = rows.filter(([, value]) => value !== undefined && value !== '' && value !== null);
  return (
    <dl class="kv">
      {filled.map(([label, value], index) => (
        <Fragment key={index}><dt>{label}</dt><dd>{value}</dd></Fragment>
      ))}
    </dl>
  );
}

type Kind = Countdown['kind'];
function CountdownIcon({ kind }: { kind: Kind }) {
  if (kind === 'none') return null;
  if (kind === 'late') return <Icon name="alert" />;
  if (kind === 'paused') return <Icon name="pause" />;
  return kind === 'ended' ? <Icon name="check" /> : <Icon name="clock" />;
}

export function DueBox({ countdown, line }: { countdown: Countdown; line?: string }) {
  return (
    <div class={`duebox ${countdown.kind}`}>
      <CountdownIcon kind={countdown.kind} />
      <div><b>{say(countdown.text)}</b>{line && <span class="duebox-line">{line}</span>}</div>
    </div>
  );
}
