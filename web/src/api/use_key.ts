// One key for one intention: the same thing sent again carries the same key.
import { useRef } from 'preact/hooks';
import { newKey } from './client';

export function useKey(): (...intention: unknown[]) => string {
  const last = useRef({ body: '', key: '' });
  return (...intention) => {
    const body = JSON.stringify(intention);
    if (last.current.body !== body) last.current = { body, key: newKey() };
    return last.current.key;
  };
}
