// Where the answers given so far lead: the next question, a procedure, or advice.
import type { Schemas } from '../../../api/client';

export type Guide = Schemas['Guide'];
export type Question = Guide['questions'][number];
export type Answer = Question['answers'][number];

export interface Step {
  question: Question;
  answer: Answer;
  /** The answers before this one. */
  before: string;
}
export interface Way { steps: Step[]; next?: Question; end?: Answer }

/** `chosen` as it stands in the address: "go-abroad.official". Undefined when it is no way. */
export function wayOf(guide: Guide, chosen: string): Way | undefined {
  const steps: Step[] = [];
  let question: Question | undefined = guide.questions[0];
  for (const id of chosen.split('.').filter(Boolean)) {
    const answer: Answer | undefined = question?.answers.find((one) => one.id === id);
    if (!question || !answer) return undefined;
    steps.push({ question, answer, before: steps.map((step) => step.answer.id).join('.') });
    question = guide.questions.find((one) => one.id === answer.question);
  }
  const end = question ? undefined : steps.at(-1)?.answer;
  return question || end ? { steps, next: question, end } : undefined;
}

/** The address after one more answer. */
export function pathWith(chosen: string, answer?: string): string {
  const all = [chosen, answer].filter(Boolean).join('.');
  return all ? `/chon-thu-tuc/?da-chon=${all}` : '/chon-thu-tuc/';
}
