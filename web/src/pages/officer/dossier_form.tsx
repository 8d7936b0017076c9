// What was applied for: applicant, answers of the form, and the supplement asked for.
import { say } from '../../app/language';
import { showMoment } from '../../display/moments';
import { t } from '../../text/officer';
import { Card, Facts } from './facts';
import type { Dossier } from './shapes';

export function ApplicantCard({ dossier }: { dossier: Dossier }) {
  const { applicant } = dossier;
  const registered = dossier.registered_at && dossier.registered_at !== dossier.received_at
    ? t('registered_by', {
      at: showMoment(dossier.registered_at), who: dossier.registered_by ?? '',
    }) : '';
  return (
    <Card id="applicant" title={t('applicant_title')}>
      <Facts rows={[
        [t('applicant_name'), applicant.name],
        [t('applicant_kind'), applicant.kind && t(`kind_${applicant.kind}`)],
        [t('applicant_identity'), applicant.identity],
        [t('applicant_address'), applicant.address],
        [t('applicant_phone'), applicant.phone
          && <a href={`tel:${applicant.phone.replace(/[^+\d]/g, '')}`}>{applicant.phone}</a>],
        [t('applicant_email'), applicant.email
          && <a href={`mailto:${applicant.email}`}>{applicant.email}</a>],
        [t('channel_label'), t(`channel_${dossier.channel}`)],
        [t('received_label'), dossier.received_at && showMoment(dossier.received_at)],
        [t('registered_label'), registered],
      ]} />
      {dossier.generated && <p class="muted">{t('generated_full')}</p>}
    </Card>
  );
}

export function AppliedCard({ dossier }: { dossier: Dossier }) {
  return (
    <Card id="applied" title={t('form_title')}>
      <Facts rows={[
        [t('case_label'), say(dossier.case_name)],
        [t('summary_label'), dossier.summary],
        ...dossier.answers.map((answer): [string, string] => (
          [say(answer.label), say(answer.value)])),
      ]} />
      {dossier.answers.length === 0 && <p class="muted">{t('form_empty')}</p>}
    </Card>
  );
}

export function SupplementCard({ dossier }: { dossier: Dossier }) {
  const asked = dossier.supplement;
  if (!asked) return null;
  return (
    <Card id="supplement" title={t('supplement_title')}>
      <p class="muted">
        {[t('supplement_meta', { at: showMoment(asked.requested_at), by: asked.by ?? '' }),
          asked.document && t('document_no', { number: asked.document }),
          asked.until && t('supplement_until', { until: showMoment(asked.until) })]
          .filter(Boolean).join(' · ')}
      </p>
      {asked.reason && <p>{asked.reason}</p>}
      <ul class="effects">
        {asked.items.map((item) => (
          <li key={item.paper}><b>{say(item.name)}:</b> {item.what}</li>
        ))}
      </ul>
    </Card>
  );
}
