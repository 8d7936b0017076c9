// Texts of sending files.
import type { Words } from '../words';

export const vi = {
  'choose': 'Chụp hoặc chọn tệp',
  'more': 'Thêm tệp',
  'rule': 'PDF, JPG hoặc PNG; mỗi tệp tối đa {megabytes} MB, tệp PDF tối đa {pages} trang.',
  'sending': 'Đang gửi, {percent}%',
  'received': 'Đã nhận',
  'remove': 'Xoá',
  'again': 'Gửi lại',
  'leave': 'Bỏ',
  'fault.type': 'Chỉ nhận tệp PDF, JPG hoặc PNG.',
  'fault.size': 'Tệp nặng {size}. Mỗi tệp tối đa {most} MB.',
  'fault.empty': 'Tệp rỗng. Hãy chọn tệp khác.',
  'fault.offline': 'Mất kết nối khi đang gửi. Kiểm tra mạng rồi bấm Gửi lại.',
  'said.received': 'Đã nhận tệp {name}.',
  'said.failed': 'Chưa gửi được tệp {name}.',
  'said.removed': 'Đã xoá tệp {name}.',
} satisfies Record<string, Words>;
