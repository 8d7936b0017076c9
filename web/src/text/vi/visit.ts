// Texts of the way from a dossier to a time at the counter.
import type { Words } from '../words';

export const vi = {
  'bring-papers': 'Đặt lịch mang giấy tờ đến quầy',
  'collect-result': 'Đặt lịch nhận kết quả',
} satisfies Record<string, Words>;
