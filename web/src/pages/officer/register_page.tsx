// The follow-up register as PDF, by date of receipt.
import { useState } from 'preact/hooks';
import { office } from '../../app/office';
import { DateField } from '../../components/date_field/date_field';
import { ErrorSummary } from '../../components/error_summary/error_summary';
import { Icon } from '../../components/icon/icon';
import { PageHead } from '../../components/page_head/page_head';
import { isRealDate } from '../../form/check';
import { t } from '../../text/officer';

/** The first day of the year of `now`, where a register begins. */
function yearStart(now: string): string {
  return `${now.slice(0, 4)}-01-01`;
}

export function registerAddress(from: string, to: string): string {
  return `/api/register?${new URLSearchParams({ from, to }).toString()}`;
}

export function RegisterPage() {
  const now = office.value?.now ?? '';
  const [from, setFrom] = useState<string | undefined>(now ? yearStart(now) : undefined);
  const [to, setTo] = useState<string | undefined>(now ? now.slice(0, 10) : undefined);
  const [turn, setTurn] = useState(0);
  const wrong = (name: 'register_from' | 'register_to', value: string | undefined) => (
    isRealDate(value ?? '') ? [] : [{ id: name, message: t('fill_date', { field: t(name) }) }]);
  const errors = [...wrong('register_from', from), ...wrong('register_to', to)];
  const shown = turn > 0 ? errors : [];
  const submit = (event: Event) => {
    event.preventDefault();
    setTurn(turn + 1);
    if (errors.length === 0) open(registerAddress(from ?? '', to ?? ''), '_blank', 'noopener');
  };
  const errorOf = (id: string) => shown.find((one) => one.id === id)?.message;
  return (
    <main id="main" class="list">
      <PageHead title={t('register_title')} document_title={t('register_title')} />
      <p class="muted">{t('register_lead')}</p>
      <form class="card pad register" onSubmit={submit} noValidate>
        <ErrorSummary errors={shown} turn={turn} />
        <DateField value={from} onInput={setFrom}
          field={{ id: 'register_from', label: t('register_from'), required: true,
            error: errorOf('register_from') }} />
        <DateField value={to} onInput={setTo}
          field={{ id: 'register_to', label: t('register_to'), required: true,
            error: errorOf('register_to') }} />
        <button type="submit" class="button"><Icon name="file" />{t('register_open')}</button>
      </form>
    </main>
  );
}
