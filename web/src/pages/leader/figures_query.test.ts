import { describe, expect, it } from 'vitest';
import { cellAddress, columnName, labelOfCell, lastQuarter, type Figures } from './figures_query';

const text = (vi: string) => ({ vi, en: vi });

describe('the period the page opens with', () => {
  it('is the last full quarter', () => {
    expect(lastQuarter('2017-04-12T08:00:00+07:00')).toBe('2017-Q1');
    expect(lastQuarter('2017-12-31T08:00:00+07:00')).toBe('2017-Q3');
  });
  it('is last year\'s fourth in the first quarter', () => {
    expect(lastQuarter('2017-01-02T08:00:00+07:00')).toBe('2016-Q4');
  });
});

describe('the address behind a number', () => {
  it('carries period and cell', () => {
    expect(cellAddress('2017-Q1', 'official/abtc/10', 2))
      .toBe('/dieu-hanh/danh-sach/?period=2017-Q1&cell=official%2Fabtc%2F10&page=2');
  });
});

describe('the name of a cell', () => {
  const figures = {
    official: {
      rows: [{ name: text('Lãnh sự'), columns: [{ column: 10, count: 4, cell: 'c10' }] }],
      total: { name: text('Tổng'), columns: [{ column: 3, count: 9, cell: 't3' }] }, memo: [
        { label: text('Đã xin lỗi'), count: 1, cell: 'm1' }], identities: [],
    },
    rates: [{ label: text('Theo lần hẹn đầu'), numerator_cell: 'n', denominator_cell: 'd',
      rest: [{ label: text('Quá hạn'), count: 4, cell: 'r' }],
      rescued: [{ label: text('Nhờ xin lỗi'), count: 3, cell: 'saved' }] }],
    charts: { open_by_age: [], on_time_by_month: [] },
    terms: { rows: [{ name: text('Xuất cảnh'), promised_cell: 'p', longer_cell: 'l' }] },
    levels: { rate: { label: text('Toàn trình'), numerator_cell: 'w', denominator_cell: 'all' },
      rows: [{ name: text('Xuất cảnh'), levels: [{ level: 3, count: 1, cell: 'three' }] }] },
    satisfaction: { all: { finished_cell: 'f', rated_cell: 'g' }, rows: [] },
    held: [{ name: text('Phòng Lãnh sự'), cell: 'h', over_share_cell: 'o', late_cell: 'late' }],
  } as unknown as Figures;
  it('says what the number was on the figures page', () => {
    expect(labelOfCell(figures, 'c10')).toBe('Số hồ sơ đã giải quyết: quá hạn, Lãnh sự');
    expect(labelOfCell(figures, 't3')).toBe('Số hồ sơ tiếp nhận: tổng số');
    expect(labelOfCell(figures, 'm1')).toBe('Đã xin lỗi');
    expect(labelOfCell(figures, 'r')).toBe('Quá hạn');
    expect(labelOfCell(figures, 'saved')).toBe('Nhờ xin lỗi');
    expect(labelOfCell(figures, 'l')).toBe('Xin lỗi, hẹn lại: Xuất cảnh');
    expect(labelOfCell(figures, 'three')).toBe('Mức độ 3: Xuất cảnh');
    expect(labelOfCell(figures, 'w')).toBe('Toàn trình: tử số');
    expect(labelOfCell(figures, 'g')).toBe('Đã đánh giá: Cả cơ quan');
    expect(labelOfCell(figures, 'late')).toBe('Trễ do đơn vị: Phòng Lãnh sự');
    expect(labelOfCell(figures, 'unknown')).toBe('');
  });
  it('names a column with its group', () => {
    expect(columnName(3)).toBe('Số hồ sơ tiếp nhận: tổng số');
  });
});
