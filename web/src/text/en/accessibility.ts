import type { Words } from '../words';
import type { vi } from '../vi/accessibility';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'Accessibility',
  'lead': 'This portal is made for everybody to use, by WCAG 2.2 level AA.',
  'status': 'Status: partly conforms. What is missing is told below. Last assessed: November 2026.',
  'can': 'You can',
  'can.keyboard': 'do everything with the keyboard alone;',
  'can.reader': 'hear all content with a screen reader;',
  'can.zoom': 'enlarge text to 200% and use a screen 320 pixels wide without scrolling sideways;',
  'can.colour': 'understand every state without telling colours apart;',
  'can.paper': 'print the tracking and confirmation pages on A4;',
  'can.words': 'read it in Vietnamese or English, in short sentences and common words.',
  'checked': 'How we check',
  'checked.text': 'With every change of the program its pages are opened in a browser, on a '
    + 'desktop’s or a phone’s screen, checked by axe, and must have no violation left. A machine '
    + 'does not find every obstacle.',
  'missing': 'What is missing',
  'missing.slips': 'The PDF slips carry no tags for screen readers yet. The tracking page has the '
    + 'same content.',
  'missing.papers': 'Papers others uploaded, such as scans, may be closed to a screen reader. '
    + 'Ask the reception counter for help.',
  'missing.diagram': 'Of the drawing of a process only the list of steps is there as text, not '
    + 'every arrow.',
  'missing.people': 'No trial yet with people with disabilities on their own devices.',
  'other': 'Other ways to do the same',
  'other.plain': 'Plain pages, without JavaScript',
  'other.counter': 'You can apply at the reception counter too.',
  'tell': 'If something stands in your way',
  'tell.text':
    'Tell the reception counter. An officer helps you at once, and the obstacle is mended.',
};
