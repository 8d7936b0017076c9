import { expect, it } from 'vitest';
import { readForm } from '../../../form/pages';
import { checkPaths, sentOf } from './reopened_form';

const form = readForm({
  type: 'object', required: ['trip'],
  properties: { trip: { type: 'object', required: ['purpose', 'funding'],
    properties: { purpose: { type: 'string', minLength: 1 },
      funding: { type: 'string', enum: ['own', 'mixed'] } },
    if: { properties: { funding: { const: 'mixed' } }, required: ['funding'] },
    then: { required: ['note'], properties: { note: { type: 'string', minLength: 1 } } } } },
}, {});
const open = ['/trip/funding', '/trip/note'];

it('checks what is open, and what it brings up only while it is asked', () => {
  expect(checkPaths(form, { trip: { funding: 'own' } }, open)).toEqual([]);
  expect(checkPaths(form, { trip: { funding: 'mixed' } }, open).map((error) => error.id))
    .toEqual(['field-trip-note']);
});

it('sends no answer to what is no longer asked', () => {
  expect(sentOf(form, { trip: { funding: 'own', note: 'một nửa' } }))
    .toEqual({ trip: { funding: 'own' } });
});
