// The questions of the form that are asked for again, with those that depend on them, as answered.
// Which they are the server says. Fetched only where there are any.
import { useEffect, useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import type { ProblemError } from '../../../api/problem';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import type { SummaryError } from '../../../components/error_summary/error_summary';
import { Loading } from '../../../components/loading/loading';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { SchemaField } from '../../../components/schema_field/schema_field';
import { fieldAt, readForm } from '../../../form/pages';
import { fieldId, readPointer, withAnswer } from '../../../form/path';
import type { Answers } from '../../../form/schema';
import { t } from '../../../text/tracking';
import {
  BroughtPapers, missingOf, refusedPapers, useBroughtPapers, type Sending,
} from './brought_papers';
import { checkPaths, refusedOf, sentOf } from './reopened_form';
import type { Ask, Item } from './supplement_form';
import type { Dossier } from './tracking';

/** What the form around the questions asks of them when it is sent. */
export interface Reopened {
  check: () => SummaryError[];
  refused: (problem: ProblemError) => SummaryError[];
  sent: () => Answers;
  /** Papers that are to be sent beside those asked for. */
  papers: () => string[];
}

interface Props { dossier: Dossier; ask_for: Ask; errors: SummaryError[]; sending: Sending;
  onReady: (reopened: Reopened) => void }

/** Each question once, with the first thing asked for that brings it up. */
function pathsOf(items: Item[], item: Item): string[] {
  const asked = items.map((one) => one.field);
  const before = items.slice(0, items.indexOf(item)).flatMap((one) => one.open ?? []);
  return (item.open ?? []).filter((path) => (
    path === item.field || !(asked.includes(path) || before.includes(path))));
}

export function ReopenedQuestions({ dossier, ask_for, errors, sending, onReady }: Props) {
  const [answers, setAnswers] = useState<Answers>(ask_for.form?.answers ?? {});
  const { procedure } = dossier;
  const version = ask_for.form?.version;
  const loaded = useLoaded(async () => {
    const read = await ask(api.GET('/api/procedures/{procedure}',
      { params: { path: { procedure }, query: { version } } }));
    return readForm(read.schema, read.hints);
  }, [procedure, version]);
  const form = loaded.value;
  const items = ask_for.items.filter((item) => item.field !== undefined);
  const open = items.flatMap((item) => item.open ?? []);
  const brought = useBroughtPapers(dossier.code, form && sentOf(form, answers));
  const { papers } = brought;
  useEffect(() => {
    if (!form) return;
    onReady({
      check: () => [...checkPaths(form, answers, open), ...missingOf(papers, sending.files)],
      refused: (problem) => {
        const lacking = refusedPapers(problem);
        if (lacking.length) brought.look_again();
        return [...refusedOf(problem, open), ...lacking];
      },
      sent: () => sentOf(form, answers),
      papers: () => papers.map((paper) => paper.paper),
    });
  }, [form, answers, papers, sending.files]);
  if (loaded.problem) return <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />;
  if (!form) return <Loading />;
  return (
    <>
      {items.map((item) => (
        <div class="supplement-item" key={item.field}>
          <p class="strong">{t('supplement.question', { question: say(item.name) })}</p>
          <p><span class="muted">{t('supplement.what')}:</span> {item.what}</p>
          {pathsOf(items, item).map((path) => {
            const field = fieldAt(form, answers, readPointer(path));
            return field && (
              <SchemaField key={fieldId(field.path)} form={form} answers={answers} field={field}
                errors={errors} onAnswer={(at, answer) =>
                  setAnswers((now) => withAnswer(now, at, answer) as Answers)} />
            );
          })}
        </div>
      ))}
      <BroughtPapers code={dossier.code} papers={papers} sending={sending} errors={errors} />
    </>
  );
}
