// Many days in a row skipped for one reason (a long pause) read as one line, first to last.
import type { Schemas } from '../../api/client';

type Day = Schemas['Day'];
export interface Run { first: Day; last: Day }

const LONG = 4;

export function runsOf(days: Day[]): Run[] {
  const runs: Day[][] = [];
  for (const day of days) {
    const open = runs.at(-1);
    const before = open?.[0];
    const goesOn = before && !day.counted && !before.counted && before.text.vi === day.text.vi;
    if (open && goesOn) open.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length >= LONG) return [{ first, last }];
    return run.map((day) => ({ first: day, last: day }));
  });
}
