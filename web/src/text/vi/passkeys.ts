// Texts of passkeys, for citizens and officers alike.
import type { Words } from '../words';

export const vi = {
  'passkeys': 'Khoá truy cập',
  'lead': 'Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của máy, thay cho mật khẩu và mã xác '
    + 'thực. Khoá nằm trong máy của bạn và không ai lừa lấy được qua trang giả.',
  'none': 'Chưa có khoá truy cập nào.',
  'not-here': 'Trình duyệt hoặc địa chỉ trang này không dùng được khoá truy cập.',
  'add': 'Thêm khoá truy cập',
  'add.go': 'Tiếp tục',
  'adding': 'Đang chờ máy của bạn…',
  'added': 'Đã thêm khoá truy cập.',
  'held': 'Máy này đã có khoá truy cập của tài khoản.',
  'cancelled': 'Chưa xong: bạn đã dừng hoặc máy chờ quá lâu. Hãy thử lại.',
  'name': 'Tên khoá',
  'name.hint': 'Để bạn nhận ra, ví dụ "Điện thoại của tôi".',
  'name.missing': 'Nhập tên khoá',
  'password': 'Mật khẩu hiện tại',
  'password.missing': 'Nhập mật khẩu hiện tại',
  'rename': 'Đổi tên',
  'rename.go': 'Lưu',
  'renamed': 'Đã đổi tên.',
  'remove': 'Xoá',
  'remove.ask': 'Xoá khoá “{name}”?',
  'remove.text': 'Khoá này sẽ không đăng nhập được nữa.',
  'removed': 'Đã xoá khoá truy cập.',
  'keep': 'Giữ lại',
  'made': 'Thêm lúc {moment}.',
  'used': 'Dùng gần nhất {moment}.',
  'unused': 'Chưa dùng.',
  'sign-in': 'Đăng nhập bằng khoá truy cập',
} satisfies Record<string, Words>;
