// Texts of what the scanner for malware said about papers, and of the quarantine.
import type { Words } from '../words';

export const vi = {
  'mark.not-scanned': 'Chưa quét mã độc',
  'mark.waiting': 'Chờ quét mã độc',
  'mark.clean': 'Đã quét, không thấy mã độc',
  'mark.infected': 'Có mã độc, đã cách ly',
  'mark.too-large': 'Quá lớn, không quét được',
  'when': 'Quét lúc {moment}.',
  'when.signatures': 'Quét lúc {moment}, mẫu nhận dạng {signatures}.',
  'virus': 'Mã độc: {virus}.',
  'closed.waiting': 'Mở được khi quét xong.',
  'closed.too-large': 'Không mở được khi chưa quét. Hãy báo người quản trị hệ thống.',
  'closed.infected': 'Không ai mở được tệp này. Hãy yêu cầu người nộp bổ sung bản sạch.',
  'warned': 'Mở dù chưa quét',
  'warning': 'Chưa ai biết tệp này có an toàn không. Chỉ mở khi không thể chờ, trên máy có phần '
    + 'mềm chống mã độc.',
  'quarantine': 'Tệp bị cách ly',
  'quarantine.lead': 'Những tệp gửi lên có mã độc. Chúng được giữ riêng để người quản trị xem xét, '
    + 'không ai mở được ở đây.',
  'quarantine.none': 'Chưa có tệp nào bị cách ly.',
  'quarantine.off': 'Cơ quan chưa nối máy quét mã độc: giấy tờ nhận về đều ghi là chưa quét.',
  'quarantine.virus': 'Mã độc',
  'quarantine.when': 'Phát hiện',
  'quarantine.digest': 'SHA-256',
} satisfies Record<string, Words>;
