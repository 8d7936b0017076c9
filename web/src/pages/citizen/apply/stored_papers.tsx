// What the office has of whoever applies, to be used instead of sending it again: papers of earlier
// dossiers, results it issued. The same paper is shown first.
import { useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { say } from '../../../app/language';
import { Icon } from '../../../components/icon/icon';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { showDay } from '../../../display/moments';
import { t } from '../../../text/paper_file';
import { guarded } from '../account/account';

export type StoredPaper = Schemas['StoredPaper'];
type PaperFile = Schemas['PaperFile'];

export function storedPapers(draft: string): Promise<StoredPaper[]> {
  return guarded(() => ask(api.GET('/api/drafts/{draft}/store', { params: { path: { draft } } })))
    .then((found) => found.items);
}

function Offer({ stored, onTake }: { stored: StoredPaper; onTake: () => void }) {
  return (
    <li class="upload-line">
      <Icon name={stored.kind === 'issued' ? 'stamp' : 'file'} />
      <div>
        <p class="strong">{say(stored.paper)}{stored.number && ` ${stored.number}`}</p>
        <p class="muted small">
          {stored.name}, {showDay(stored.received_at)}.{' '}
          {t(`store.${stored.kind}`, { code: stored.source })}
        </p>
      </div>
      <div class="upload-acts">
        <button type="button" class="button secondary compact" onClick={onTake}>
          {t('store.take')}<span class="unseen">: {say(stored.paper)}, {stored.name}</span>
        </button>
      </div>
    </li>
  );
}

interface Props { draft: string; paper: string; stored: StoredPaper[];
  onTaken: (file: PaperFile) => void }

export function StoredPapers({ draft, paper, stored, onTaken }: Props) {
  const [problem, setProblem] = useState<ProblemError>();
  const [said, setSaid] = useState('');
  const same = stored.filter((one) => one.fits.includes(paper));
  const others = stored.filter((one) => !one.fits.includes(paper));
  const take = ({ source, file, name }: StoredPaper) => {
    setProblem(undefined);
    guarded(() => ask(api.POST('/api/drafts/{draft}/store',
      { params: { path: { draft } }, body: { source, file, paper } })))
      .then((taken) => { setSaid(t('store.taken', { name })); onTaken(taken); },
        (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error;
          setProblem(error);
        });
  };
  return (
    <details class="stored-papers" open={same.length > 0}>
      <summary>{t('store', { count: stored.length })}</summary>
      <p class="muted small">{t('store.lead')}</p>
      {problem && <ProblemNotice problem={problem} />}
      <ul>
        {[...same, ...others].map((one) => (
          <Offer key={`${one.source} ${one.file}`} stored={one} onTake={() => take(one)} />
        ))}
      </ul>
      <p class="unseen" role="status">{said}</p>
    </details>
  );
}
