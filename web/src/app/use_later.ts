// A part of the program fetched when it is wanted: undefined until it is there. Where it cannot be
// fetched, it is tried again when the network is back.
import { useEffect, useState } from 'preact/hooks';

export function useLater<Part>(load: () => Promise<Part>, wanted = true): Part | undefined {
  const [part, setPart] = useState<{ is: Part }>();
  useEffect(() => {
    if (!wanted || part) return undefined;
    const fetchPart = () => { load().then((is) => setPart({ is }), () => undefined); };
    fetchPart();
    addEventListener('online', fetchPart);
    return () => removeEventListener('online', fetchPart);
  }, [wanted]);
  return part?.is;
}
