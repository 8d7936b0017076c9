// A PDF file to check: chosen, or dropped upon the field. The native input lies over the whole
// place, so that both come from the browser and the keyboard works as ever.
import { useState } from 'preact/hooks';
import { Icon } from '../../../components/icon/icon';
import { showSize } from '../../../display/numbers';
import { t } from '../../../text/verify';

const MOST_BYTES = 20 << 20;

interface Props { busy: boolean; onAsk: (file: File) => void }

function faultOf(file: File): string | undefined {
  const { name, size, type } = file;
  if (type !== 'application/pdf' && !/\.pdf$/i.test(name)) return t('file.kind', { name });
  return size > MOST_BYTES ? t('file.size', { name, size: showSize(size) }) : undefined;
}

export function FileField({ busy, onAsk }: Props) {
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  const fault = file && faultOf(file);
  const choose = (input: HTMLInputElement) => {
    const chosen = input.files?.[0];
    setOver(false);
    setFile(chosen);
    if (chosen && !busy && !faultOf(chosen)) onAsk(chosen);
    input.value = '';
  };
  return (
    <div class="verify-file">
      <p>{t('file.lead')}</p>
      <div class={over ? 'verify-drop over' : 'verify-drop'}>
        <Icon name="upload" />
        <label class="strong" for="verify-file">{t('file.choose')}</label>
        <p class="muted small" id="verify-file-rule">{t('file.rule')}</p>
        <input id="verify-file" type="file" accept=".pdf,application/pdf"
          aria-describedby="verify-file-rule" aria-invalid={fault ? true : undefined}
          onDragEnter={() => setOver(true)} onDragLeave={() => setOver(false)}
          onChange={(event) => choose(event.currentTarget)} />
      </div>
      <p role="status" class={fault ? 'verify-fault' : undefined}>
        {fault ?? (busy && file ? t('file.checking', { name: file.name }) : '')}
      </p>
    </div>
  );
}
