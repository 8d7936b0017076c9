// Phản ánh, kiến nghị gửi từ tài khoản.
import type { Words } from '../words';

export const vi = {
  'title': 'Phản ánh, kiến nghị đã gửi',
  'received': 'Gửi lúc {moment}.',
  'due': 'Chậm nhất {moment}.',
  'late': 'Cơ quan đã trễ',
} satisfies Record<string, Words>;
