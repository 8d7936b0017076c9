// The number and the code that stand on a document; checked at once where the address has both.
import { useState } from 'preact/hooks';
import { ErrorSummary, type SummaryError } from '../../../components/error_summary/error_summary';
import { TextField } from '../../../components/field/field';
import { t } from '../../../text/verify';

export interface Codes { number: string; code: string }

interface Props { codes: Codes; busy: boolean; onAsk: (codes: Codes) => void }

function missingIn({ number, code }: Codes): SummaryError[] {
  const missing: SummaryError[] = [];
  if (!number.trim()) missing.push({ id: 'verify-number', message: t('number.missing') });
  if (!code.trim()) missing.push({ id: 'verify-code', message: t('code.missing') });
  return missing;
}

export function NumberForm({ codes, busy, onAsk }: Props) {
  const [typed, setTyped] = useState(codes);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const submit = (event: Event) => {
    event.preventDefault();
    const missing = missingIn(typed);
    setErrors(missing);
    setTurn(turn + 1);
    if (missing.length === 0) onAsk(typed);
  };
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} turn={turn} />
      <TextField value={typed.number} onInput={(number) => setTyped({ ...typed, number })}
        autocomplete="off" field={{ id: 'verify-number', label: t('number'), required: true,
          hint: t('number.hint'), error: errorOf('verify-number') }} />
      <TextField value={typed.code} onInput={(code) => setTyped({ ...typed, code })}
        autocomplete="off" field={{ id: 'verify-code', label: t('code'), required: true,
          hint: t('code.hint'), error: errorOf('verify-code') }} />
      <button class="button" aria-disabled={busy}>{busy ? t('checking') : t('check')}</button>
    </form>
  );
}
