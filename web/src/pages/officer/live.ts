// Live updates by server-sent events: which dossiers changed, and jumps of the demonstration
// clock. One connection per page; the browser reconnects by itself.
import { useEffect, useRef } from 'preact/hooks';

export interface Change { kind: 'dossier' | 'clock'; code?: string; version?: number }

function readChange(kind: Change['kind'], text: string): Change {
  try {
    const told = JSON.parse(text) as { code?: string; version?: number };
    return { kind, code: told.code, version: told.version };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind };
    throw error;
  }
}

/** Calls `onChange` for every event while the component is shown. */
export function useLive(onChange: (change: Change) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const source = new EventSource('/api/events');
    const told = (kind: Change['kind']) => (event: MessageEvent<string>) => {
      latest.current(readChange(kind, event.data));
    };
    source.addEventListener('dossier', told('dossier'));
    source.addEventListener('clock', told('clock'));
    return () => source.close();
  }, []);
}
