import { expect, test } from 'vitest';
import { ProblemError } from '../../api/problem';
import { faultsOf, type Recipe } from './use_checked_form';

const recipe: Recipe<{ email: string; password: string }> = {
  id: 'sign-in', start: { email: '', password: '' }, send: () => Promise.resolve(),
  at: { 'password-too-short': 'password', 'sign-in-failed': 'email' },
  words: { 'sign-in-failed': 'Address or password' },
};

const refusal = (code: string, errors?: { path: string; code: string; message: string }[]) =>
  new ProblemError({ type: 'about:blank', title: `title of ${code}`, status: 422, code, errors });

test('a refusal is told at its field, in our words where the server\'s do not fit', () => {
  expect(faultsOf(refusal('password-too-short'), recipe))
    .toEqual({ password: 'title of password-too-short' });
  expect(faultsOf(refusal('sign-in-failed'), recipe)).toEqual({ email: 'Address or password' });
});

test('wrong input is told at each field, the first word of several', () => {
  expect(faultsOf(refusal('input-invalid', [
    { path: '/email', code: 'email', message: 'Not an address' },
    { path: 'email', code: 'x', message: 'Another' },
    { path: 'password', code: 'required', message: 'Missing' },
  ]), recipe)).toEqual({ email: 'Not an address', password: 'Missing' });
});

test('what is about no field here is nobody\'s fault', () => {
  expect(faultsOf(refusal('store-failed'), recipe)).toBeUndefined();
  expect(faultsOf(refusal('input-invalid', [{ path: 'other', code: 'x', message: 'm' }]), recipe))
    .toBeUndefined();
});
