// Who the holder is: what fills in his applications.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { language, type Language } from '../../../app/language';
import { office } from '../../../app/office';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { ChooseOne, type Option } from '../../../components/choice_field/choice_field';
import { TextField } from '../../../components/field/field';
import { Notice } from '../../../components/notice/notice';
import { t } from '../../../text/account';
import { t as notify } from '../../../text/notify';
import { guarded, keepAccount, type Account } from './account';
import { AddressState } from './parts/address_state';
import { AccountPage } from './parts/account_page';
import { addressOf, PartyAddress } from './parts/party_address';

const LANGUAGES = [{ key: 'vi', label: 'Tiếng Việt' }, { key: 'en', label: 'English' }];

/** As each application says, by what the office sends, or not at all. */
function channels(mine: Account): Option[] {
  const sent = new Set<string>(office.value?.notify_by ?? []);
  const ways = ['email', 'sms', 'zalo'] as const;
  return [
    { key: 'form', label: t('notify.form') },
    ...ways.filter((way) => sent.has(way) || mine.notify_by === way)
      .map((way) => ({ key: way, label: notify(`choice.${way}`) })),
    { key: 'none', label: notify('choice.none') },
  ];
}

function useDetails(mine: Account, onSaved: (saved: boolean) => void) {
  const me = mine.parties[0];
  return useCheckedForm({
    id: 'details',
    start: { name: mine.name, identity: me?.identity ?? '', address_parts: addressOf(me),
      phone: me?.phone ?? '', language: (mine.language || language) as Language,
      notify_by: mine.notify_by },
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
      <AddressState mine={mine} />
      <CheckedFormView of={form} send={t(form.busy ? 'saving' : 'save')}>
        <TextField field={frame('name', t('name'))} autocomplete="name" value={values.name}
          onInput={(name) => set({ name })} />
        <TextField field={frame('identity', t('identity'), { optional: true })} width={20}
          autocomplete="off" value={values.identity} onInput={(identity) => set({ identity })} />
        <PartyAddress frame={frame('address_parts', t('address'), { optional: true })}
          party={mine.parties[0]} parts={values.address_parts}
          onParts={(address_parts) => set({ address_parts })} />
        <TextField field={frame('phone', t('phone'), { optional: true })} type="tel" width={16}
          inputMode="tel" autocomplete="tel" value={values.phone}
          onInput={(phone) => set({ phone })} />
        <ChooseOne field={frame('language', t('language'))} options={LANGUAGES}
          chosen={values.language}
          onChoose={(chosen) => set({ language: chosen as Language })} />
        <ChooseOne field={frame('notify_by', t('notify'), { hint: t('notify.hint') })}
          options={channels(mine)} chosen={values.notify_by}
          onChoose={(chosen) => set({ notify_by: chosen as Account['notify_by'] })} />
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
