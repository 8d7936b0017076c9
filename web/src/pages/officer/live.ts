// Live updates by server-sent events: which dossiers changed, papers scanned, and jumps of the
// demonstration clock. One connection for the whole page, open while somebody listens. The browser
// reconnects by itself, except after a refusal; what happened meanwhile is told to nobody, so
// listeners hear "missed" once the connection is back.
import { useEffect, useRef } from 'preact/hooks';
import { office } from '../../app/office';

export interface Change { kind: 'dossier' | 'clock' | 'scan' | 'missed'; code?: string;
  version?: number }

interface Told { code?: string; version?: number; now?: string }

const AGAIN_MS = 10_000;
const listeners = new Set<(change: Change) => void>();
let source: EventSource | undefined;

function readTold(text: string): Told {
  try {
    return JSON.parse(text) as Told;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function tell(change: Change): void {
  for (const listener of listeners) listener(change);
}

function hear(kind: Change['kind'], event: MessageEvent<string>): void {
  const told = readTold(event.data);
  if (kind === 'clock' && told.now && office.value) {
    office.value = { ...office.value, now: told.now };
  }
  tell({ kind, code: told.code, version: told.version });
}

function open(again = false): EventSource {
  const opened = new EventSource('/api/events');
  let missing = again;
  opened.addEventListener('open', () => {
    if (missing) tell({ kind: 'missed' });
    missing = false;
  });
  opened.addEventListener('error', () => {
    missing = true;
    if (opened.readyState === EventSource.CLOSED) openLater(opened);
  });
  opened.addEventListener('dossier', (event) => hear('dossier', event));
  opened.addEventListener('scan', (event) => hear('scan', event));
  opened.addEventListener('clock', (event) => hear('clock', event));
  return opened;
}

/** The server refused (restarting, or the session has ended): the browser does not try again. */
function openLater(refused: EventSource): void {
  setTimeout(() => { if (source === refused) source = open(true); }, AGAIN_MS);
}

function listen(listener: (change: Change) => void): () => void {
  listeners.add(listener);
  source ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    source?.close();
    source = undefined;
  };
}

/** Calls `onChange` for every event while the component is shown. */
export function useLive(onChange: (change: Change) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => listen((change) => latest.current(change)), []);
}
