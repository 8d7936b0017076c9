// The fields of an address as forms ask for it; fetched with what suggests places.
import { AddressField } from '../../../../components/address_field/address_field';
import type { FieldFrame } from '../../../../components/field/field';
import type { Form } from '../../../../form/pages';
import { isAnswers, type Answers } from '../../../../form/schema';
import { t } from '../../../../text/account';
import type { AddressParts } from './party_address';

const PARTS = 'address_parts';
const MOST = { province: 100, district: 100, commune: 100, street: 200 };

function form(label: string): Form {
  const both = (words: string) => ({ label: { vi: words, en: words } });
  const levels = Object.entries(MOST).map(([name, most]) => (
    [name, { type: 'string', maxLength: most }] as const));
  return {
    schema: { type: 'object', properties: { [PARTS]: { type: 'object',
      address: 'province-district-commune', properties: Object.fromEntries(levels) } } },
    hints: { fields: {
      [`/${PARTS}`]: both(label),
      [`/${PARTS}/province`]: both(t('address.province')),
      [`/${PARTS}/district`]: both(t('address.district')),
      [`/${PARTS}/commune`]: both(t('address.commune')),
      [`/${PARTS}/street`]: both(t('address.street')),
    } },
    pages: [],
  };
}

interface Props { frame: FieldFrame; parts: AddressParts; onParts: (parts: AddressParts) => void }

export function PartyFields({ frame, parts, onParts }: Props) {
  const of = form(frame.label);
  const schema = of.schema.properties?.[PARTS];
  if (typeof schema !== 'object') return null;
  return (
    <AddressField form={of} answers={{ [PARTS]: parts }}
      field={{ path: [PARTS], schema, required: false }}
      errors={frame.error ? [{ id: `field-${PARTS}`, message: frame.error }] : []}
      onAnswer={(_path, answer) => onParts((isAnswers(answer) ? answer : {}) as Answers)} />
  );
}
