import { describe, expect, it } from 'vitest';
import {
  BLANK, checkForm, intakeOf, missingPapers, restored, withCase, withPaper, withProcedure,
} from './counter_state';
import type { Procedure } from './shapes';

const text = (vi: string) => ({ vi, en: vi });
const paper = (id: string, required: boolean) => ({
  id, name: text(id), required, originals: 1, copies: 0,
});
const one_case = (id: string, papers: string[]) => ({
  id, name: text(id), decided_by: text('Sở'), papers, terms: [], steps: [],
});
const procedure = {
  id: 'travel', version: 1, papers: [paper('request', true), paper('invitation', false)],
  cases: [one_case('city', ['request']), one_case('department', ['request', 'invitation'])],
} as unknown as Procedure;

const named = {
  ...withProcedure(BLANK, procedure), applicant: { ...BLANK.applicant, name: ' Sở Du lịch ' },
};

describe('an intake at the counter', () => {
  it('asks the papers of the chosen case', () => {
    expect(withCase(named, 'city').papers.map((row) => row.paper.id)).toEqual(['request']);
    expect(withCase(named, 'department').papers.map((row) => row.present)).toEqual([true, false]);
  });
  it('leaves a paper that depends on the case to the officer', () => {
    const conditional = { ...paper('notice', true), condition: 'leader.party_managed' };
    const form = withProcedure(BLANK, { ...procedure, papers: [conditional],
      cases: [one_case('all', ['notice'])] } as unknown as Procedure);
    expect(form.papers[0]?.present).toBe(false);
    expect(missingPapers(form)).toEqual([]);
  });
  it('sends what is there, without blanks', () => {
    expect(intakeOf(withCase(named, 'city'))).toEqual({
      procedure: 'travel', case: 'city', outcome: 'received', channel: 'counter',
      applicant: { kind: 'organisation', name: 'Sở Du lịch' }, collect_at: 'counter',
      papers: [{ paper: 'request', originals: 1, copies: 0 }],
    });
  });
  it('says what is lacking, with no copies counted for it', () => {
    const guided = withPaper({ ...withCase(named, 'city'), outcome: 'guided' as const }, 'request',
      { present: false, lacking: 'chưa ký' });
    expect(missingPapers(guided)).toHaveLength(1);
    expect(intakeOf(guided).papers).toEqual([
      { paper: 'request', originals: 0, copies: 0, lacking: 'chưa ký' },
    ]);
  });
  it('names what must be filled in, in the order of the page', () => {
    const refused = { ...BLANK, outcome: 'refused' as const, late: true };
    expect(checkForm(refused).map((error) => error.field))
      .toEqual(['procedure', 'name', 'reason', 'actual', 'actual_reason']);
    expect(checkForm(named)).toEqual([]);
  });
});

describe('an intake kept through a reload', () => {
  const kept = {
    officer: 'lan', procedure: 'travel', sent: { body: '', key: '' },
    typed: { ...BLANK, case: 'department', summary: 'Đi dự hội chợ' },
    papers: [{ id: 'request', present: false, originals: 0, copies: 2, lacking: 'chưa có dấu' },
      { id: 'abolished', present: true, originals: 1, copies: 0, lacking: '' }],
  };
  it('comes back with what was said of each paper', () => {
    const form = restored(kept, procedure);
    expect(form.summary).toBe('Đi dự hội chợ');
    expect(form.papers.map((row) => [row.paper.id, row.present, row.copies, row.lacking]))
      .toEqual([['request', false, 2, 'chưa có dấu'], ['invitation', false, 0, '']]);
  });
  it('shows what was typed before the procedure has been read again', () => {
    expect(restored(kept)).toMatchObject({ case: '', summary: 'Đi dự hội chợ', papers: [] });
  });
});
