// One file of a paper: its name, which opens it, a look at it in the page, where it was taken from,
// and the signatures in it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client';
import { useLater } from '../../app/use_later';
import { t } from '../../text/paper_file';
import { Icon } from '../icon/icon';
import { fileFacts } from '../paper_table/paper_table';
import './paper_file.css';

type File = Schemas['PaperFile'];

interface Props {
  file: File;
  /** of the content, for whoever looks at it; none: it does not open */
  address: string | undefined;
  children?: ComponentChildren;
}

export function PaperFile({ file, address, children }: Props) {
  const signed = useLater(() => import('../file_signatures/file_signatures'),
    Boolean(file.signatures && address));
  const [looking, setLooking] = useState(false);
  const preview = useLater(() => import('../file_preview/file_preview'), looking);
  const picture = file.media_type.startsWith('image/');
  return (
    <div class="paper-file">
      {picture && address && <img src={address} alt="" loading="lazy" width="64" height="64" />}
      <div>
        {address ? (
          <>
            <a class="paper-file-name" href={address} target="_blank" rel="noopener">
              <Icon name="attach" />{file.name}<span class="unseen"> {t('new_tab')}</span>
            </a>
            <button type="button" class="button quiet compact paper-file-view"
              onClick={() => setLooking(true)}>
              {t('view')}<span class="unseen"> {file.name}</span>
            </button>
          </>
        ) : <span class="paper-file-name"><Icon name="attach" />{file.name}</span>}
        <p class="muted small">{fileFacts(file)}</p>
        {file.origin && <p class="small">{t('origin', { code: file.origin })}</p>}
        {children}
        {signed && address && <signed.FileSignatures address={address} />}
        {looking && preview && address && (
          <preview.FilePreview file={file} address={address} onClose={() => setLooking(false)} />
        )}
      </div>
    </div>
  );
}
