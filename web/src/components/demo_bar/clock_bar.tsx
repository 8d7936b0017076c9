// The bar of the demonstration: says what it is, shows its clock and jumps it ahead.
import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { office } from '../../app/office';
import { showMoment } from '../../display/moments';
import { t } from '../../text/kit';
import { Icon } from '../icon/icon';
import { clockJumps } from './demo_bar';
import './clock_bar.css';

const HOUR = 60;
const DAY = 24 * HOUR;

async function jump(minutes: number): Promise<string> {
  const clock = await ask(api.POST('/api/demo/clock', { body: { minutes } }));
  if (office.value) office.value = { ...office.value, now: clock.now };
  clockJumps.value++;
  return t('demo.moved', { now: showMoment(clock.now) });
}

export function ClockBar() {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  if (!office.value) return null;
  const press = (minutes: number) => {
    if (busy) return;
    setBusy(true);
    jump(minutes).then(setSaid, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setSaid(t('demo.failed'));
    }).finally(() => setBusy(false));
  };
  const button = (label: string, minutes: number) => (
    <button type="button" aria-disabled={busy} onClick={() => press(minutes)}>
      <span class="unseen">{t('demo.ahead')} </span>+{label}
    </button>
  );
  return (
    <section class="demo-bar no-print" aria-label={t('demo.title')}>
      <div class="demo-bar-in">
        <p>
          <b class="demo-badge">{t('demo.title')}</b>
          <span class="demo-text">{t('demo.text')} </span>
          <b class="nowrap">{showMoment(office.value.now)}</b>
        </p>
        <div class="demo-jumps">
          <span aria-hidden="true"><Icon name="forward" /></span>
          {button(t('demo.hour'), HOUR)}
          {button(t('demo.day'), DAY)}
          {button(t('demo.days'), 3 * DAY)}
        </div>
        <p class="unseen" role="status">{said}</p>
      </div>
    </section>
  );
}
