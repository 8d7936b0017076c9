// The address of a person or an organisation, in the parts that forms ask for: those are filled in
// with it. One that an older account keeps as a line is offered as house and street.
import { useLater } from '../../../../app/use_later';
import type { FieldFrame } from '../../../../components/field/field';
import { Loading } from '../../../../components/loading/loading';
import { t } from '../../../../text/account';
import type { Party } from '../account';

export type AddressParts = NonNullable<Party['address_parts']>;

/** What the fields begin with. */
export function addressOf(party: Party | undefined): AddressParts {
  return party?.address_parts ?? (party?.address ? { street: party.address } : {});
}

interface Props { frame: FieldFrame; party: Party | undefined; parts: AddressParts;
  onParts: (parts: AddressParts) => void }

export function PartyAddress({ frame, party, parts, onParts }: Props) {
  const later = useLater(() => import('./party_fields'));
  if (!later) return <Loading />;
  return (
    <div id={frame.id} tabIndex={-1}>
      {party?.address && !party.address_parts && (
        <p class="muted small">{t('address.line', { line: party.address })}</p>
      )}
      <later.PartyFields frame={frame} parts={parts} onParts={onParts} />
    </div>
  );
}
