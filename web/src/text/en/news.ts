import type { Words } from '../words';
import type { vi } from '../vi/news';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'News and guidance',
  'kinds': 'Kinds',
  'kinds.any': 'All',
  'kinds.news': 'News',
  'kinds.guidance': 'Guidance',
  'kind.news': 'News',
  'kind.guidance': 'Guidance',
  'empty': 'Nothing has been published yet.',
  'corrected': 'Corrected at {moment}.',
  'replies': 'Replies ({count})',
  'answer': 'The office answers',
  'reply': 'Send a reply or a question',
  'reply.send': 'Send',
  'reply.busy': 'Sending…',
  'reply.sent': 'We have your reply. It is published once an officer has read it, and you are told '
    + 'by mail.',
  'name': 'Your name',
  'name.hint': 'Shown with the reply.',
  'name.missing': 'Enter your name',
  'email': 'E-mail',
  'email.hint': 'Shown to nobody, only used to tell you.',
  'email.missing': 'Enter your e-mail address',
  'text': 'Reply',
  'text.hint': 'Please leave out numbers of papers and private matters. For one application, see '
    + 'its tracking page.',
  'text.missing': 'Enter your reply',
};
