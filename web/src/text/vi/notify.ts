// Texts of the choice how the office tells an applicant.
import type { Words } from '../words';

export const vi = {
  'choice': 'Cơ quan báo tin cho bạn bằng cách nào?',
  'choice.hint': 'Mỗi khi hồ sơ có việc mới: tiếp nhận, cần bổ sung, có kết quả.',
  'choice.email': 'Thư điện tử',
  'choice.sms': 'Tin nhắn SMS',
  'choice.zalo': 'Zalo',
  'choice.nowhere.email': 'Đơn không có địa chỉ thư điện tử nên cơ quan không báo được cho bạn. '
    + 'Quay lại ghi thêm, hoặc tự tra cứu.',
  'choice.nowhere.sms': 'Đơn không có số điện thoại nên cơ quan không báo được cho bạn. '
    + 'Quay lại ghi thêm, hoặc tự tra cứu.',
  'choice.nowhere.zalo': 'Đơn không có số điện thoại nên cơ quan không báo được cho bạn. '
    + 'Quay lại ghi thêm, hoặc tự tra cứu.',
  'choice.none': 'Không cần báo, tôi tự tra cứu',
  'choice.at': 'Báo đến địa chỉ nào?',
  'choice.at.form': 'Địa chỉ ghi trong đơn',
  'choice.at.account': 'Địa chỉ của tài khoản: {address}',
  'choice.language': 'Bằng ngôn ngữ nào?',
  'choice.vi': 'Tiếng Việt',
  'choice.en': 'Tiếng Anh',
} satisfies Record<string, Words>;
