// Choosing the procedure by typing a few letters.
import { say } from '../../app/language';
import { SearchChoice } from '../../components/search_choice/search_choice';
import { t } from '../../text/officer';
import type { ProcedureSummary } from './shapes';

/** `procedures` are undefined until they are there. */
interface Props { procedures?: ProcedureSummary[]; chosen?: string; error?: string;
  onChoose: (procedure: string) => void }

/** What a procedure is found by: its name in both languages, its summary, its id. */
function wordsOf(one: ProcedureSummary): string {
  return [one.name.vi, one.name.en, one.summary.vi, one.summary.en, one.id].join(' ');
}

function termsOf(one: ProcedureSummary): string {
  return one.terms.map(({ term }) => say(term))
    .filter((term, place, all) => all.indexOf(term) === place).join(' · ');
}

export function ProcedureBox({ procedures, chosen, error, onChoose }: Props) {
  const options = procedures?.map((one) => (
    { key: one.id, label: say(one.name), more: termsOf(one), words: wordsOf(one) }));
  return (
    <SearchChoice options={options} chosen={options && chosen}
      onChoose={(id) => id !== undefined && onChoose(id)}
      field={{ id: 'counter-procedure', label: t('counter_procedure'),
        hint: t('counter_procedure_hint'), error, required: true }}
      noMatch={t('counter_no_match')} matches={(count) => t('counter_matches', { count })} />
  );
}
