// What a table and its columns are called in the reader's language. DMN keeps one language; what
// the matrix or the form calls the same thing in both is told to who reads English.
import { language } from '../../app/language';
import { t } from '../../text/designer_edit';
import type { Files } from './desk';
import type { Column, Table } from './model/dmn';
import { asText, listOf, parseToml, TomlDate, valueIn } from './model/toml';

const DECISIONS = ['authority', 'limits', 'case'] as const;
const OUTPUTS = ['decider', 'instrument', 'limit', 'case', 'over_limit'] as const;

export function decisionWords(table: Table): string {
  const known = DECISIONS.find((one) => one === table.decision);
  return language === 'en' && known ? t(`decision.${known}`) : table.name || table.decision;
}

function ofFact(files: Files, expression: string): string {
  const facts = listOf(parseToml(files['matrix.toml'] ?? ''), 'fact');
  const label = valueIn(facts.find((one) => asText(valueIn(one, 'name')) === expression), 'label');
  if (typeof label !== 'object' || Array.isArray(label) || label instanceof TomlDate) return '';
  return asText(label.en);
}

function ofQuestion(files: Files, expression: string): string {
  try {
    const { fields } = JSON.parse(files['form.ui.json'] ?? '{}') as {
      fields?: Record<string, { label?: { en?: string } }> };
    return fields?.[`/${expression.replaceAll('.', '/')}`]?.label?.en ?? '';
  } catch {
    return '';
  }
}

export function columnWords(files: Files, column: Column): string {
  const plain = column.label || column.expression;
  if (language !== 'en') return plain;
  const known = OUTPUTS.find((one) => one === column.expression);
  return (known && t(`column.of.${known}`)) || ofFact(files, column.expression)
    || ofQuestion(files, column.expression) || plain;
}
