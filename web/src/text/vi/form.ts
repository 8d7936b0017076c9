// Texts of the form engine: what to do about a wrong answer, and the inputs' own words.
import type { Words } from '../words';

export const vi = {
  'error.required': 'Nhập {small}',
  'error.choose': 'Chọn {small}',
  'error.agree': 'Bạn cần đánh dấu “{label}”',
  'error.type': '{label} chưa đúng dạng',
  'error.pattern': '{label} chưa đúng dạng',
  'error.format': '{label} chưa đúng. Kiểm tra lại',
  'error.date': '{label} phải là ngày có thật, ví dụ 27 3 1985',
  'error.minLength': '{label} phải có ít nhất {limit} ký tự',
  'error.maxLength': '{label} không quá {limit} ký tự',
  'error.minimum': '{label} phải từ {limit} trở lên',
  'error.maximum': '{label} không quá {limit}',
  'error.minItems': 'Thêm ít nhất {limit} mục vào {small}',
  'error.maxItems': '{label} không quá {limit} mục',
  'error.enum': 'Chọn {small} trong danh sách',
  'search.none': 'Không có mục nào khớp.',
  'search.count': '{count} mục khớp',
  'choose': 'Chọn {small}',
  'yes': 'Có',
  'no': 'Không',
  'item.add': 'Thêm {small}',
  'item.remove': 'Xoá',
  'item.title': '{item} {number}',
  'item.added': 'Đã thêm {item} {number}.',
  'item.removed': 'Đã xoá.',
} satisfies Record<string, Words>;
