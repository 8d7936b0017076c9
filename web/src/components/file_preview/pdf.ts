// PDF.js at work: its worker from our own origin, no code made from text, no script of a file run.
import {
  getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type RenderTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

export interface Pdf { pages: number; document: PDFDocumentProxy; destroy: () => void }

export async function openPdf(address: string): Promise<Pdf> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const task = getDocument({
    data: await response.arrayBuffer(), isEvalSupported: false, enableXfa: false,
    useSystemFonts: true,  // where the file brings none
    useWorkerFetch: false, isOffscreenCanvasSupported: false,
  });
  const document = await task.promise;
  return { pages: document.numPages, document, destroy: () => void task.destroy() };
}

/** @param larger how much wider than its frame the page is drawn */
export function drawPage(
  { document }: Pdf, number: number, canvas: HTMLCanvasElement, larger: number,
): { done: Promise<void>; stop: () => void } {
  let task: RenderTask | undefined;
  let stopped = false;
  const done = (async () => {
    const page = await document.getPage(number);
    const context = canvas.getContext('2d');
    if (stopped || !context) return;
    const width = (canvas.parentElement?.clientWidth ?? 600) * larger;
    const scale = width / page.getViewport({ scale: 1 }).width * Math.min(devicePixelRatio, 2);
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    task = page.render({ canvasContext: context, viewport });
    await task.promise;
  })().catch((error: unknown) => { if (!stopped) throw error; });
  return { done, stop: () => { stopped = true; task?.cancel(); } };
}

export async function wordsOf({ document }: Pdf, number: number): Promise<string> {
  const content = await (await document.getPage(number)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
    .replace(/\s+/g, ' ').trim();
}
