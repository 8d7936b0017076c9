// Texts of an address and its places.
import type { Words } from '../words';

export const vi = {
  'none': 'Không có trong danh sách gợi ý. Tên bạn gõ được giữ nguyên.',
  'source': 'Gợi ý theo {source}. Có thể thiếu hoặc đã đổi; bạn gõ được tên khác.',
} satisfies Record<string, Words>;
