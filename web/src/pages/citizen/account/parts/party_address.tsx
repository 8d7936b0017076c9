// The address of a person or an organisation, in the parts that forms ask for: those are filled in
// with it. One that an older account keeps as a line is offered as house and street.
import { useLater } from '../../../../app/use_later';
import type { FieldFrame } from '../../../../components/field/field';
import { Loading } from '../../../../components/loading/loading';
import type { Form } from '../../../../form/pages';
import { isAnswers, type Answers } from '../../../../form/schema';
import { t } from '../../../../text/account';
import type { Party } from '../account';

export type AddressParts = NonNullable<Party['address_parts']>;

const PARTS = 'address_parts';
const MOST = { province: 100, district: 100, commune: 100, street: 200 };

/** What the fields begin with. */
export function addressOf(party: Party | undefined): AddressParts {
  return party?.address_parts ?? (party?.address ? { street: party.address } : {});
}

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

interface Props { frame: FieldFrame; party: Party | undefined; parts: AddressParts;
  onParts: (parts: AddressParts) => void }

export function PartyAddress({ frame, party, parts, onParts }: Props) {
  const later = useLater(() => import('../../../../components/address_field/address_field'));
  const of = form(frame.label);
  const schema = of.schema.properties?.[PARTS];
  if (!later || typeof schema !== 'object') return <Loading />;
  return (
    <div id={frame.id} tabIndex={-1}>
      {party?.address && !party.address_parts && (
        <p class="muted small">{t('address.line', { line: party.address })}</p>
      )}
      <later.AddressField form={of} answers={{ [PARTS]: parts }}
        field={{ path: [PARTS], schema, required: false }}
        errors={frame.error ? [{ id: `field-${PARTS}`, message: frame.error }] : []}
        onAnswer={(_path, answer) => onParts((isAnswers(answer) ? answer : {}) as Answers)} />
    </div>
  );
}
