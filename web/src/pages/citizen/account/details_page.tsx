// Who the holder is: what fills in his applications.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { language, type Language } from '../../../app/language';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { TextField } from '../../../components/field/field';
import { Notice } from '../../../components/notice/notice';
import { t } from '../../../text/account';
import { guarded, keepAccount, type Account } from './account';
import { AccountPage } from './parts/account_page';

const LANGUAGES = [{ key: 'vi', label: 'Tiếng Việt' }, { key: 'en', label: 'English' }];

function useDetails(mine: Account, onSaved: (saved: boolean) => void) {
  const me = mine.parties[0];
  return useCheckedForm({
    id: 'details',
    start: { name: mine.name, identity: me?.identity ?? '', address: me?.address ?? '',
      phone: me?.phone ?? '', language: (mine.language || language) as Language },
    check: ({ name }) => {
      onSaved(false);
      return name.trim() ? {} : { name: t('name.missing') };
    },
    send: async (body) => {
      keepAccount(await guarded(() => ask(api.PUT('/api/account', { body }))));
      onSaved(true);
    },
  });
}

function Details({ mine }: { mine: Account }) {
  const [saved, setSaved] = useState(false);
  const form = useDetails(mine, setSaved);
  const { values, set, frame } = form;
  return (
    <section class="card pad stack">
      <p class="muted">{t('details.email', { email: mine.parties[0]?.email ?? '' })}</p>
      <CheckedFormView of={form} send={t(form.busy ? 'saving' : 'save')}>
        <TextField field={frame('name', t('name'))} autocomplete="name" value={values.name}
          onInput={(name) => set({ name })} />
        <TextField field={frame('identity', t('identity'), { optional: true })} width={20}
          autocomplete="off" value={values.identity} onInput={(identity) => set({ identity })} />
        <TextField field={frame('address', t('address'), { optional: true })} value={values.address}
          autocomplete="street-address" onInput={(address) => set({ address })} />
        <TextField field={frame('phone', t('phone'), { optional: true })} type="tel" width={16}
          inputMode="tel" autocomplete="tel" value={values.phone}
          onInput={(phone) => set({ phone })} />
        <ChooseOne field={frame('language', t('language'))} options={LANGUAGES}
          chosen={values.language}
          onChoose={(chosen) => set({ language: chosen as Language })} />
      </CheckedFormView>
      <div aria-live="polite">
        {saved && <Notice kind="done"><p>{t('saved')}</p></Notice>}
      </div>
    </section>
  );
}

export function DetailsPage() {
  return (
    <AccountPage title={t('details')} lead={t('details.lead')}>
      {(mine) => <Details key={mine.id} mine={mine} />}
    </AccountPage>
  );
}
