// Texts of the accessibility statement.
import type { Words } from '../words';

export const vi = {
  'title': 'Khả năng tiếp cận',
  'lead': 'Cổng này được làm để ai cũng dùng được, theo chuẩn WCAG 2.2 mức AA.',
  'can': 'Bạn có thể',
  'can.keyboard': 'làm mọi việc chỉ bằng bàn phím;',
  'can.reader': 'nghe toàn bộ nội dung bằng phần mềm đọc màn hình;',
  'can.zoom': 'phóng chữ đến 200% và dùng màn hình rộng 320 điểm ảnh mà không phải cuộn ngang;',
  'can.colour': 'hiểu mọi trạng thái mà không cần phân biệt màu;',
  'can.paper': 'in trang theo dõi và trang xác nhận ra giấy A4;',
  'can.words': 'đọc bằng tiếng Việt hoặc tiếng Anh, với câu ngắn và từ thường dùng.',
  'checked': 'Chúng tôi kiểm tra thế nào',
  'checked.text': 'Mỗi lần sửa phần mềm, mọi trang ở cả hai ngôn ngữ, trên máy tính và điện thoại, '
    + 'được kiểm tra tự động bằng axe và phải không còn lỗi nào.',
  'missing': 'Điều chưa đạt',
  'missing.slips':
    'Các phiếu PDF chưa được gắn thẻ cho phần mềm đọc màn hình. Trang theo dõi có đủ '
    + 'cùng nội dung.',
  'missing.people': 'Chưa có đợt thử nào với người khuyết tật dùng thiết bị của chính họ.',
  'tell': 'Nếu bạn gặp trở ngại',
  'tell.text':
    'Hãy báo cho quầy tiếp nhận. Cán bộ giúp bạn làm việc đó ngay, và trở ngại được sửa.',
} satisfies Record<string, Words>;
