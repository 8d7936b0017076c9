// What supplements and corrections changed, newest first: answers as they were and are, papers
// added or replaced with the earlier ones still to be opened, and what became of the date.
import { say } from '../../app/language';
import { showMoment } from '../../display/moments';
import { t } from '../../text/officer';
import type { Scans } from './desk';
import { Card } from './facts';
import { ScannedFile } from './scanned_file';
import type { Dossier } from './shapes';

type Change = NonNullable<Dossier['changes']>[number];
type ChangedPaper = Change['papers'][number];

interface Of { code: string; scans: Scans | undefined }

function Fields({ fields }: { fields: Change['fields'] }) {
  return (
    <table class="changed-fields">
      <thead>
        <tr><th scope="col">{t('changes_field')}</th><th scope="col">{t('changes_before')}</th>
          <th scope="col">{t('changes_after')}</th></tr>
      </thead>
      <tbody>
        {fields.map((field, index) => (
          <tr key={index}>
            <th scope="row">{say(field.label)}</th>
            <td><del>{say(field.before) || t('changes_nothing')}</del></td>
            <td><ins>{say(field.after) || t('changes_nothing')}</ins></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paper({ code, scans, paper }: Of & { paper: ChangedPaper }) {
  return (
    <li>
      <p><b>{say(paper.name)}</b> <mark>{t(`changes_${paper.how}`)}</mark></p>
      {paper.files.map((file) => (
        <ScannedFile key={file.id} file={file} code={code} scans={scans} />
      ))}
      {paper.earlier.length > 0 && (
        <details>
          <summary>{t('changes_earlier', { count: paper.earlier.length })}</summary>
          {paper.earlier.map((file) => (
            <ScannedFile key={file.id} file={file} code={code} scans={scans} />
          ))}
        </details>
      )}
    </li>
  );
}

function Entry({ code, scans, change }: Of & { change: Change }) {
  return (
    <section class="stack" aria-label={t(`changes_${change.kind}`)}>
      <p><b>{t(`changes_${change.kind}`)}</b>{' '}
        <span class="muted">{showMoment(change.at)}, {change.by}</span></p>
      {change.note && <p>{change.note}</p>}
      {change.fields.length > 0 && <Fields fields={change.fields} />}
      {change.papers.length > 0 && (
        <ul class="changed-papers">
          {change.papers.map((paper) => (
            <Paper key={paper.paper} code={code} scans={scans} paper={paper} />
          ))}
        </ul>
      )}
      <p class="muted">{say(change.date.text)}</p>
    </section>
  );
}

export function ChangesCard({ dossier, scans }: { dossier: Dossier; scans: Scans | undefined }) {
  const changes = dossier.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <Card id="changes" title={t('changes_title')}>
      {[...changes].reverse().map((change) => (
        <Entry key={change.at} code={dossier.code} scans={scans} change={change} />
      ))}
    </Card>
  );
}
