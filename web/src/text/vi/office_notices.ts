// Texts of the office’s notices: what could not be delivered, and the templates.
import type { Words } from '../words';

export const vi = {
  'sent': 'Thông báo đã gửi',
  'none': 'Chưa có thông báo nào: người nộp không để lại địa chỉ hoặc không muốn nhận.',
  'none-given-up': 'Không có thông báo nào gửi không được.',
  'again': 'Gửi lại',
  'again.done': 'Thông báo đã được xếp vào hàng chờ gửi.',
  'title': 'Thông báo',
  'channels': 'Cơ quan đang gửi thông báo qua: {channels}.',
  'channels.none': 'Cơ quan chưa nối máy chủ thư hay cổng tin nhắn nào: thông báo chỉ hiện trong '
    + 'ứng dụng.',
  'dead': 'Gửi không được',
  'newest': 'Mới nhất',
  'digest': 'Thư tóm tắt buổi sáng',
  'digest.lead': 'Việc đến hạn trong ngày, quá hạn và đang chờ của bộ phận bạn; không nêu tên '
    + 'người nộp.',
  'digest.wanted': 'Gửi cho tôi lúc {at} mỗi ngày làm việc, đến {address}',
  'digest.language': 'Thư tóm tắt viết bằng',
  'digest.no-address': 'office.toml chưa ghi địa chỉ thư của bạn nên bạn không nhận thư này.',
  'digest.off': 'Cơ quan không dùng thư tóm tắt.',
  'templates': 'Mẫu thông báo',
  'templates.lead': 'Lời của cơ quan gửi người nộp. Trưởng phòng và lãnh đạo sửa được; mọi cán bộ '
    + 'xem trước được.',
  'template.choose': 'Loại thông báo',
  'template.language': 'Ngôn ngữ',
  'language.vi': 'Tiếng Việt',
  'language.en': 'Tiếng Anh',
  'template.own': 'Lời riêng của cơ quan',
  'subject': 'Tiêu đề',
  'body': 'Nội dung thư',
  'text': 'Tin ngắn (SMS, Zalo)',
  'names.body': 'Có thể dùng: {names}',
  'names.open': 'Nhiều người có thể đọc phần này, nên chỉ dùng được: {names}',
  'code': 'Xem trước với hồ sơ (mã hồ sơ)',
  'code.hint': 'Để trống để xem với một hồ sơ mẫu.',
  'preview': 'Xem trước',
  'save': 'Lưu mẫu',
  'saved': 'Đã lưu. Thông báo từ việc tiếp theo dùng lời mới.',
  'reset': 'Trở về lời có sẵn',
} satisfies Record<string, Words>;
