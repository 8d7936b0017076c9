export const en = {
  'sent.title': 'We received your complaint or suggestion',
  'sent.lead': 'Please keep these two codes. The look-up code is shown only once.',
  'sent.lead.mail': 'We will also tell you by e-mail.',
  'sent.out-of-reach': 'You left no address, so nobody can tell you. The answer is seen only with '
    + 'these two codes.',
  'sent.code': 'Code',
  'sent.secret': 'Look-up code',
  'sent.promise': 'Answered by',
  'sent.received': 'Counted from {moment}',
  'sent.follow': 'Look at it',
  'sent.print': 'Print this page',
  'sent.gone': 'There is no confirmation here any more',
  'sent.gone.text': 'A confirmation is kept only in the tab that sent it. Please use the code and '
    + 'the look-up code.',
  'look.title': 'Follow a complaint or suggestion',
};
