// Ask for a dossier by its two codes; also where a receipt's QR code leads.
import { useState } from 'preact/hooks';
import type { PageProps } from '../../../app/router';
import { PageHead } from '../../../components/page_head/page_head';
import { t } from '../../../text/citizen';
import { LookUpForm } from '../parts/look_up_form';
import { AccountHint } from '../parts/account_hint';
import { Page } from '../parts/page';
import './look_up.css';

export function LookUp({ query }: PageProps) {
  const [secret] = useState(() => decodeURIComponent(location.hash.slice(1)));
  return (
    <Page crumbs={[{ label: t('track.title') }]}>
      <div class="look-up-page stack">
        <PageHead title={t('track.title')} document_title={t('track.title')} />
        <p>{t('track.lead')}</p>
        <LookUpForm code={query.get('code') ?? ''} secret={secret} />
        <AccountHint words={t('track.account')} />
        <section aria-labelledby="track-help">
          <h2 id="track-help">{t('track.help')}</h2><p>{t('track.help.text')}</p>
        </section>
      </div>
    </Page>
  );
}
