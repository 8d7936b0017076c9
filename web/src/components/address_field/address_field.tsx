// An address of Viet Nam: province, district, commune, then house and street. Each place is
// suggested from those below the one chosen before; any other name is taken as it is typed.
import { at, type Path } from '../../form/path';
import { fieldAt } from '../../form/pages';
import { isAnswers, type Answers } from '../../form/schema';
import { t } from '../../text/address';
import { FieldGroup, TextField, type FieldFrame } from '../field/field';
import { frameOf, type Props } from '../schema_field/schema_field';
import { SearchChoice } from '../search_choice/search_choice';
import { codeOf, usePlaces, type Places } from './places';
import '../schema_field/schema_field.css';

const LEVELS = ['province', 'district', 'commune'] as const;
type Level = typeof LEVELS[number];

interface LevelProps { frame: FieldFrame; places: Places | undefined; name: string | undefined;
  onName: (name: string | undefined) => void }

function PlaceField({ frame, places, name, onName }: LevelProps) {
  const options = places?.items.map((place) => ({ key: place.code, label: place.name }));
  const chosen = codeOf(places, name) ?? name;
  return (
    <SearchChoice field={frame} options={options} chosen={chosen} free autocomplete="off"
      noMatch={t('none')}
      onChoose={(key) => onName(options?.find((one) => one.key === key)?.label ?? key)} />
  );
}

/** The address with one place changed; those below it belonged to another place. */
function withPlace(address: Answers, level: Level, name: string | undefined): Answers {
  const changed: Answers = { ...address };
  for (const below of LEVELS.slice(LEVELS.indexOf(level))) delete changed[below];
  if (name !== undefined) changed[level] = name;
  return changed;
}

function textOf(address: Answers, part: string): string | undefined {
  const text = address[part];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

export function AddressField(props: Props) {
  const { form, answers, field, onAnswer } = props;
  const given = at(answers, field.path);
  const address = isAnswers(given) ? given : {};
  const provinces = usePlaces('');
  const districts = usePlaces(codeOf(provinces, textOf(address, 'province')));
  const communes = usePlaces(codeOf(districts, textOf(address, 'district')));
  const places = { province: provinces, district: districts, commune: communes };
  const frame = (part: string): FieldFrame | undefined => {
    const path: Path = [...field.path, part];
    const own = fieldAt(form, answers, path);
    return own && frameOf({ ...props, field: own });
  };
  const put = (changed: Answers) =>
    onAnswer(field.path, Object.keys(changed).length ? changed : undefined);
  const street = frame('street');
  return (
    <FieldGroup field={frameOf(props)}>
      <div class="object-fields">
        {LEVELS.map((level) => {
          const own = frame(level);
          return own && (
            <PlaceField key={level} frame={own} places={places[level]}
              name={textOf(address, level)}
              onName={(name) => {
                if (name !== textOf(address, level)) put(withPlace(address, level, name));
              }} />
          );
        })}
        {street && (
          <TextField field={street} value={textOf(address, 'street') ?? ''}
            autocomplete="street-address"
            onInput={(typed) => {
              const { street: _before, ...others } = address;
              put(typed ? { ...others, street: typed } : others);
            }} />
        )}
        {provinces?.source && (
          <p class="muted small">{t('source', { source: provinces.source })}</p>
        )}
      </div>
    </FieldGroup>
  );
}
