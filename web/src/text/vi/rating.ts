// Đánh giá việc phục vụ, trên trang theo dõi hồ sơ.
export const vi = {
  'title': 'Đánh giá việc phục vụ',
  'lead': 'Bạn có thể đánh giá một lần. Không bắt buộc, và không ảnh hưởng gì đến kết quả.',
  'begin': 'Đánh giá',
  'none': 'Hãy chọn ít nhất một câu trả lời',
  'note': 'Bạn muốn nói thêm điều gì?',
  'note.hint': 'Cơ quan đọc được phần này. Muốn được trả lời, hãy gửi phản ánh, kiến nghị.',
  'send': 'Gửi đánh giá',
  'done': 'Bạn đã đánh giá lúc {moment}. Cảm ơn bạn.',
};
