// The form of a complaint or suggestion: about no dossier, about one by its codes, about the one
// this browser has open (?ho-so=…), or again after an answer that did not do (?lai=…).
import { useState } from 'preact/hooks';
import { api, ask, newKey, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, language, say } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { ChooseOne, Tick } from '../../../components/choice_field/choice_field';
import { TextField } from '../../../components/field/field';
import { PageHead } from '../../../components/page_head/page_head';
import { t } from '../../../text/petition';
import { account } from '../account/account';
import { LoadedPage } from '../parts/page';
import { keepPetition, type PetitionConfirmation } from './kept_petition';
import './petition.css';

type Kind = Schemas['PetitionKind'];
type Named = Schemas['PetitionKindNamed'];

interface Subject { dossier: string; again: string }

const start = () => {
  const own = account.value?.parties[0];
  return { kind: '', text: '', dossier: '', dossier_secret: '', name: own?.name ?? '',
    email: own?.email ?? '', phone: own?.phone ?? '', may_publish: false };
};
type Values = ReturnType<typeof start>;

function send(values: Values, { dossier, again }: Subject, key: string) {
  const header = { 'Idempotency-Key': key };
  const trimmed = { text: values.text.trim(), name: values.name.trim(),
    email: values.email.trim(), phone: values.phone.trim() };
  const body = { ...trimmed, kind: values.kind as Kind, language,
    may_publish: values.may_publish };
  if (again) {
    return ask(api.POST('/api/petition-tracking/{code}/petitions',
      { params: { path: { code: again }, header }, body }));
  }
  if (dossier) {
    return ask(api.POST('/api/tracking/{code}/petitions',
      { params: { path: { code: dossier }, header }, body }));
  }
  const asked = values.dossier.trim().toUpperCase();
  return ask(api.POST('/api/petitions', { params: { header }, body: asked === '' ? body
    : { ...body, dossier: asked, dossier_secret: values.dossier_secret.replace(/[\s-]/g, '') } }));
}

function useForm(subject: Subject) {
  const [key] = useState(newKey);
  return useCheckedForm<Values>({
    id: 'petition', start: start(),
    at: { 'tracking-not-found': 'dossier' },
    check: ({ kind, text }) => ({
      ...(!kind && { kind: t('form.kind.missing') }),
      ...(!text.trim() && { text: t('form.text.missing') }),
    }),
    send: async (values) => {
      const given: PetitionConfirmation = await send(values, subject, key);
      keepPetition(given);
      go(href(`/phan-anh/da-gui/${encodeURIComponent(given.code)}/`), { replace: true });
    },
  });
}

function DossierFields({ form }: { form: ReturnType<typeof useForm> }) {
  const { values } = form;
  return (
    <>
      <TextField value={values.dossier} autocomplete="off"
        onInput={(dossier) => form.set({ dossier })}
        field={form.frame('dossier', t('form.dossier'),
          { optional: true, hint: t('form.dossier.hint') })} />
      {values.dossier.trim() && (
        <TextField value={values.dossier_secret} autocomplete="off"
          onInput={(dossier_secret) => form.set({ dossier_secret })}
          field={form.frame('dossier_secret', t('form.secret'),
            { optional: true, hint: t('form.secret.hint') })} />
      )}
    </>
  );
}

function SenderFields({ form }: { form: ReturnType<typeof useForm> }) {
  const { values } = form;
  return (
    <section class="stack petition-who" aria-labelledby="petition-who">
      <h2 id="petition-who">{t('form.who')}</h2>
      <p>{t('form.who.lead')}</p>
      <TextField value={values.name} autocomplete="name" onInput={(name) => form.set({ name })}
        field={form.frame('name', t('form.name'), { optional: true })} />
      <TextField value={values.email} type="email" autocomplete="email"
        onInput={(email) => form.set({ email })}
        field={form.frame('email', t('form.email'), { optional: true })} />
      <TextField value={values.phone} type="tel" autocomplete="tel"
        onInput={(phone) => form.set({ phone })}
        field={form.frame('phone', t('form.phone'), { optional: true })} />
    </section>
  );
}

function Form({ kinds, subject }: { kinds: Named[]; subject: Subject }) {
  const form = useForm(subject);
  const { values } = form;
  return (
    <CheckedFormView of={form} send={t('form.send')}>
      <ChooseOne field={form.frame('kind', t('form.kind'))} chosen={values.kind || undefined}
        options={kinds.map((one) => ({ key: one.id, label: say(one.name) }))}
        onChoose={(kind) => form.set({ kind: kind ?? '' })} />
      <TextField lines={8} value={values.text} onInput={(text) => form.set({ text })}
        field={form.frame('text', t('form.text'), { hint: t('form.text.hint') })} />
      {!subject.dossier && !subject.again && <DossierFields form={form} />}
      <p class="muted">{t('form.conflict')}</p>
      <SenderFields form={form} />
      <Tick field={form.frame('may_publish', t('form.publish'), { optional: true })}
        ticked={values.may_publish} onTick={(may_publish) => form.set({ may_publish })} />
    </CheckedFormView>
  );
}

export function PetitionFormPage({ query }: PageProps) {
  const subject = { dossier: query.get('ho-so') ?? '', again: query.get('lai') ?? '' };
  const loaded = useLoaded(() => ask(api.GET('/api/petitions')), []);
  const signedIn = account.value;
  const crumbs = [{ label: t('title'), path: '/phan-anh/' }, { label: t('form.title') }];
  return (
    <LoadedPage from={signedIn === undefined ? { ...loaded, value: undefined } : loaded}
      crumbs={crumbs}>
      {(listed) => (
        <div class="petition-form stack">
          <PageHead title={t('form.title')} document_title={t('form.title')} />
          {subject.dossier && (
            <p class="strong">{t('form.about', { code: subject.dossier })}</p>
          )}
          {subject.again && <p class="strong">{t('form.again', { code: subject.again })}</p>}
          <Form kinds={listed.kinds} subject={subject} />
        </div>
      )}
    </LoadedPage>
  );
}
