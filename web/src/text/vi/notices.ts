// Texts about notices to an applicant, for him and for officers.
import type { Words } from '../words';

export const vi = {
  'state.waiting': 'Chờ gửi',
  'state.sent': 'Đã gửi',
  'state.in-app-only': 'Chỉ hiện ở đây',
  'state.dead-letter': 'Không gửi được',
  'by.email': 'thư điện tử',
  'by.sms': 'tin nhắn SMS',
  'by.zalo': 'Zalo',
  'to': 'Gửi qua {channel} đến {address}',
  'read': 'Đọc thông báo',
  'why': 'Lý do: {error}',
  'next': 'Gửi lại lúc {moment}',
  'sent-to-you': 'Thông báo cho bạn',
  'complain': 'Có điều chưa hài lòng?',
  'complain.text': 'Cán bộ đã xử lý hồ sơ này không được trả lời phản ánh về nó.',
} satisfies Record<string, Words>;
