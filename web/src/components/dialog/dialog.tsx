// A modal question. The browser's own <dialog> keeps the focus inside and gives it back.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../text/kit';
import { Icon } from '../icon/icon';
import './dialog.css';

interface Props { title: string; onClose: () => void; children: ComponentChildren }

export function Dialog({ title, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => { box.current?.showModal(); }, []);
  return (
    <dialog class="dialog" ref={box} aria-labelledby="dialog-title" onClose={onClose}>
      <div class="dialog-head">
        <h2 id="dialog-title" tabIndex={-1} autofocus>{title}</h2>
        <button type="button" class="dialog-close" onClick={() => box.current?.close()}>
          <Icon name="close" /><span class="unseen">{t('close')}</span>
        </button>
      </div>
      <div class="dialog-body stack">{children}</div>
    </dialog>
  );
}
