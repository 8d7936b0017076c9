// The pages of a PDF, one at a time: drawn on a canvas, its words beside it for who does not see
// it. By buttons, by the arrow and page keys; larger on demand, then moved about in its own frame.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../text/preview';
import { Icon } from '../icon/icon';
import { Loading } from '../loading/loading';
import { drawPage, openPdf, wordsOf, type Pdf } from './pdf';

interface Props { name: string; address: string }

const STEPS: Record<string, number> =
  { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
const LARGE = 2;

function usePdf(address: string) {
  const [pdf, setPdf] = useState<Pdf>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const opening = openPdf(address);
    opening.then(setPdf, () => setFailed(true));
    return () => { opening.then((open) => open.destroy(), () => undefined); };
  }, [address]);
  return { pdf, failed, fail: () => setFailed(true) };
}

function Sheet({ pdf, number, large, label, onFail }:
  { pdf: Pdf; number: number; large: boolean; label: string; onFail: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!canvas.current) return undefined;
    const drawing = drawPage(pdf, number, canvas.current, large ? LARGE : 1);
    drawing.done.catch(onFail);
    wordsOf(pdf, number).then(setWords, () => setWords(''));
    return drawing.stop;
  }, [pdf, number, large]);
  return (
    <div class={large ? 'preview-frame large' : 'preview-frame'} tabIndex={0} role="region"
      aria-label={label}>
      <canvas ref={canvas} class="preview-sheet" role="img" aria-label={label} />
      <p class="unseen">{words}</p>
    </div>
  );
}

export function PdfPages({ name, address }: Props) {
  const { pdf, failed, fail } = usePdf(address);
  const [number, setNumber] = useState(1);
  const [large, setLarge] = useState(false);
  if (failed) return <p class="strong" role="alert">{t('failed')}</p>;
  if (!pdf) return <Loading />;
  const turn = (by: number) =>
    setNumber((now) => Math.min(pdf.pages, Math.max(1, now + by)));
  const onKey = (event: KeyboardEvent) => {
    const by = large && event.key.startsWith('Arrow') ? undefined : STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    turn(by);
  };
  const place = t('page', { number, count: pdf.pages });
  return (
    <div class="stack" onKeyDown={onKey}>
      <div class="preview-bar">
        <button type="button" class="button secondary compact" aria-disabled={number === 1}
          onClick={() => turn(-1)}>{t('before')}</button>
        <p role="status">{place}</p>
        <button type="button" class="button secondary compact" aria-disabled={number === pdf.pages}
          onClick={() => turn(1)}>{t('after')}</button>
        <button type="button" class="button quiet compact" aria-pressed={large}
          onClick={() => setLarge(!large)}><Icon name="search" />{t('larger')}</button>
      </div>
      <Sheet pdf={pdf} number={number} large={large} label={`${name}, ${place}`} onFail={fail} />
    </div>
  );
}
