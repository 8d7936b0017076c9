// Texts of who decides an application, and who acted in whose place.
import type { Words } from '../words';

export const vi = {
  'title': 'Ai quyết định',
  'who': 'Người quyết định',
  'instrument': 'Theo văn bản',
  'within': 'Trong thời hạn',
  'unchecked': 'Thẩm quyền này theo tài liệu chưa kiểm chứng.',
  'acting': 'Thay mặt {name}, {post}, theo văn bản {paper}',
} satisfies Record<string, Words>;
