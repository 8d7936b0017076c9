// Texts of the accessibility statement.
import type { Words } from '../words';

export const vi = {
  'title': 'Khả năng tiếp cận',
  'lead': 'Cổng này được làm để ai cũng dùng được, theo chuẩn WCAG 2.2 mức AA.',
  'status': 'Mức đạt: một phần. Những điều chưa đạt kể ở dưới. Đánh giá gần nhất: tháng 11/2026.',
  'can': 'Bạn có thể',
  'can.keyboard': 'làm mọi việc chỉ bằng bàn phím;',
  'can.reader': 'nghe toàn bộ nội dung bằng phần mềm đọc màn hình;',
  'can.zoom': 'phóng chữ đến 200% và dùng màn hình rộng 320 điểm ảnh mà không phải cuộn ngang;',
  'can.colour': 'hiểu mọi trạng thái mà không cần phân biệt màu;',
  'can.paper': 'in trang theo dõi và trang xác nhận ra giấy A4;',
  'can.words': 'đọc bằng tiếng Việt hoặc tiếng Anh, với câu ngắn và từ thường dùng.',
  'checked': 'Chúng tôi kiểm tra thế nào',
  'checked.text': 'Mỗi lần sửa phần mềm, các trang được mở trong trình duyệt, trên màn hình máy '
    + 'tính hoặc điện thoại, kiểm tra tự động bằng axe và phải không còn lỗi nào. Máy không tìm '
    + 'được mọi trở ngại.',
  'missing': 'Điều chưa đạt',
  'missing.slips':
    'Các phiếu PDF chưa được gắn thẻ cho phần mềm đọc màn hình. Trang theo dõi có đủ '
    + 'cùng nội dung.',
  'missing.papers': 'Giấy tờ người khác tải lên, như bản quét, có thể không đọc được bằng phần mềm '
    + 'đọc màn hình. Hãy báo quầy tiếp nhận để được giúp.',
  'missing.diagram': 'Hình vẽ quy trình chỉ có bản chữ là danh sách các bước, không có mọi mũi '
    + 'tên.',
  'missing.people': 'Chưa có đợt thử nào với người khuyết tật dùng thiết bị của chính họ.',
  'other': 'Cách khác để làm cùng việc',
  'other.plain': 'Bản đơn giản, không cần JavaScript',
  'other.counter': 'Hồ sơ cũng nộp được tại quầy tiếp nhận.',
  'tell': 'Nếu bạn gặp trở ngại',
  'tell.text':
    'Hãy báo cho quầy tiếp nhận. Cán bộ giúp bạn làm việc đó ngay, và trở ngại được sửa.',
} satisfies Record<string, Words>;
