// An organisation entered or corrected by whoever represents it.
import { api, ask } from '../../../api/client';
import { href } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { TextField } from '../../../components/field/field';
import { Notice } from '../../../components/notice/notice';
import { t } from '../../../text/account';
import { guarded, loadAccount, type Party } from './account';
import { AccountPage } from './parts/account_page';
import { addressOf, PartyAddress, type AddressParts } from './parts/party_address';

const LIST = '/tai-khoan/uy-quyen/';
const NEW = 'moi';

type Details = Pick<Party, 'name' | 'identity' | 'phone' | 'email'>
  & { address_parts: AddressParts };

async function save(body: Details, party: string | undefined): Promise<void> {
  await guarded(() => (party
    ? ask(api.PUT('/api/account/organisations/{party}', { params: { path: { party } }, body }))
    : ask(api.POST('/api/account/organisations', { body }))));
  await loadAccount();
  go(href(LIST));
}

function OrganisationForm({ party }: { party?: Party }) {
  const form = useCheckedForm<Details>({
    id: 'organisation',
    start: { name: party?.name ?? '', identity: party?.identity ?? '',
      address_parts: addressOf(party), phone: party?.phone ?? '', email: party?.email ?? '' },
    check: ({ name }) => (name.trim() ? {} : { name: t('organisation.name.missing') }),
    send: (body) => save(body, party?.id),
  });
  const { values, set, frame } = form;
  return (
    <section class="card pad stack">
      <CheckedFormView of={form} send={t(form.busy ? 'saving' : 'save')} beside={(
        <a class="button secondary" href={href(LIST)}>{t('cancel')}</a>
      )}>
        <TextField field={frame('name', t('organisation.name'))} autocomplete="organization"
          value={values.name} onInput={(name) => set({ name })} />
        <TextField field={frame('identity', t('organisation.number'), { optional: true })}
          width={20} autocomplete="off" value={values.identity}
          onInput={(identity) => set({ identity })} />
        <PartyAddress frame={frame('address_parts', t('address'), { optional: true })}
          party={party} parts={values.address_parts}
          onParts={(address_parts) => set({ address_parts })} />
        <TextField field={frame('phone', t('phone'), { optional: true })} type="tel" width={16}
          inputMode="tel" autocomplete="off" value={values.phone}
          onInput={(phone) => set({ phone })} />
        <TextField field={frame('email', t('organisation.email'), { optional: true })}
          type="email" autocomplete="off" value={values.email}
          onInput={(email) => set({ email })} />
      </CheckedFormView>
    </section>
  );
}

export function OrganisationPage({ params }: PageProps) {
  const id = params.party ?? NEW;
  return (
    <AccountPage title={t(id === NEW ? 'organisations.add' : 'organisation.title')}
      lead={t('organisation.lead')}>
      {(mine) => {
        if (id === NEW) return <OrganisationForm />;
        const party = mine.parties.find((one) => one.id === id && one.kind === 'organisation');
        if (party) return <OrganisationForm key={party.id} party={party} />;
        return (
          <Notice kind="late">
            <p class="strong">{t('organisation.gone')}</p><p>{t('organisation.gone.text')}</p>
          </Notice>
        );
      }}
    </AccountPage>
  );
}
