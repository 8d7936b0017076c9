// Files that came with malware in them: named, never opened.
import { useLoaded } from '../../api/use_loaded';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showMoment } from '../../display/moments';
import { showSize } from '../../display/numbers';
import { t } from '../../text/scans';
import { listQuarantine, type QuarantinedFile } from './desk';
import { useLive } from './live';
import './quarantine.css';

function Item({ file }: { file: QuarantinedFile }) {
  return (
    <li class="card pad">
      <h2>{file.name}</h2>
      <dl>
        <div><dt>{t('quarantine.virus')}</dt><dd class="strong">{file.virus}</dd></div>
        <div>
          <dt>{t('quarantine.when')}</dt>
          <dd>{showMoment(file.at)}, {showSize(file.size)}</dd>
          {file.signatures && <dd class="muted small">{file.signatures}</dd>}
        </div>
        <div><dt>{t('quarantine.digest')}</dt><dd><code>{file.sha256}</code></dd></div>
      </dl>
    </li>
  );
}

export function QuarantinePage() {
  const loaded = useLoaded(listQuarantine, []);
  useLive((change) => { if (change.kind === 'scan') loaded.reload(); });
  const found = loaded.value;
  return (
    <main id="main" class="list stack quarantine">
      <PageHead title={t('quarantine')} document_title={t('quarantine')} />
      <p class="muted">{t('quarantine.lead')}</p>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!found && !loaded.problem && <Loading />}
      {found && !found.scanner && <Notice kind="info"><p>{t('quarantine.off')}</p></Notice>}
      {found?.items.length === 0 && <p>{t('quarantine.none')}</p>}
      <ul>{found?.items.map((file) => <Item key={file.sha256} file={file} />)}</ul>
    </main>
  );
}
