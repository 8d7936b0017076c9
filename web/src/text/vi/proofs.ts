// Texts of confirming an address and of a forgotten password.
import type { Words } from '../words';

export const vi = {
  'forgotten': 'Quên mật khẩu',
  'forgotten.lead': 'Nhập địa chỉ thư bạn dùng để đăng nhập. Nếu địa chỉ có tài khoản, chúng tôi '
    + 'gửi đến đó một liên kết để chọn mật khẩu mới.',
  'forgotten.send': 'Gửi liên kết',
  'forgotten.busy': 'Đang gửi…',
  'forgotten.sent': 'Hãy xem hộp thư',
  'forgotten.sent.text': 'Nếu {email} có tài khoản, thư sẽ đến trong ít phút. Liên kết dùng được '
    + 'một lần, trong một giờ. Không thấy thư thì xem cả mục thư rác; năm phút sau có thể gửi lại.',
  'reset': 'Chọn mật khẩu mới',
  'reset.lead': 'Đổi xong, mọi nơi đang đăng nhập đều phải đăng nhập lại.',
  'reset.send': 'Đặt mật khẩu mới',
  'reset.code': 'Tài khoản này bật xác thực hai lớp. Nhập mã trong ứng dụng để đổi mật khẩu.',
  'reset.done': 'Đã đặt mật khẩu mới',
  'reset.done.text': 'Hãy đăng nhập bằng mật khẩu mới.',
  'over': 'Liên kết này không dùng được nữa',
  'over.text': 'Nó đã được dùng, đã hết hạn, hoặc chép chưa đủ.',
  'again': 'Yêu cầu liên kết mới',
  'confirm': 'Xác nhận địa chỉ thư',
  'confirm.lead': 'Bấm nút dưới đây để xác nhận rằng bạn đọc được thư gửi đến địa chỉ này.',
  'confirm.send': 'Xác nhận địa chỉ',
  'confirm.done': 'Đã xác nhận địa chỉ thư',
  'confirm.done.text': 'Quên mật khẩu thì bạn lấy lại được qua địa chỉ này.',
  'confirmed': 'Địa chỉ thư đã được xác nhận.',
  'unconfirmed': 'Địa chỉ thư chưa được xác nhận. Hãy mở liên kết trong thư chúng tôi đã gửi.',
  'unconfirmed.again': 'Gửi lại thư xác nhận',
  'unconfirmed.sent': 'Thư xác nhận đang ở trong hộp thư của bạn, hoặc sẽ đến trong ít phút.',
} satisfies Record<string, Words>;
