// A paper looked at in the page: a picture as it is, a PDF page by page. Fetched only when somebody
// asks; the part that reads PDF only for one.
import type { Schemas } from '../../api/client';
import { useLater } from '../../app/use_later';
import { t } from '../../text/preview';
import { Dialog } from '../dialog/dialog';
import { Icon } from '../icon/icon';
import { Loading } from '../loading/loading';
import './file_preview.css';

interface Props { file: Schemas['PaperFile']; address: string; onClose: () => void }

export function FilePreview({ file, address, onClose }: Props) {
  const pdf = file.media_type === 'application/pdf';
  const pages = useLater(() => import('./pdf_pages'), pdf);
  return (
    <Dialog title={file.name} onClose={onClose}>
      <div class="file-preview stack">
        {!pdf && (
          <img class="preview-sheet" src={address} alt={t('picture', { name: file.name })} />
        )}
        {pdf && (pages ? <pages.PdfPages name={file.name} address={address} /> : <Loading />)}
        <p>
          <a class="preview-open" href={address} target="_blank" rel="noopener">
            <Icon name="attach" />{t('open')}
          </a>
        </p>
      </div>
    </Dialog>
  );
}
