import { expect, test } from 'vitest';
import { contains, fold } from './fold';
import { readMoment, showDay, showMoment, showShortMoment } from './moments';
import { grouped, showSize } from './numbers';

test('folding takes off every Vietnamese mark', () => {
  expect(fold('Đi công tác nước ngoài')).toBe('di cong tac nuoc ngoai');
  expect(fold('Ể Ữ Ợ ẵ')).toBe('e u o a');
});

test('every word typed must occur, with or without marks', () => {
  expect(contains('Cho phép tổ chức hội nghị, hội thảo quốc tế', 'hoi thao')).toBe(true);
  expect(contains('Cho phép tổ chức hội nghị', 'hội thảo')).toBe(false);
  expect(contains('Bất kỳ', '  ')).toBe(true);
});

test('moments are shown as the office wrote them, whatever the reader\'s time zone', () => {
  expect(showMoment('2017-04-20T16:30:00+07:00')).toBe('16:30 thứ Năm 20/04/2017');
  expect(showDay('2017-04-12')).toBe('thứ Tư 12/04/2017');
  expect(showShortMoment('2017-04-20T16:30:00+07:00')).toBe('16:30 T5 20/04');
  expect(showMoment('not a date')).toBe('not a date');
  expect(readMoment('2017-04')).toBeUndefined();
});

test('sizes and look-up codes', () => {
  expect(showSize(300)).toBe('1 kB');
  expect(showSize(640_400)).toBe('640 kB');
  expect(showSize(1_830_000)).toBe('1,8 MB');
  expect(grouped('ABCD1234EF')).toBe('ABCD-1234-EF');
});
