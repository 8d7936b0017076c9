// Texts of the citizens' pages.
import type { Words } from '../words';

export const vi = {
  'nav.procedures': 'Thủ tục',
  'nav.tracking': 'Theo dõi hồ sơ',
  'nav.drafts': 'Hồ sơ đang làm',
  'home.title': 'Bạn cần làm thủ tục gì?',
} satisfies Record<string, Words>;
