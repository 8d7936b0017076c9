// One cell of a table, or a condition, asked of the server while it is typed: some time after the
// last key, one question at a time, what was answered kept.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { say } from '../../app/language';
import { t } from '../../text/designer_edit';
import { checkCell, type CellKind } from './desk';

const WAIT = 400;
const LONGEST = 2000;
const MOST = 500;
const known = new Map<string, string>();

async function askFor(kind: CellKind, text: string): Promise<string> {
  const key = `${kind} ${text}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const told = await checkCell(kind, text);
  const wrong = told.sound || !told.what ? ''
    : t('cell.wrong', { at: (told.at ?? 0) + 1, what: say(told.what) });
  if (known.size >= MOST) known.clear();
  known.set(key, wrong);
  return wrong;
}

/** What is wrong with the text, in the reader's language; empty while nothing is known. */
export function useCellCheck(kind: CellKind, text: string, typed: boolean): string {
  const [found, setFound] = useState({ text: '', wrong: '' });
  useEffect(() => {
    if (!typed || !text.trim() || text.length > LONGEST) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      askFor(kind, text).then((wrong) => { if (!over) setFound({ text, wrong }); },
        (error: unknown) => { if (!(error instanceof ProblemError)) throw error; });
    }, WAIT);
    return () => { over = true; clearTimeout(timer); };
  }, [kind, text, typed]);
  return found.text === text ? found.wrong : '';
}
