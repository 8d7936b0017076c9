// The papers of a dossier: what was received, and what the check found.
import type { ComponentChildren } from 'preact';
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

/** How a file is shown to whoever may open it; without it by its name alone. */
type Show = (file: PaperFile) => ComponentChildren;

function Received({ paper, show }: { paper: Paper; show?: Show }) {
  const onPaper = [
    paper.originals ? t('paper.originals', { count: paper.originals }) : '',
    paper.copies ? t('paper.copies', { count: paper.copies }) : '',
  ].filter(Boolean).join(', ');
  if (!paper.files.length) return <>{onPaper || t('paper.nothing')}</>;
  return (
    <ul>
      {paper.files.map((file) => (
        <li key={file.id}>{show ? show(file) : (
          <>{file.name}<br /><span class="muted small">{fileFacts(file)}</span></>
        )}</li>
      ))}
    </ul>
  );
}

function Checked({ paper }: { paper: Paper }) {
  if (paper.check === 'sound') return <Badge kind="done">{t('paper.sound')}</Badge>;
  if (paper.check === 'lacking') return <Badge kind="soon">{t('paper.lacking')}</Badge>;
  return <Badge kind="plain">{t('paper.unchecked')}</Badge>;
}

export function PaperTable({ papers, show }: { papers: Paper[]; show?: Show }) {
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
            <td><Received paper={paper} show={show} /></td>
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
