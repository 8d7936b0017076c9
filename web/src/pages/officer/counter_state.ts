// What an officer types at the counter, and the intake it becomes. Presence is checked here for
// the person's sake; whether the intake is right is the server's to say.
import { isRealDate } from '../../form/check';
import type { Answers } from '../../form/schema';
import { t } from '../../text/officer';
import { isBlank, NO_DATE, writeMoment, type FieldError, type TypedDate } from './act_input';
import type { KeptIntake } from './kept_intake';
import type { Applicant, CounterIntake, Paper, Procedure } from './shapes';

export type Outcome = CounterIntake['outcome'];
export type Way = NonNullable<CounterIntake['channel']>;
export type Collect = NonNullable<CounterIntake['collect_at']>;

export interface PaperRow { paper: Paper; present: boolean; originals: number; copies: number;
  lacking: string }

export interface CounterForm {
  procedure?: Procedure;
  case: string;
  channel: Way;
  applicant: Required<Applicant>;
  summary: string;
  answers: Answers;
  papers: PaperRow[];
  outcome: Outcome;
  reason: string;
  late: boolean;
  actual: TypedDate;
  actual_reason: string;
  collect: Collect;
}

export const BLANK: CounterForm = {
  case: '', channel: 'counter', summary: '', answers: {}, papers: [], outcome: 'received',
  reason: '', late: false, actual: NO_DATE, actual_reason: '', collect: 'counter',
  applicant: { kind: 'organisation', name: '', identity: '', address: '', phone: '', email: '' },
};

/** Always asked; a paper with a condition may not be for this applicant. */
export function isNeeded(paper: Paper): boolean {
  return paper.required && !paper.condition;
}

/** The papers of a case, filled in as the procedure asks; all of them where no case is known. */
export function papersOf(procedure: Procedure, case_id: string): PaperRow[] {
  const asked = procedure.cases.find((one) => one.id === case_id)?.papers;
  return procedure.papers
    .filter((paper) => !asked || asked.includes(paper.id))
    .map((paper) => ({
      paper, present: isNeeded(paper), originals: paper.originals, copies: paper.copies,
      lacking: '',
    }));
}

/** A procedure of one case needs no choosing. */
export function withProcedure(form: CounterForm, procedure: Procedure): CounterForm {
  const only = procedure.cases.length === 1 ? procedure.cases[0]?.id ?? '' : '';
  return { ...form, procedure, case: only, answers: {}, papers: papersOf(procedure, only) };
}

export function withCase(form: CounterForm, case_id: string): CounterForm {
  if (!form.procedure) return form;
  return { ...form, case: case_id, papers: papersOf(form.procedure, case_id) };
}

/** A kept intake as it was typed; its papers only with the procedure they belong to. */
export function restored({ typed, papers }: KeptIntake, procedure?: Procedure): CounterForm {
  const applicant = { ...BLANK.applicant, ...typed.applicant };
  const form: CounterForm = { ...BLANK, ...typed, applicant, procedure };
  if (!procedure) return { ...form, case: '' };
  return { ...form, papers: papersOf(procedure, form.case).map((row) => {
    const { id, ...kept } = papers.find((one) => one.id === row.paper.id) ?? { id: '' };
    return id ? { ...row, ...kept } : row;
  }) };
}

export function withPaper(form: CounterForm, id: string, part: Partial<PaperRow>): CounterForm {
  return { ...form, papers: form.papers.map((row) => (
    row.paper.id === id ? { ...row, ...part } : row)) };
}

export function missingPapers(form: CounterForm): PaperRow[] {
  return form.papers.filter((row) => isNeeded(row.paper) && !row.present);
}

/** What must be filled in before it is sent, in the order of the page. */
export function checkForm(form: CounterForm): FieldError[] {
  const errors: FieldError[] = [];
  const need = (holds: boolean, field: string, message: string) => {
    if (!holds) errors.push({ field, message });
  };
  need(Boolean(form.procedure), 'procedure', t('fill_in', { field: t('counter_procedure') }));
  need(Boolean(form.applicant.name.trim()), 'name', t('fill_in', { field: t('applicant_name') }));
  if (form.outcome === 'guided') {
    need(form.papers.some((row) => row.lacking.trim() || !row.present), 'outcome',
      t('counter_fill_lacking'));
  }
  if (form.outcome === 'refused') {
    need(Boolean(form.reason.trim()), 'reason', t('fill_in', { field: t('counter_reason') }));
  }
  if (form.late) {
    need(writeMoment(form.actual) !== undefined, 'actual',
      t('fill_date', { field: t('counter_actual_at') }));
    need(Boolean(form.actual_reason.trim()), 'actual_reason',
      t('fill_in', { field: t('counter_actual_reason') }));
  }
  return errors;
}

/** The moment of receipt to preview the promise with; undefined: now, or not yet typed whole. */
export function receivedAt(form: CounterForm): string | undefined {
  if (!form.late || isBlank(form.actual) || !isRealDate(form.actual.date ?? '')) return undefined;
  return writeMoment(form.actual);
}

function applicantOf(typed: CounterForm['applicant']): Applicant {
  const filled = Object.entries(typed).map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value);
  return Object.fromEntries(filled) as Applicant;
}

function paperOf(row: PaperRow): CounterIntake['papers'][number] {
  const counts = row.present ? { originals: row.originals, copies: row.copies }
    : { originals: 0, copies: 0 };
  const lacking = row.lacking.trim() || (row.present ? '' : t('counter_not_there'));
  const tells = isNeeded(row.paper) || row.lacking.trim();
  return { paper: row.paper.id, ...counts, ...(lacking && tells && { lacking }) };
}

export function intakeOf(form: CounterForm): CounterIntake {
  const received = form.outcome === 'received';
  return {
    procedure: form.procedure?.id ?? '', outcome: form.outcome, channel: form.channel,
    applicant: applicantOf(form.applicant),
    papers: form.papers.filter((row) => row.present || !received || isNeeded(row.paper))
      .map(paperOf),
    ...(form.case && { case: form.case }),
    ...(form.summary.trim() && { summary: form.summary.trim() }),
    ...(Object.keys(form.answers).length > 0 && { answers: form.answers }),
    ...(form.outcome !== 'received' && form.reason.trim() && { reason: form.reason.trim() }),
    ...(form.late && { actual_at: writeMoment(form.actual),
      actual_reason: form.actual_reason.trim() }),
    ...(received && { collect_at: form.collect }),
  };
}
