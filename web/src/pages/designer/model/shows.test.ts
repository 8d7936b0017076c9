import { describe, expect, it } from 'vitest';
import { gone, isShown, setShown, showable, shownIn, withShown } from './shows';

const files = {
  'form.schema.json': JSON.stringify({ type: 'object', properties: {
    person: { type: 'object', properties: { name: { type: 'string' },
      phone: { type: 'string' } } },
    copies: { type: 'integer' } } }),
  'form.ui.json': JSON.stringify({ pages: [{ title: { vi: 'A', en: 'A' },
    fields: ['/person', '/copies'] }], fields: {} }),
  'task.a.ui.json': JSON.stringify({ shows: ['/person', '/lost'], pages: [] }),
};

describe('what a step shows of the application', () => {
  it('is a question by itself or with its group', () => {
    expect(showable(files).map((one) => one.pointer))
      .toEqual(['/person/name', '/person/phone', '/copies']);
    const shown = shownIn(files, 'a');
    expect(isShown(shown, '/person/phone')).toBe(true);
    expect(isShown(shown, '/copies')).toBe(false);
    expect(isShown(['/person/na'], '/person/name')).toBe(false);
    expect(gone(shown, showable(files))).toEqual(['/lost']);
  });
  it('is ticked one by one, in the order of the form, and the rest of the file stays', () => {
    const off = withShown(files, 'a', '/person/name', false);
    expect(JSON.parse(off['task.a.ui.json']!)).toEqual(
      { shows: ['/person/phone', '/lost'], pages: [] });
    const on = withShown({ ...files, 'task.a.ui.json': '{"shows":["/copies"]}' }, 'a',
      '/person/name', true);
    expect(JSON.parse(on['task.a.ui.json']!)).toEqual({ shows: ['/person/name', '/copies'] });
  });
  it('takes the file away where nothing is left in it', () => {
    expect(setShown({ 'task.b.ui.json': '{"shows":["/copies"]}' }, 'b', []))
      .toEqual({ 'task.b.ui.json': undefined });
    expect(shownIn({ 'task.b.ui.json': '{ broken' }, 'b')).toEqual([]);
  });
});
