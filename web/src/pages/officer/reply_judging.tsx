// One reply that waits: publish it, with an answer or without, or refuse it with a reason.
import { useState } from 'preact/hooks';
import { say } from '../../app/language';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { TextField } from '../../components/field/field';
import { showMoment } from '../../display/moments';
import { t } from '../../text/editing';
import { judgeReply, type JudgedReply } from './editing';

interface Props { of: JudgedReply; onJudged: (said: string) => void }

function Publishing({ of, onJudged, onLeave }: Props & { onLeave: () => void }) {
  const form = useCheckedForm({
    id: `publish-${of.id}`,
    start: { answer: '' },
    send: async ({ answer }) => {
      await judgeReply(of.id, { state: 'published', answer: answer.trim() });
      onJudged(t('published.reply', { name: of.name }));
    },
  });
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'busy' : 'publish')} beside={(
      <button type="button" class="button secondary" onClick={onLeave}>{t('leave')}</button>
    )}>
      <TextField field={form.frame('answer', t('answer'), { optional: true,
        hint: t('answer.hint') })} lines={4}
        value={form.values.answer} onInput={(answer) => form.set({ answer })} />
    </CheckedFormView>
  );
}

function Refusing({ of, onJudged, onLeave }: Props & { onLeave: () => void }) {
  const form = useCheckedForm({
    id: `refuse-${of.id}`,
    start: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : t('reason.missing') }),
    at: { 'refusal-reason-missing': 'reason' },
    send: async ({ reason }) => {
      await judgeReply(of.id, { state: 'refused', reason: reason.trim() });
      onJudged(t('refused.reply', { name: of.name }));
    },
  });
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'busy' : 'refuse')} beside={(
      <button type="button" class="button secondary" onClick={onLeave}>{t('leave')}</button>
    )}>
      <TextField field={form.frame('reason', t('reason'), { hint: t('reason.hint') })} lines={3}
        value={form.values.reason} onInput={(reason) => form.set({ reason })} />
    </CheckedFormView>
  );
}

export function WaitingReply(props: Props) {
  const { of } = props;
  const [doing, setDoing] = useState<'publish' | 'refuse'>();
  const leave = () => setDoing(undefined);
  return (
    <li class="waiting-reply stack">
      <p class="muted">
        <b>{of.name}</b> · {of.email} · {showMoment(of.sent_at)}<br />{say(of.title)}
      </p>
      <p class="reply-text">{of.text}</p>
      {doing === 'publish' && <Publishing {...props} onLeave={leave} />}
      {doing === 'refuse' && <Refusing {...props} onLeave={leave} />}
      {!doing && (
        <div class="row">
          <button type="button" class="button compact" onClick={() => setDoing('publish')}
            aria-label={`${t('publish')}: ${of.name}`}>{t('publish')}</button>
          <button type="button" class="button secondary compact"
            onClick={() => setDoing('refuse')} aria-label={`${t('refuse')}: ${of.name}`}>
            {t('refuse')}
          </button>
        </div>
      )}
    </li>
  );
}
