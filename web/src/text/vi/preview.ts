// Texts of looking at a paper in the page.
import type { Words } from '../words';

export const vi = {
  'picture': 'Ảnh {name}',
  'open': 'Mở tệp trong thẻ mới',
  'failed': 'Không vẽ được tệp này trong trang. Hãy mở tệp trong thẻ mới.',
  'page': 'Trang {number} trên {count}',
  'before': 'Trang trước',
  'after': 'Trang sau',
  'larger': 'Phóng to',
} satisfies Record<string, Words>;
