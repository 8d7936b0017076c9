// What surrounds every citizens' page.
import type { ComponentChildren } from 'preact';
import { DemoBar } from '../../../components/demo_bar/demo_bar';
import { Footer } from '../../../components/footer/footer';
import { TopBar } from '../../../components/top_bar/top_bar';
import { address } from '../../../app/router';
import { say, withoutLanguage } from '../../../app/language';
import { office } from '../../../app/office';
import { t } from '../../../text/citizen';
import './frame.css';

/** On paper the page begins with the office. */
function PrintHead() {
  const here = office.value;
  if (!here) return null;
  return (
    <header class="print-only">
      <b>{say(here.name)}</b> · {say(here.address)}{here.phone && ` · ${here.phone}`}
    </header>
  );
}

export function Frame({ children }: { children: ComponentChildren }) {
  const path = withoutLanguage(address.value);
  const link = (to: string, label: string) =>
    ({ path: to, label, current: path.startsWith(to) });
  return (
    <div class="frame">
      <TopBar links={[
        link('/thu-tuc/', t('nav.procedures')),
        link('/tra-cuu/', t('nav.tracking')),
        link('/ho-so-nhap/', t('nav.drafts')),
      ]} />
      <DemoBar />
      <PrintHead />
      <div class="frame-page">{children}</div>
      <Footer />
    </div>
  );
}
