// On top of a page with wrong answers: takes the focus, links to each field. No role=alert, since
// with the focus it would be read twice.
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

/** `turn` changes with every check, so that the focus comes back when the errors stayed. */
export function ErrorSummary({ errors, turn }: { errors: SummaryError[]; turn: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!errors.length) return;
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
