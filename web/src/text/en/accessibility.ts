import type { Words } from '../words';
import type { vi } from '../vi/accessibility';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'Accessibility',
  'lead': 'This portal is made for everybody to use, by WCAG 2.2 level AA.',
  'can': 'You can',
  'can.keyboard': 'do everything with the keyboard alone;',
  'can.reader': 'hear all content with a screen reader;',
  'can.zoom': 'enlarge text to 200% and use a screen 320 pixels wide without scrolling sideways;',
  'can.colour': 'understand every state without telling colours apart;',
  'can.paper': 'print the tracking and confirmation pages on A4;',
  'can.words': 'read it in Vietnamese or English, in short sentences and common words.',
  'checked': 'How we check',
  'checked.text': 'With every change of the program, every page in both languages, on desktop and '
    + 'phone, is checked by axe and must have no violation left.',
  'missing': 'What is missing',
  'missing.slips': 'The PDF slips carry no tags for screen readers yet. The tracking page has the '
    + 'same content.',
  'missing.people': 'No trial yet with people with disabilities on their own devices.',
  'tell': 'If something stands in your way',
  'tell.text':
    'Tell the reception counter. An officer helps you at once, and the obstacle is mended.',
};
