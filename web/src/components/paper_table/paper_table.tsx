// The papers of a dossier: what was received, and what the check found.
import type { Schemas } from '../../api/client';
import { showShortMoment } from '../../display/moments';
import { showSize } from '../../display/numbers';
import { t } from '../../text/promise';
import { Badge } from '../badge/badge';
import { Say } from '../say/say';
import './paper_table.css';

type Paper = Schemas['DossierPaper'];
type PaperFile = Schemas['PaperFile'];

/** "2 trang, 1,8 MB, 09:11 T4 12/04" */
export function fileFacts(file: PaperFile): string {
  const pages = file.pages ? t('paper.pages', { count: file.pages }) + ', ' : '';
  return `${pages}${showSize(file.size)}, ${showShortMoment(file.received_at)}`;
}

function Received({ paper }: { paper: Paper }) {
  const onPaper = [
    paper.originals ? t('paper.originals', { count: paper.originals }) : '',
    paper.copies ? t('paper.copies', { count: paper.copies }) : '',
  ].filter(Boolean).join(', ');
  if (!paper.files.length) return <>{onPaper || t('paper.nothing')}</>;
  return (
    <ul>
      {paper.files.map((file) => (
        <li key={file.id}>{file.name}<br /><span class="muted small">{fileFacts(file)}</span></li>
      ))}
    </ul>
  );
}

function Checked({ paper }: { paper: Paper }) {
  if (paper.check === 'sound') return <Badge kind="done">{t('paper.sound')}</Badge>;
  if (paper.check === 'lacking') return <Badge kind="soon">{t('paper.lacking')}</Badge>;
  return <Badge kind="plain">{t('paper.unchecked')}</Badge>;
}

export function PaperTable({ papers }: { papers: Paper[] }) {
  return (
    <table class="paper-table">
      <thead>
        <tr>
          <th scope="col">{t('paper.paper')}</th>
          <th scope="col">{t('paper.received')}</th>
          <th scope="col">{t('paper.check')}</th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <tr key={paper.paper}>
            <td class="strong"><Say of={paper.name} /></td>
            <td><Received paper={paper} /></td>
            <td>
              <Checked paper={paper} />
              {paper.check_note && <p class="small">{paper.check_note}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
