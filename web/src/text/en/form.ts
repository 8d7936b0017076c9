import type { Words } from '../words';
import type { vi } from '../vi/form';

export const en: Record<keyof typeof vi, Words> = {
  'error.required': 'Enter {small}',
  'error.choose': 'Choose {small}',
  'error.agree': 'You must tick “{label}”',
  'error.type': '{label} is not in the right form',
  'error.pattern': '{label} is not in the right form',
  'error.format': '{label} is not right. Please check it',
  'error.date': '{label} must be a real date, for example 27 3 1985',
  'error.minLength': '{label} must have at least {limit} characters',
  'error.maxLength': '{label} may have at most {limit} characters',
  'error.minimum': '{label} must be {limit} or more',
  'error.maximum': '{label} may be {limit} at most',
  'error.minItems': 'Add at least {limit} to {small}',
  'error.maxItems': '{label} may have at most {limit} entries',
  'error.enum': 'Choose {small} from the list',
  'search.none': 'Nothing matches.',
  'search.count': { one: '{count} match', other: '{count} matches' },
  'choose': 'Choose {small}',
  'yes': 'Yes',
  'no': 'No',
  'item.add': 'Add to {small}',
  'item.remove': 'Remove',
  'item.title': '{item} {number}',
  'item.added': 'Added {item} {number}.',
  'item.removed': 'Removed.',
};
