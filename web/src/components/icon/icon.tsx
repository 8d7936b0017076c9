// One picture sign, always beside words; never announced.
import sprite from 'virtual:icon-sprite';
import type { IconName } from './names';
import './icon.css';

export type { IconName };

export function Icon({ name }: { name: IconName }) {
  return <svg class="icon" aria-hidden="true"><use href={`${sprite}#${name}`} /></svg>;
}
