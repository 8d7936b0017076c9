// Texts of the open figures.
import type { Words } from '../words';

export const vi = {
  'title': 'Chúng tôi giữ hẹn thế nào',
  'lead': '{office}. {quarter}, từ {from} đến {to}, chốt lúc {as_of}.',
  'quarter': 'Quý',
  'print': 'In trang này',
  'rates': 'Tỷ lệ đúng hẹn',
  'rates.lead': 'Có nhiều cách tính. Mỗi tỷ lệ cho xem cả hai con số, để bạn tự kiểm tra.',
  'rate.none': 'Không có hồ sơ nào đến hạn',
  'rate.dossiers': 'hồ sơ',
  'rate.rescued': 'Đúng chỉ nhờ đổi ngày hẹn',
  'rate.rest': 'Số còn lại là',
  'rate.left-out': 'Không tính vào tỷ lệ',
  'rate.how': 'Tính thế nào',
  'lines': 'Theo thủ tục',
  'lines.lead': 'Trong ngoặc là số hồ sơ đúng hẹn trên số hồ sơ được tính.',
  'lines.procedure': 'Thủ tục',
  'count.received': 'Tiếp nhận',
  'count.settled': 'Đã giải quyết',
  'count.settled_late': 'trong đó quá hạn',
  'count.open': 'Đang giải quyết',
  'count.open_overdue': 'trong đó đã quá hạn',
  'late': 'Hồ sơ trễ hẹn nằm lâu ở đâu',
  'late.lead': 'Mỗi hồ sơ trễ được tính cho đơn vị giữ nó quá phần thời gian của mình nhiều nhất.',
  'late.few': 'Có ít hơn {minimum} hồ sơ trễ, nên không chia theo đơn vị.',
  'notes': 'Đọc các con số này',
  'notes.minimum': 'Dòng nào có nhóm ít hơn {minimum} hồ sơ thì gộp với dòng khác, để không ai bị '
    + 'nhận ra.',
  'notes.over': 'Chỉ công bố quý đã hết, như số liệu lúc hết quý. Những số này được đếm từ chính '
    + 'sổ của cơ quan, cùng một cách tính với báo cáo của lãnh đạo.',
  'withheld': 'Quý này có quá ít hồ sơ (dưới {minimum}). Công bố thì có thể nhận ra từng người, '
    + 'nên chúng tôi không công bố.',
  'files': 'Dữ liệu mở',
  'files.lead': 'Cũng những con số này ở dạng máy đọc được. Địa chỉ và tên trường không đổi.',
  'files.csv': 'Tải CSV',
  'files.json': 'Xem JSON',
  'files.fields': 'Các quý và ý nghĩa từng trường (JSON)',
  'files.licence': 'Giấy phép:',
  'files.no-licence': 'cơ quan chưa chọn giấy phép.',
} satisfies Record<string, Words>;
