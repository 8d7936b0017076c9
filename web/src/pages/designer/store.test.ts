import { expect, test } from 'vitest';
import type { Draft } from './desk';
import { canRedo, changesOf, edit, files, redo, state, take, undo, withChanges } from './store';

const opened = (may: Draft['may']): Draft => ({ id: 'd1', kind: 'matrix', subject: 'travel',
  number: 2, base: 1, title: 'Thử', author: 'A', editors: [], revision: 3, state: 'draft',
  files: { a: '1', b: '2' }, in_force_from: null, decision: null, returned_because: '', may,
  changed_at: '2017-01-03T08:00:00+07:00' });

test('only what differs is sent, and applying it gives the same', () => {
  const before = { a: '1', b: '2', c: '3' };
  const after = { a: '1', b: 'x', d: '4' };
  expect(changesOf(before, after)).toEqual({ b: 'x', c: null, d: '4' });
  expect(withChanges(before, changesOf(before, after))).toEqual(after);
});

test('typing in one field is undone at once, other edits one by one', () => {
  take(opened(['edit']));
  edit({ a: '1x' }, 'name');
  edit({ a: '1xy' }, 'name');
  edit({ b: '3' });
  expect(state.value).toBe('unsaved');
  undo();
  expect(files.value).toEqual({ a: '1xy', b: '2' });
  undo();
  expect(files.value).toEqual({ a: '1', b: '2' });
  redo();
  expect(files.value.a).toBe('1xy');
  edit({ b: '9' });
  expect(canRedo.value).toBe(false);
});

test('who may not edit changes nothing', () => {
  take(opened([]));
  edit({ a: 'other' });
  expect(files.value.a).toBe('1');
});
