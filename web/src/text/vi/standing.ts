// Words for an issued result, the same for officers, applicants and anybody who checks it.
import type { Words } from '../words';

export const vi = {
  'standing.valid': 'Còn hiệu lực',
  'standing.expired': 'Hết hiệu lực',
  'standing.replaced': 'Đã được thay thế',
  'standing.revoked': 'Đã bị thu hồi',
  'origin.composed': 'Cơ quan soạn và ký số',
  'origin.received': 'Cơ quan khác ký số, cơ quan này phát hành',
  'origin.digitised': 'Bản số hoá từ bản giấy, có dấu số của cơ quan',
  'signers': 'Người ký, con dấu',
  'issued-at': 'Phát hành lúc',
  'valid-until': 'Có giá trị đến',
} satisfies Record<string, Words>;
