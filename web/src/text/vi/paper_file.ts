// Texts of a file as people open it: where it comes from, its signatures.
import type { Words } from '../words';

export const vi = {
  'view': 'Xem',
  'new_tab': '(mở thẻ mới)',
  'origin': 'Giấy tờ cơ quan đã có, lấy từ hồ sơ {code}.',
  'signatures': 'Chữ ký số trong tệp',
  'signatures.failed': 'Chưa kiểm tra được chữ ký số trong tệp.',
  'signatures.unreadable': 'Tệp có chữ ký số, nhưng bị hỏng nên không kiểm tra được.',
  'signer.unknown': 'Không rõ người ký',
  'signature.holds': 'Chữ ký đúng, chứng thư số được tin cậy.',
  'signature.broken': 'Chữ ký không đúng, hoặc tệp bị hỏng.',
  'signature.changed': 'Tệp đã bị sửa sau khi ký.',
  'signature.untrusted': 'Chữ ký còn nguyên, nhưng không xác nhận được ai đã ký.',
  'signature.whole': 'Ký trên toàn bộ tệp.',
  'signature.part': 'Sau khi ký, tệp có phần được thêm vào.',
  'signature.time': 'Ký lúc {moment}, theo giờ máy người ký.',
  'signature.time.proven': 'Ký lúc {moment}, có dấu thời gian chứng thực.',
  'store': { one: 'Lấy giấy tờ cơ quan đã có ({count})',
    other: 'Lấy giấy tờ cơ quan đã có ({count})' },
  'store.lead': 'Không cần gửi lại những gì cơ quan đã có của bạn.',
  'store.given': 'Đã nộp trong hồ sơ {code}',
  'store.issued': 'Kết quả cơ quan đã cấp, hồ sơ {code}',
  'store.drafted': 'Trong một đơn bạn đang điền',
  'store.take': 'Dùng giấy tờ này',
  'store.taken': 'Đã lấy {name} từ giấy tờ cơ quan đã có.',
} satisfies Record<string, Words>;
