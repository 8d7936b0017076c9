// Where a value of a draft rests: as it is written in the file, and below it in words, as everybody
// else reads it.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { say } from '../../app/language';
import { Badge } from '../../components/badge/badge';
import { t } from '../../text/designer_edit';
import { tellSource, type SourceWords } from './desk';
import { Line } from './parts';

const WAIT = 400;
const LONGEST = 2000;
const MOST = 300;
const known = new Map<string, SourceWords>();

function useWords(text: string): SourceWords | undefined {
  const [found, setFound] = useState<{ text: string; words: SourceWords }>();
  useEffect(() => {
    if (!text.trim() || text.length > LONGEST) return undefined;
    const kept = known.get(text);
    if (kept) { setFound({ text, words: kept }); return undefined; }
    let over = false;
    const timer = setTimeout(() => {
      tellSource(text).then((words) => {
        if (known.size >= MOST) known.clear();
        known.set(text, words);
        if (!over) setFound({ text, words });
      }, (error: unknown) => { if (!(error instanceof ProblemError)) throw error; });
    }, WAIT);
    return () => { over = true; clearTimeout(timer); };
  }, [text]);
  return found?.text === text ? found.words : undefined;
}

export function BasisLine({ id, value, onInput, optional }:
  { id: string; value: string; onInput: (text: string) => void; optional?: boolean }) {
  const words = useWords(value);
  const shown = words && (say(words.words) !== value || !words.checked);
  return (
    <div>
      <Line id={id} label={t('item.basis')} optional={optional} value={value} onInput={onInput} />
      {shown && (
        <p class="muted smaller">{t('item.basis_read', { words: say(words.words) })}
          {!words.checked && <> <Badge kind="soon">{t('item.basis_unchecked')}</Badge></>}</p>
      )}
    </div>
  );
}
