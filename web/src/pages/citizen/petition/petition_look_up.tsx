// Code and look-up code → the petition. Also opens the address of a confirmation's QR code, whose
// look-up code stands behind "#" and so never reaches a server's log.
import { useEffect, useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { href } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { TextField } from '../../../components/field/field';
import { PageHead } from '../../../components/page_head/page_head';
import { t as kit } from '../../../text/kit';
import { t } from '../../../text/petition_view';
import { Page } from '../parts/page';
import './petition.css';

export function PetitionLookUpForm({ code, secret }: { code: string; secret: string }) {
  const form = useCheckedForm({
    id: 'look', start: { code, secret },
    at: { 'petition-not-found': 'code' }, words: { 'petition-not-found': t('look.wrong') },
    check: (values) => ({
      ...(!values.code.trim() && { code: t('look.code.missing') }),
      ...(!values.secret.trim() && { secret: t('look.secret.missing') }),
    }),
    send: async (values) => {
      const found = await ask(api.POST('/api/petition-tracking', { body: {
        code: values.code.trim().toUpperCase(), secret: values.secret.replace(/[\s-]/g, ''),
      } }));
      go(href(`/phan-anh/theo-doi/${encodeURIComponent(found.code)}/`),
        { replace: location.hash !== '' });
    },
  });
  useEffect(() => { if (code && secret) void form.submit(); }, []);
  return (
    <CheckedFormView of={form} send={t('look.show')}>
      <TextField value={form.values.code} autocomplete="off"
        onInput={(typed) => form.set({ code: typed })}
        field={form.frame('code', t('sent.code'))} />
      <TextField value={form.values.secret} autocomplete="off"
        onInput={(typed) => form.set({ secret: typed })}
        field={form.frame('secret', t('sent.secret'))} />
    </CheckedFormView>
  );
}

export function PetitionLookUp({ query }: PageProps) {
  const [secret] = useState(() => decodeURIComponent(location.hash.slice(1)));
  return (
    <Page crumbs={[{ label: kit('foot.petitions'), path: '/phan-anh/' },
      { label: t('look.title') }]}>
      <div class="petition-form stack">
        <PageHead title={t('look.title')} document_title={t('look.title')} />
        <p>{t('look.lead')}</p>
        <PetitionLookUpForm code={query.get('code') ?? ''} secret={secret} />
      </div>
    </Page>
  );
}
