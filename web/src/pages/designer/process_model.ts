// What the pages of a process share: names of acts, roles and units, terms of steps by case, and
// taking a step out of every file that names it.
import { useLoaded } from '../../api/use_loaded';
import { language, say } from '../../app/language';
import { t } from '../../text/designer_edit';
import { checkDraft, type DesignProblem, type Draft, type Files } from './desk';
import { readProcess, removeStep, withInner, type Process, type Step } from './model/bpmn';
import { formFilesOf } from './model/form';
import { setShown, shownIn } from './model/shows';
import { dropText, setTextAt, textAt } from './model/texts';
import {
  addTable, asText, editToml, listOf, parseToml, partOf, setIn, valueIn, type Toml,
} from './model/toml';
import { useOffice } from './office_lists';
import type { Choice } from './parts';

export const BPMN = 'process.bpmn';
export const ACTS = ['hand-over', 'propose', 'approve', 'sign-off', 'record-opinion',
  'return-result'] as const;
export const ROLES = ['reception', 'specialist', 'head', 'director', 'liaison'] as const;
const UNITS = ['reception', 'division', 'leadership'] as const;

const isOne = <One extends string>(list: readonly One[], name: string): name is One => (
  (list as readonly string[]).includes(name));

export function nameOfAct(act: string): string {
  return isOne(ACTS, act) ? t(`act.${act}`) : act;
}
export function nameOfRole(role: string): string {
  return isOne(ROLES, role) ? t(`role.${role}`) : role;
}
/** By what they are to every procedure, else as the office calls them. */
export function nameOfUnit(unit: string): string {
  if (isOne(UNITS, unit)) return t(`unit.${unit}`);
  const own = useOffice().units.find((one) => one.id === unit);
  return own ? say(own.name) : unit;
}

export const actChoices = (): Choice[] => ACTS.map((key) => ({ key, label: nameOfAct(key) }));
export const roleChoices = (): Choice[] => ROLES.map((key) => ({ key, label: nameOfRole(key) }));

/** Those of every procedure, the bodies outside the office, and those the process names. */
export function unitChoices(steps: Step[]): Choice[] {
  const outside = useOffice().units.filter((unit) => unit.outside).map((unit) => unit.id);
  const all = new Set<string>([...UNITS, ...outside,
    ...steps.map((step) => step.unit).filter(Boolean)]);
  return [...all].map((key) => ({ key, label: nameOfUnit(key) }));
}

export function processOf(files: Files): Process | undefined {
  try {
    return readProcess(files[BPMN] ?? '');
  } catch {
    return undefined;
  }
}

/** Every step, those inside sub-processes too; none of a process that cannot be read. */
export const stepsOf = (files: Files): Step[] => withInner(processOf(files)?.steps ?? []);

/** What Check finds in the draft as it is saved. */
export function useProblems(one: Draft) {
  return useLoaded(async () => (await checkDraft(one.id)).problems, [one.id, one.revision]);
}

export function at(problems: DesignProblem[] | undefined, element: string): DesignProblem[] {
  return (problems ?? []).filter((one) => one.element === element);
}

export interface CaseTerm { id: string; share: string }

export function sharesOf(files: Files, step: string): CaseTerm[] {
  const toml = parseToml(files['procedure.toml'] ?? '');
  return listOf(toml, 'case').map((table) => ({ id: asText(valueIn(table, 'id')),
    share: asText(valueIn(partOf(toml, table, 'shares'), step)) }));
}

export function setShare(files: Files, index: number, step: string, share: string): Files {
  return { 'procedure.toml': editToml(files['procedure.toml'] ?? '', (toml) => {
    const table = listOf(toml, 'case')[index];
    if (table) setIn(sharesTable(toml, index), step, share || undefined);
  }) };
}

function sharesTable(toml: Toml, index: number) {
  const table = listOf(toml, 'case')[index]!;
  return partOf(toml, table, 'shares') ?? addTable(toml, 'case.shares', false, table);
}

/** A step out of the process, its shares out of the cases, its name out of the texts. */
export function withoutStep(files: Files, id: string): Record<string, string | undefined> {
  const toml = editToml(files['procedure.toml'] ?? '', (read) => {
    for (const table of listOf(read, 'case')) {
      const shares = partOf(read, table, 'shares');
      if (shares) setIn(shares, id, undefined);
    }
  });
  return { [BPMN]: removeStep(files[BPMN] ?? '', id), 'procedure.toml': toml,
    ...dropText(files, 'step', id), ...withoutFiles(files, id) };
}

/** The step's own form goes with it, and what it shows. */
function withoutFiles(files: Files, id: string): Record<string, undefined> {
  const { schema, hints } = formFilesOf(id);
  return Object.fromEntries([schema, hints].filter((name) => name in files)
    .map((name) => [name, undefined]));
}

/** The step without its own form; what it shows of the application stays. */
export function withoutForm(files: Files, id: string): Record<string, string | undefined> {
  const { hints } = formFilesOf(id);
  const shows = shownIn(files, id);
  return { ...withoutFiles(files, id),
    ...(shows.length ? setShown({ [hints]: '{}' }, id, shows) : {}) };
}

/** A step's name in both languages; the drawing carries the Vietnamese one. */
export function nameOfStep(files: Files, step: { id: string; name: string; name_en?: string }):
{ vi: string; en: string } {
  const texts = textAt(files, 'step', step.id);
  return { vi: texts.vi || step.name, en: texts.en || (step.name_en ?? '') };
}

/** In the reader's language where the step has a name in it. */
export function stepTitle(files: Files, step: Parameters<typeof nameOfStep>[1]): string {
  const names = nameOfStep(files, step);
  return (language === 'en' && names.en) || names.vi;
}

/** Timers by their names in the texts, for the drawing. */
export function timerNames(files: Files): Record<string, string> {
  return Object.fromEntries(stepsOf(files).filter((step) => step.is_timer)
    .map((step) => [step.id, stepTitle(files, step)]));
}

/** What the drawing calls something, in the reader's language where it can. */
export function inOurWords(one: { name: string; name_en: string }): string {
  return (language === 'en' && one.name_en) || one.name || one.name_en;
}

export const setStepTexts = (files: Files, id: string, part: { vi?: string; en?: string }) => (
  setTextAt(files, 'step', id, part));
