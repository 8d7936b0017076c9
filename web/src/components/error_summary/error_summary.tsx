// On top of a page with wrong answers: takes the focus, or gives it to the first wrong field; links
// to each. No role=alert, since with the focus it would be read twice.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../text/kit';
import './error_summary.css';

export interface SummaryError { id: string; message: string }

function show(element: HTMLElement | null, block: ScrollLogicalPosition): void {
  element?.focus();
  element?.scrollIntoView({ block });
}

const fieldOf = (error: SummaryError) => document.getElementById(error.id);

interface Props {
  errors: SummaryError[];
  /** Changes with every check, so that the focus comes back when the errors stayed. */
  turn: number;
  /** The focus goes to the first wrong field: where the form is short and in sight. */
  first?: boolean;
}

export function ErrorSummary({ errors, turn, first }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first && errors[0]) show(fieldOf(errors[0]), 'center');
    else show(box.current, 'start');
  }, [turn]);
  if (!errors.length) return null;
  return (
    <div class="error-summary" tabIndex={-1} ref={box} role="group"
      aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errors.title', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`}
              onClick={(event) => { event.preventDefault(); show(fieldOf(error), 'center'); }}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
