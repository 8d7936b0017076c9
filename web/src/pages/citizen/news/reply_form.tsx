// Leaving a reply: it is shown once an officer has read it.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { language } from '../../../app/language';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { TextField } from '../../../components/field/field';
import { Notice } from '../../../components/notice/notice';
import { t } from '../../../text/news';

export function ReplyForm({ article }: { article: string }) {
  const [sent, setSent] = useState(false);
  const form = useCheckedForm({
    id: 'reply',
    start: { name: '', email: '', text: '' },
    check: ({ name, email, text }) => ({
      name: name.trim() ? undefined : t('name.missing'),
      email: email.trim() ? undefined : t('email.missing'),
      text: text.trim() ? undefined : t('text.missing'),
    }),
    send: async (values) => {
      await ask(api.POST('/api/articles/{article}/replies',
        { params: { path: { article } }, body: { ...values, language } }));
      setSent(true);
    },
  });
  return (
    <div class="card pad stack" aria-live="polite">
      <h3>{t('reply')}</h3>
      {sent && <Notice kind="done"><p>{t('reply.sent')}</p></Notice>}
      {!sent && (
        <CheckedFormView of={form} send={t(form.busy ? 'reply.busy' : 'reply.send')}>
          <TextField field={form.frame('name', t('name'), { hint: t('name.hint') })}
            autocomplete="name" value={form.values.name} onInput={(name) => form.set({ name })} />
          <TextField field={form.frame('email', t('email'), { hint: t('email.hint') })}
            type="email" autocomplete="email"
            value={form.values.email} onInput={(email) => form.set({ email })} />
          <TextField field={form.frame('text', t('text'), { hint: t('text.hint') })} lines={5}
            value={form.values.text} onInput={(text) => form.set({ text })} />
        </CheckedFormView>
      )}
    </div>
  );
}
