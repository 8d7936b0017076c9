// Phản ánh, kiến nghị đã gửi: xác nhận.
export const vi = {
  'sent.title': 'Đã nhận phản ánh, kiến nghị của bạn',
  'sent.lead': 'Hãy giữ hai mã này. Mã tra cứu chỉ hiện một lần.',
  'sent.lead.mail': 'Chúng tôi cũng báo cho bạn qua thư điện tử.',
  'sent.out-of-reach': 'Bạn không để lại địa chỉ, nên không ai báo được cho bạn. Câu trả lời chỉ '
    + 'xem được bằng hai mã này.',
  'sent.code': 'Mã phản ánh',
  'sent.secret': 'Mã tra cứu',
  'sent.promise': 'Trả lời chậm nhất',
  'sent.received': 'Tính từ {moment}',
  'sent.follow': 'Xem phản ánh',
  'sent.print': 'In trang này',
  'sent.gone': 'Không còn xác nhận ở đây',
  'sent.gone.text': 'Xác nhận chỉ giữ trong thẻ trình duyệt đã gửi. Hãy dùng mã phản ánh và mã '
    + 'tra cứu để xem.',
  'look.title': 'Theo dõi phản ánh, kiến nghị',
};
