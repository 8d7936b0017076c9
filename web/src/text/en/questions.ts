// Texts of the questions an officer asks for again, in English.
import type { Words } from '../words';
import type { vi } from '../vi/questions';

export const en: Record<keyof typeof vi, Words> = {
  'questions': 'Questions of the form to correct',
  'question_of_form': 'Form, “{question}”',
  'question_now': 'Answered now: {answer}',
  'question_what': 'What to correct',
  'question_drop': 'Leave this out',
  'question_add': 'Add a question of the form for the applicant to correct',
  'question_add_hint':
    'Type a few letters of its name. Only the questions you choose are opened again.',
};
