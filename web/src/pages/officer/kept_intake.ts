// The intake being typed, kept in this tab so that a reload loses nothing. Gone with the tab, after
// registering and on signing out; another officer never sees it.
import type { CounterForm, PaperRow } from './counter_state';

const KEY = 'motcua.intake';

export interface Sent { body: string; key: string }

export interface KeptIntake {
  officer: string;
  procedure?: string;
  typed: Omit<CounterForm, 'procedure' | 'papers'>;
  papers: ({ id: string } & Omit<PaperRow, 'paper'>)[];
  sent: Sent;  // the same intake sent again after a reload is still registered once
}

export function keepIntake(officer: string, form: CounterForm, sent: Sent): void {
  const { procedure, papers, ...typed } = form;
  const kept: KeptIntake = {
    officer, typed, sent, procedure: procedure?.id,
    papers: papers.map(({ paper, ...row }) => ({ id: paper.id, ...row })),
  };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // a browser that keeps nothing: the form works all the same
  }
}

export function keptIntake(officer: string): KeptIntake | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as KeptIntake | null;
    return kept?.officer === officer ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function forgetIntake(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept either
  }
}
