import { describe, expect, it } from 'vitest';
import { checkTyped, emptyTyped, inputOf, rebased, refusedAt, writeMoment } from './act_input';
import type { ActOffer } from './shapes';

const text = (vi: string) => ({ vi, en: vi });
const ask: ActOffer = {
  act: 'request-supplement', task: 'appraise', label: text('Yêu cầu bổ sung'),
  weight: 'secondary', irreversible: false, decides: false,
  fields: [
    { name: 'items', label: text('Giấy tờ'), kind: 'items', required: true },
    { name: 'reason', label: text('Lý do'), kind: 'long-text', required: true },
    { name: 'actual_at', label: text('Thời điểm'), kind: 'moment', required: false },
  ],
};

describe('a moment typed in boxes', () => {
  it('is written in the office\'s time', () => {
    expect(writeMoment({ date: '2017-04-12', time: '9:10' })).toBe('2017-04-12T09:10:00+07:00');
  });
  it('is refused when the day or the time does not exist', () => {
    expect(writeMoment({ date: '2017-02-31', time: '9:10' })).toBeUndefined();
    expect(writeMoment({ date: '2017-04-12', time: '24:00' })).toBeUndefined();
    expect(writeMoment({ time: '9:10' })).toBeUndefined();
  });
});

describe('what is typed for an act', () => {
  it('names everything that is missing', () => {
    const errors = checkTyped(ask, emptyTyped(['invitation']), (item) => item.paper ?? '');
    expect(errors.map((error) => error.field)).toEqual(['items', 'reason']);
  });
  it('asks what is needed with each chosen paper', () => {
    const typed = emptyTyped(['invitation', 'list']);
    typed.items[1]!.chosen = true;
    typed.texts.reason = 'thiếu';
    expect(checkTyped(ask, typed, (item) => item.paper ?? '').map((error) => error.field))
      .toEqual(['items-list']);
  });
  it('becomes the input of the API, without blanks', () => {
    const typed = emptyTyped(['invitation', 'list']);
    typed.items[0] = { paper: 'invitation', chosen: true, what: ' bản dịch ' };
    typed.texts.reason = ' thiếu bản dịch ';
    expect(inputOf(ask, typed)).toEqual({
      task: 'appraise', reason: 'thiếu bản dịch',
      items: [{ paper: 'invitation', what: 'bản dịch' }],
    });
  });
  it('asks questions of the form beside papers, each with its reason', () => {
    const typed = emptyTyped(['invitation']);
    typed.texts.reason = 'sai';
    typed.items.push({ field: '/trip/from', chosen: true, what: '' });
    expect(checkTyped(ask, typed, (item) => item.field ?? '').map((error) => error.field))
      .toEqual(['items-field-trip-from']);
    typed.items[1]!.what = ' ngày đi sai ';
    expect(inputOf(ask, typed).items).toEqual([{ field: '/trip/from', what: 'ngày đi sai' }]);
  });
  it('gathers members of a member', () => {
    const correct: ActOffer = {
      ...ask, task: undefined, fields: [
        { name: 'corrections.name', label: text('Tên'), kind: 'text', required: true },
        { name: 'corrections.phone', label: text('ĐT'), kind: 'text', required: false },
      ],
    };
    const typed = emptyTyped([]);
    typed.texts = { 'corrections.name': 'Lê An', 'corrections.phone': '024' };
    expect(inputOf(correct, typed)).toEqual({ corrections: { name: 'Lê An', phone: '024' } });
  });
});

describe('a correction', () => {
  const fields = (name: string, phone: string): ActOffer['fields'] => [
    { name: 'corrections.name', label: text('Tên'), kind: 'text', required: true, value: name },
    { name: 'corrections.phone', label: text('Điện thoại'), kind: 'text', required: false,
      value: phone },
    { name: 'answers', label: text('Tờ khai'), kind: 'answers', required: false,
      value: { trip: { purpose: 'Hội chợ' } } },
    { name: 'reason', label: text('Lý do'), kind: 'long-text', required: true },
  ];
  it('starts with what is recorded and sends all of it', () => {
    const offer = { ...ask, task: undefined, fields: fields('Sở Du lich', '0912') };
    const typed = emptyTyped([], offer.fields);
    typed.texts['corrections.name'] = 'Sở Du lịch';
    typed.texts.reason = 'viết sai';
    expect(inputOf(offer, typed)).toEqual({
      corrections: { name: 'Sở Du lịch', phone: '0912' }, reason: 'viết sai',
      answers: { trip: { purpose: 'Hội chợ' } },
    });
  });
  it('takes over what a colleague corrected meanwhile, and keeps what was typed', () => {
    const typed = emptyTyped([], fields('Sở Du lich', '0912'));
    typed.texts['corrections.name'] = 'Sở Du lịch';
    const moved = rebased(typed, fields('Sở Du lich', '0912'), fields('Sở DL', '0987'));
    expect(moved.texts).toEqual({ 'corrections.name': 'Sở Du lịch', 'corrections.phone': '0987' });
  });
});

describe('an amount of money', () => {
  const offer: ActOffer = {
    act: 'record-cash', label: text('Thu tiền mặt'), weight: 'quiet', irreversible: false,
    decides: false,
    fields: [{ name: 'amount', label: text('Số tiền'), kind: 'money', required: true }],
  };
  const typedAs = (amount: string) => ({ ...emptyTyped([]), texts: { amount } });
  it('is a whole number of đồng, however its thousands are set apart', () => {
    for (const amount of ['60000', '60.000', '60 000', '60,000']) {
      expect(checkTyped(offer, typedAs(amount), String)).toEqual([]);
      expect(inputOf(offer, typedAs(amount))).toEqual({ amount: 60000 });
    }
  });
  it('is nothing else', () => {
    for (const amount of ['', '0', '-5', '60.5', 'sáu mươi nghìn']) {
      expect(checkTyped(offer, typedAs(amount), String).map((error) => error.field))
        .toEqual(['amount']);
    }
  });
});

describe('what the server refuses', () => {
  const propose: ActOffer = { ...ask, fields: [
    { name: 'answers', label: text('Biểu mẫu'), kind: 'task-form', required: false,
      form: { hints: {}, schema: { type: 'object', properties: { found: { type: 'boolean' } },
        if: { properties: { found: { const: true } }, required: ['found'] },
        then: { properties: { shelf: { type: 'string' } } } } } },
    { name: 'corrections.phone', label: text('Điện thoại'), kind: 'text', required: false },
  ] };
  const problem = (...paths: string[]) => ({ type: 'about:blank', title: '', status: 422,
    code: 'step-answers-wrong',
    errors: paths.map((path) => ({ path, code: 'required', message: path })) });

  it('is told at the questions of the form, and at the other fields', () => {
    expect(refusedAt(propose, problem('/answers/people/0/name', '/corrections/phone'))).toEqual([
      { field: 'answers', id: 'field-people-0-name', message: '/answers/people/0/name' },
      { field: 'corrections.phone', message: '/corrections/phone', id: undefined },
    ]);
  });
  it('is told as a whole where some of it is at no field', () => {
    expect(refusedAt(propose, problem('/answers/found', '/task'))).toBeUndefined();
    expect(refusedAt(propose, problem())).toBeUndefined();
  });
  it('is nothing that is no longer asked: such an answer is not sent', () => {
    const typed = { ...emptyTyped([]), answers: { found: false, shelf: 'A4' } };
    expect(inputOf(propose, typed).answers).toEqual({ found: false });
    expect(inputOf(propose, { ...typed, answers: { found: true, shelf: 'A4' } }).answers)
      .toEqual({ found: true, shelf: 'A4' });
  });
});
