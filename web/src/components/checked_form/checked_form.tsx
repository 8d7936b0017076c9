// The form around the fields: the summary of what is wrong, the problem, the button.
import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../error_summary/error_summary';
import { ProblemNotice } from '../problem_view/problem_view';
import type { CheckedForm } from './use_checked_form';
import './checked_form.css';

interface Props<Values extends object> {
  of: CheckedForm<Values>;
  children: ComponentChildren;
  /** What the button says, and what it says while the answer is on its way. */
  send: ComponentChildren;
  beside?: ComponentChildren;
}

export function CheckedFormView<Values extends object>(
  { of, children, send, beside }: Props<Values>,
) {
  return (
    <form class="checked-form" noValidate onSubmit={(event) => void of.submit(event)}>
      <ErrorSummary errors={of.errors} turn={of.turn} />
      {of.problem && <ProblemNotice problem={of.problem} />}
      {children}
      <div class="row">
        <button class="button" aria-disabled={of.busy}>{send}</button>
        {beside}
      </div>
    </form>
  );
}
