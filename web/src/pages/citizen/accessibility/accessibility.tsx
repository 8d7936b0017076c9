// The accessibility statement: what is promised, how it is checked, what is known to be missing,
// whom to tell.
import { language, say } from '../../../app/language';
import { office } from '../../../app/office';
import { PageHead } from '../../../components/page_head/page_head';
import { t } from '../../../text/accessibility';
import { Page } from '../parts/page';
import './accessibility.css';

const plainHref = language === 'en' ? '/ban-don-gian/?lang=en' : '/ban-don-gian/';
const CAN = ['keyboard', 'reader', 'zoom', 'colour', 'paper', 'words'] as const;
const MISSING = ['slips', 'papers', 'diagram', 'people'] as const;

export function Accessibility() {
  const here = office.value;
  return (
    <Page crumbs={[{ label: t('title') }]}>
      <div class="statement stack">
        <PageHead title={t('title')} document_title={t('title')} />
        <p>{t('lead')}</p>
        <p>{t('status')}</p>
        <h2>{t('can')}</h2>
        <ul>{CAN.map((one) => <li key={one}>{t(`can.${one}`)}</li>)}</ul>
        <h2>{t('checked')}</h2>
        <p>{t('checked.text')}</p>
        <h2>{t('missing')}</h2>
        <ul>{MISSING.map((one) => <li key={one}>{t(`missing.${one}`)}</li>)}</ul>
        <h2>{t('other')}</h2>
        <ul>
          <li><a href={plainHref}>{t('other.plain')}</a></li>
          <li>{t('other.counter')}</li>
        </ul>
        <h2>{t('tell')}</h2>
        <p>{t('tell.text')}</p>
        {here && (
          <p>{say(here.name)}, {say(here.address)}{here.phone && `, ${here.phone}`}</p>
        )}
      </div>
    </Page>
  );
}
