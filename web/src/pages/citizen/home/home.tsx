// The citizens' first page.
import { PageHead } from '../../../components/page_head/page_head';
import { t } from '../../../text/citizen';

export function Home() {
  return (
    <main id="main" class="wrap">
      <PageHead title={t('home.title')} document_title={t('home.title')} />
    </main>
  );
}
