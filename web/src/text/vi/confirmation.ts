// Texts of the page after sending: the two codes, the promise, what comes next.
import type { Words } from '../words';

export const vi = {
  'done.title': 'Đã nhận hồ sơ của bạn',
  'done.lead': 'Giữ lại hai mã dưới đây để theo dõi. In trang này hoặc chụp màn hình.',
  'done.code': 'Mã hồ sơ',
  'done.secret': 'Mã tra cứu',
  'done.secret.note': 'Ai có cả hai mã đều xem được hồ sơ. Đừng đưa cho người lạ.',
  'done.qr': 'Mã QR mở trang theo dõi hồ sơ {code}',
  'done.qr.note': 'Quét để mở trang theo dõi.',
  'done.promise': 'Hẹn trả kết quả',
  'done.no-promise': 'Thủ tục này không có thời hạn cố định.',
  'done.received': 'Tính là nhận lúc {moment}.',
  'done.next': 'Việc tiếp theo',
  'done.next.1': 'Bộ phận Một cửa kiểm tra giấy tờ. Nếu thiếu, bạn được báo rõ thiếu gì, một lần.',
  'done.next.2': 'Xem tiến độ bất cứ lúc nào bằng hai mã trên, không cần tài khoản.',
  'done.track': 'Theo dõi hồ sơ',
  'done.print': 'In trang này',
  'done.slip': 'Tải giấy hẹn (PDF)',
  'done.gone': 'Trang xác nhận này chỉ mở được ngay sau khi gửi',
  'done.gone.text': 'Hãy theo dõi hồ sơ bằng mã hồ sơ và mã tra cứu bạn đã nhận.',
} satisfies Record<string, Words>;
