// Texts of the guided choice.
import type { Words } from '../words';

export const vi = {
  'title': 'Chọn thủ tục',
  'answered': 'Bạn đã trả lời',
  'change': 'Đổi',
  'change.what': 'Đổi câu trả lời: {question}',
  'found': 'Bạn cần thủ tục này',
  'see': 'Xem giấy tờ, thời hạn và cách nộp',
  'closed': 'Thủ tục này chưa nhận hồ sơ qua mạng.',
  'advice': 'Bạn nên làm thế này',
  'all': 'Xem tất cả thủ tục',
  'again': 'Chọn lại từ đầu',
} satisfies Record<string, Words>;
