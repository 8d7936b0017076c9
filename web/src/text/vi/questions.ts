// Texts of the questions an officer asks for again.
import type { Words } from '../words';

export const vi = {
  'questions': 'Mục của tờ khai cần sửa',
  'question_of_form': 'Tờ khai, mục “{question}”',
  'question_now': 'Đang ghi: {answer}',
  'question_what': 'Cần sửa gì',
  'question_drop': 'Bỏ mục này',
  'question_add': 'Thêm mục của tờ khai để người nộp sửa',
  'question_add_hint': 'Gõ vài chữ của tên mục, không cần dấu. Chỉ các mục bạn chọn được mở lại.',
} satisfies Record<string, Words>;
