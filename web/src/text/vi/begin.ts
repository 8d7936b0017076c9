// Texts of beginning an application, and of those begun and not sent.
import type { Words } from '../words';

export const vi = {
  'start.prepare': 'Chuẩn bị',
  'start.papers': 'Bản chụp hoặc tệp PDF của các giấy tờ sau:',
  'start.time': 'Bạn có thể dừng bất cứ lúc nào. Bản nháp được giữ 30 ngày, mở lại trên máy này.',
  'start.time.account': 'Bạn có thể dừng bất cứ lúc nào. Bản nháp được giữ 30 ngày trong '
    + 'tài khoản, mở lại được trên máy khác.',
  'start.begin': 'Bắt đầu',
  'start.busy': 'Đang mở…',
  'start.drafts': 'Bạn đang làm dở',
  'start.for-whom': 'Bạn nộp cho ai?',
  'start.for-whom.hint': 'Thông tin của người này được điền sẵn vào đơn.',
  'start.for-whom.missing': 'Chọn người nộp hồ sơ',
  'start.myself': '{name} (bản thân tôi)',
  'start.account': 'Có tài khoản thì được điền sẵn thông tin. Không bắt buộc.',
  'drafts.title': 'Hồ sơ đang làm',
  'drafts.lead': 'Các bản nháp bắt đầu trên máy này. Chưa gửi thì chưa được tính thời hạn.',
  'drafts.none': 'Chưa có hồ sơ nào đang làm dở trên máy này.',
  'drafts.lead.account': 'Các bản nháp trong tài khoản và trên máy này. Chưa gửi thì chưa được '
    + 'tính thời hạn.',
  'drafts.none.account': 'Không có hồ sơ nào đang làm dở.',
  'drafts.in-account': 'Trong tài khoản, mở được trên máy khác.',
  'drafts.here': 'Chỉ trên máy này.',
  'drafts.account': 'Bắt đầu từ tài khoản?',
  'drafts.choose': 'Chọn thủ tục để bắt đầu',
  'drafts.saved': 'Lưu lần cuối {moment}. Chưa gửi.',
  'drafts.go-on': 'Làm tiếp',
  'drafts.take-in': 'Đưa vào tài khoản',
  'drafts.remove': 'Xoá bản nháp',
  'drafts.remove.ask': 'Xoá bản nháp này?',
  'drafts.remove.text': 'Nội dung đã điền và các tệp đã tải lên sẽ mất, không lấy lại được.',
  'drafts.keep': 'Giữ lại',
} satisfies Record<string, Words>;
