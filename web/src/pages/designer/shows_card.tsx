// Which answers of the application stand above the step's form for whoever does the step.
import { useState } from 'preact/hooks';
import { say } from '../../app/language';
import { t } from '../../text/designer_edit';
import type { DesignProblem } from './desk';
import { editable } from './frame';
import { pagesIn, readFormFiles, type Question } from './model/form';
import { gone, isShown, showable, shownIn, withoutGone, withShown } from './model/shows';
import { Check, ProblemsHere, Tool } from './parts';
import { edit, files, mayEdit } from './store';

const nameOf = (question: Question) => say(question.hint.label) || question.name;

const leaves = (list: Question[]): Question[] => list.flatMap((one) => (
  one.inner.length ? leaves(one.inner) : [one]));

export function ShowsCard({ step, problems }: { step: string; problems: DesignProblem[] }) {
  const shown = shownIn(files.value, step);
  const [open] = useState(shown.length > 0);
  const form = readFormFiles(files.value);
  if (!form) return null;
  const asked = showable(files.value);
  const lost = gone(shown, asked);
  const count = asked.filter((one) => isShown(shown, one.pointer)).length;
  return (
    <details class="card pad" open={open}>
      <summary class="strong">{t('shows.title', { count })}</summary>
      <p class="hint">{t('shows.lead')}</p>
      <ProblemsHere problems={problems} />
      {lost.map((one) => (
        <p class="row" key={one}><code>{one}</code>
          {mayEdit.value && (
            <Tool icon="remove" label={t('shows.remove')} about={one}
              onClick={() => edit(withoutGone(files.value, step, one))} />
          )}
        </p>
      ))}
      {editable(
        <div class="shows">
          {pagesIn(form).filter((page) => page.questions.length > 0).map((page, index) => (
            <fieldset key={index}>
              <legend class="label">{say(page.title)}</legend>
              {leaves(page.questions).map((question) => (
                <Check key={question.pointer} id={`shows-${question.pointer}`}
                  label={nameOf(question)} on={isShown(shown, question.pointer)}
                  onChange={(on) => edit(withShown(files.value, step, question.pointer, on))} />
              ))}
            </fieldset>
          ))}
        </div>)}
    </details>
  );
}
