// On top of a page with wrong answers: takes the focus, or gives it to the first wrong field; links
// to each. No role=alert, since with the focus it would be read twice.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../text/kit';
import './error_summary.css';

export interface SummaryError { id: string; message: string }

function focusField(event: MouseEvent, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

interface Props {
  errors: SummaryError[];
  /** Changes with every check, so that the focus comes back when the errors stayed. */
  turn: number;
  /** Where the form is short and in sight, to the field itself. */
  focus?: 'summary' | 'field';
}

export function ErrorSummary({ errors, turn, focus = 'summary' }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!errors.length) return;
    const field = focus === 'field' && document.getElementById(errors[0]!.id);
    if (field) {
      field.focus({ preventScroll: true });
      field.scrollIntoView({ block: 'center' });
      if (document.activeElement === field) return;
    }
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [turn]);
  if (!errors.length) return null;
  return (
    <div class="error-summary" tabIndex={-1} ref={box} role="group"
      aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errors.title', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`} onClick={(event) => focusField(event, error.id)}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
