// What whoever decides has to know: limits that are passed, and trips a namesake may have made,
// with the way to the page where namesakes are told apart. The register's entries are linked.
import { href, say } from '../../app/language';
import { t } from '../../text/authority';
import { hasRole } from './session';
import type { DecisionNote } from './shapes';

const TRAVEL = '/can-bo/doan-ra/';
const DOSSIER = '/can-bo/ho-so/';

/** Each entry with its page; a trip not yet in the register is its dossier. */
export function Records({ codes }: { codes: string[] }) {
  return (
    <>
      {codes.map((code, at) => (
        <span key={code}>
          {at > 0 && ', '}
          <a href={href(code.startsWith('DR-') ? `${TRAVEL}muc/${code}/` : `${DOSSIER}${code}/`)}>
            {code}</a>
        </span>
      ))}
    </>
  );
}

/** The book of travel is read by these. */
function mayTellApart(): boolean {
  return hasRole('reception', 'specialist', 'head', 'director', 'leader');
}

export function DecisionNotes({ notes, code }: { notes: DecisionNote[]; code: string }) {
  if (notes.length === 0) return null;
  const doubted = notes.some((note) => note.kind === 'in-doubt');
  return (
    <>
      <ul class="effects">
        {notes.map((note) => (
          <li key={note.kind + note.words.vi}>
            {note.kind === 'limit-passed' && <b>{t('limit.passed')}: </b>}
            {say(note.words)}
            {note.records.length > 0 && <> (<Records codes={note.records} />)</>}
          </li>
        ))}
      </ul>
      {doubted && mayTellApart() && (
        <p><a href={href(`${TRAVEL}nguoi/?${
          new URLSearchParams({ 'ho-so': code }).toString()}#namesakes`)}>{t('tell_apart')}</a></p>
      )}
    </>
  );
}
