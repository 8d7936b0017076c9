import type { Words } from '../words';
import type { vi } from '../vi/open_figures';

export const en: Record<keyof typeof vi, Words> = {
  'title': 'How we keep our promises',
  'lead': '{office}. {quarter}, from {from} to {to}, as of {as_of}.',
  'quarter': 'Quarter',
  'print': 'Print this page',
  'rates': 'Promises kept',
  'rates.lead': 'There are several ways to count. Each rate shows both its numbers, so that you '
    + 'can check it.',
  'rate.none': 'Nothing fell due',
  'rate.dossiers': 'dossiers',
  'rate.rescued': 'Kept only because the date was changed',
  'rate.rest': 'The others are',
  'rate.left-out': 'In no rate',
  'rate.how': 'How it is counted',
  'lines': 'By procedure',
  'lines.lead': 'In brackets, those on time and all that count.',
  'lines.procedure': 'Procedure',
  'count.received': 'Received',
  'count.settled': 'Settled',
  'count.settled_late': 'of these late',
  'count.open': 'Open',
  'count.open_overdue': 'of these overdue',
  'late': 'Where late dossiers were held up',
  'late.lead': 'Each late dossier is put down to the unit that went furthest beyond its share of '
    + 'the time.',
  'late.few': 'Fewer than {minimum} were late, so they are not divided by unit.',
  'levels': 'How far through the network',
  'levels.lead': 'Read from what was done in each dossier, never declared. Of the results '
    + 'handed over in the quarter.',
  'levels.few': 'Fewer than {minimum} results were handed over, so nothing is told.',
  'levels.handed-over': 'Results handed over',
  'levels.level': 'Level {levels}',
  'levels.whole': 'Whole way, without a visit',
  'said': 'What applicants said',
  'said.few': 'Fewer than {minimum} rated, so nothing is told.',
  'said.finished': 'Dossiers that ended',
  'said.rated': 'Rated',
  'said.satisfied': 'Satisfied',
  'said.interval': 'Had everybody rated, the share of the satisfied would probably be {from}'
    + ' to {to} (95 % confidence).',
  'notes': 'How to read these figures',
  'notes.minimum': 'A line with a group of fewer than {minimum} dossiers is put together with '
    + 'others, so that nobody is recognised.',
  'notes.over': 'Only quarters that are over are shown, as they stood when they ended. The numbers '
    + 'are counted from the office’s own register, in the same way as its leaders’ report.',
  'withheld': 'Too few dossiers in this quarter (under {minimum}). Figures could show single '
    + 'persons, so there are none.',
  'files': 'Open data',
  'files.lead': 'The same numbers for machines. Addresses and names of fields do not change.',
  'files.csv': 'Download CSV',
  'files.json': 'See JSON',
  'files.fields': 'Quarters and what each field means (JSON)',
  'files.licence': 'Licence:',
  'files.no-licence': 'the office has not chosen one.',
};
