// A password, hidden until one asks to see it.
import { useState } from 'preact/hooks';
import { t } from '../../text/kit';
import { describedBy, Field, type FieldFrame } from '../field/field';
import { Icon } from '../icon/icon';
import './password_field.css';

interface Props {
  field: FieldFrame;
  value: string;
  onInput: (text: string) => void;
  /** A new one, or the one to sign in with: tells the browser's password store. */
  kind: 'new' | 'current';
}

export function PasswordField({ field, value, onInput, kind }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field field={field}>
      <div class="password-line">
        <input class="input" id={field.id} type={shown ? 'text' : 'password'} value={value}
          autocomplete={`${kind}-password`} autocapitalize="none" spellcheck={false}
          aria-describedby={describedBy(field)} aria-invalid={field.error ? true : undefined}
          onInput={(event) => onInput(event.currentTarget.value)} />
        <button type="button" class="button secondary" aria-controls={field.id}
          onClick={() => setShown(!shown)}>
          <Icon name="eye" />{t(shown ? 'password.hide' : 'password.show')}
          <span class="unseen"> {field.label}</span>
        </button>
      </div>
    </Field>
  );
}
