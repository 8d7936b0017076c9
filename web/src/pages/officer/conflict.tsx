// Somebody else acted since this officer opened the dossier: both versions side by side, and what
// was done in between. What the officer typed stays in the form below.
import { say } from '../../app/language';
import { Notice } from '../../components/notice/notice';
import { showMoment } from '../../display/moments';
import { t } from '../../text/officer';
import type { Dossier } from './shapes';

function stepOf(dossier: Dossier): string {
  return dossier.step?.tasks.map((task) => [say(task.name), task.assignee].filter(Boolean)
    .join(', ')).join('; ') || '–';
}

function promiseOf(dossier: Dossier): string {
  return dossier.promise.current ? showMoment(dossier.promise.current) : t('no_promise');
}

/** The done entries of the timeline that the officer has not seen. */
export function doneSince(before: Dossier, now: Dossier): Dossier['timeline'] {
  const mark = (entry: Dossier['timeline'][number]) => JSON.stringify([entry.kind, entry.at]);
  const seen = new Set(before.timeline.filter((one) => one.state === 'done').map(mark));
  return now.timeline.filter((entry) => entry.state === 'done' && !seen.has(mark(entry)));
}

interface Said { label: string; text: string }

/** What was applied for, by where it stands. */
function saidIn(dossier: Dossier): Map<string, Said> {
  const { applicant } = dossier;
  const rows: [string, string, string | undefined][] = [
    ['name', t('applicant_name'), applicant.name],
    ['identity', t('applicant_identity'), applicant.identity],
    ['address', t('applicant_address'), applicant.address],
    ['phone', t('applicant_phone'), applicant.phone],
    ['email', t('applicant_email'), applicant.email],
    ['case', t('case_label'), say(dossier.case_name)],
    ['summary', t('summary_label'), dossier.summary],
    ...dossier.answers.map((answer): [string, string, string] => (
      [answer.path, say(answer.label), say(answer.value)])),
  ];
  return new Map(rows.map(([place, label, text]) => [place, { label, text: text || '–' }]));
}

/** What was corrected in between, as label, before, now. */
export function corrections(before: Dossier, now: Dossier): [string, string, string][] {
  const old = saidIn(before);
  const current = saidIn(now);
  const places = [...new Set([...old.keys(), ...current.keys()])];
  return places.map((place): [string, string, string] => [
    (current.get(place) ?? old.get(place))?.label ?? place,
    old.get(place)?.text ?? '–', current.get(place)?.text ?? '–',
  ]).filter(([, was, is]) => was !== is);
}

export function Conflict({ before, now, gone }:
  { before: Dossier; now: Dossier; gone: boolean }) {
  const since = doneSince(before, now);
  const rows: [string, string, string][] = [
    [t('version'), String(before.version), String(now.version)],
    [t('status_now'), say(before.status.plain), say(now.status.plain)],
    [t('step_now'), stepOf(before), stepOf(now)],
    [t('current_promise'), promiseOf(before), promiseOf(now)],
    ...corrections(before, now),
  ];
  return (
    <Notice kind="soon" live>
      <p class="strong">{t('conflict_title')}</p>
      <p>{gone ? t('conflict_gone') : t('conflict_lead')}</p>
      <table class="versions">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('conflict_yours')}</th>
            <th scope="col">{t('conflict_now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, old, current], index) => (
            <tr key={index} class={old === current ? undefined : 'changed'}>
              <th scope="row">{label}</th><td>{old}</td><td>{current}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {since.length > 0 && (
        <>
          <p class="strong">{t('conflict_since')}</p>
          <ul class="effects">
            {since.map((entry, index) => (
              <li key={index}>
                {[say(entry.title), entry.who, entry.at && showMoment(entry.at)]
                  .filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
