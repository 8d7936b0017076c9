// Live updates by server-sent events: which dossiers changed, and jumps of the demonstration
// clock. One connection for the whole page, open while somebody listens; the browser reconnects
// by itself.
import { useEffect, useRef } from 'preact/hooks';
import { office } from '../../app/office';

export interface Change { kind: 'dossier' | 'clock'; code?: string; version?: number }

interface Told { code?: string; version?: number; now?: string }

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

function hear(kind: Change['kind'], event: MessageEvent<string>): void {
  const told = readTold(event.data);
  if (kind === 'clock' && told.now && office.value) {
    office.value = { ...office.value, now: told.now };
  }
  for (const listener of listeners) listener({ kind, code: told.code, version: told.version });
}

function open(): EventSource {
  const opened = new EventSource('/api/events');
  opened.addEventListener('dossier', (event) => hear('dossier', event));
  opened.addEventListener('clock', (event) => hear('clock', event));
  return opened;
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
