// The same questions for each of several people or things: add, remove; the focus follows.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../text/form';
import { FieldGroup, type FieldFrame } from '../field/field';
import { Icon } from '../icon/icon';
import './repeated_group.css';

interface Props {
  field: FieldFrame;
  count: number;
  /** Entries that must stay: they have no "remove". */
  least: number;
  most?: number;
  item: string;
  add: string;
  onAdd: () => void;
  onRemove: (index: number) => void;
  children: (index: number) => ComponentChildren;
}

export function RepeatedGroup(
  { field, count, least, most, item, add, onAdd, onRemove, children }: Props,
) {
  const [said, setSaid] = useState('');
  const [removals, setRemovals] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const focusItem = (index: number) => requestAnimationFrame(() => {
    const items = list.current?.querySelectorAll<HTMLElement>(':scope > li > h2');
    (items?.[index] ?? document.getElementById(field.id))?.focus();
  });
  const addOne = () => {
    onAdd();
    setSaid(t('item.added', { item, number: count + 1 }));
    focusItem(count);
  };
  const removeOne = (index: number) => {
    onRemove(index);
    setRemovals(removals + 1);
    setSaid(t('item.removed'));
    focusItem(Math.max(0, index - 1));
  };
  return (
    <FieldGroup field={field}>
      <ol class="repeated" ref={list}>
        {Array.from({ length: count }, (_, index) => (
          <li class="repeated-item" key={`${removals}-${index}`}>
            <h2 tabIndex={-1}>{t('item.title', { item, number: index + 1 })}</h2>
            {children(index)}
            {count > least && (
              <button type="button" class="button quiet compact" onClick={() => removeOne(index)}>
                <Icon name="remove" />{t('item.remove')}
                <span class="unseen"> {t('item.title', { item, number: index + 1 })}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      {(most === undefined || count < most) && (
        <button type="button" class="button secondary compact" id={field.id} onClick={addOne}>
          <Icon name="plus" />{add}
        </button>
      )}
      <p class="unseen" role="status">{said}</p>
    </FieldGroup>
  );
}
