// Texts of news, guidance and what people reply.
import type { Words } from '../words';

export const vi = {
  'title': 'Tin tức và hướng dẫn',
  'kinds': 'Loại bài',
  'kinds.any': 'Tất cả',
  'kinds.news': 'Tin tức',
  'kinds.guidance': 'Hướng dẫn',
  'kind.news': 'Tin tức',
  'kind.guidance': 'Hướng dẫn',
  'empty': 'Chưa có bài nào.',
  'corrected': 'Bài đã sửa lúc {moment}.',
  'replies': 'Ý kiến của người dân ({count})',
  'answer': 'Cơ quan trả lời',
  'reply': 'Gửi ý kiến hoặc câu hỏi',
  'reply.send': 'Gửi ý kiến',
  'reply.busy': 'Đang gửi…',
  'reply.sent': 'Đã nhận ý kiến của bạn. Cán bộ đọc xong sẽ đăng, và báo cho bạn qua thư.',
  'name': 'Tên của bạn',
  'name.hint': 'Hiện cùng ý kiến.',
  'name.missing': 'Nhập tên của bạn',
  'email': 'Thư điện tử',
  'email.hint': 'Không hiện cho ai xem, chỉ để báo cho bạn.',
  'email.missing': 'Nhập thư điện tử của bạn',
  'text': 'Ý kiến',
  'text.hint': 'Đừng ghi số giấy tờ hay chuyện riêng của ai. Hỏi về một hồ sơ thì xem trang theo '
    + 'dõi.',
  'text.missing': 'Nhập ý kiến của bạn',
} satisfies Record<string, Words>;
