// The papers of a dossier, one by one: what came, its files, and a check the officer records at
// once (the act check-paper, where the server offers it).
import { useState } from 'preact/hooks';
import { newKey } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { say } from '../../app/language';
import { Badge } from '../../components/badge/badge';
import { TextField } from '../../components/field/field';
import { Icon } from '../../components/icon/icon';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { t } from '../../text/officer';
import { doAct, type Opened, type Scans } from './desk';
import { Card } from './facts';
import { ScannedFile } from './scanned_file';
import type { DossierPaper } from './shapes';

type Check = 'sound' | 'lacking';
interface Props { opened: Opened; scans: Scans | undefined; may: boolean;
  onChanged: (said: string) => void }

function State({ paper }: { paper: DossierPaper }) {
  if (!paper.asked) return <Badge kind="plain">{t('paper_not_asked')}</Badge>;
  if (paper.check === 'sound') return <Badge kind="done">{t('paper_sound')}</Badge>;
  if (paper.check === 'lacking') return <Badge kind="soon">{t('paper_lacking')}</Badge>;
  return <Badge kind="plain">{t('paper_unchecked')}</Badge>;
}

/** What the officer finds: sound at once, lacking with a note. */
function useCheck({ opened, onChanged }: Props, paper: DossierPaper) {
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const record = (check: Check) => {
    if (busy) return;
    if (check === 'lacking' && !note.trim()) {
      setError(t('paper_note_needed'));
      return;
    }
    setBusy(true);
    setError(undefined);
    setProblem(undefined);
    const input = { paper: paper.paper, check, ...(note.trim() && { note: note.trim() }) };
    doAct({ code: opened.dossier.code, act: 'check-paper', input }, newKey(), opened.etag)
      .then(() => {
        setAsking(false);
        setNote('');
        onChanged(t('paper_saved', { paper: say(paper.name), state: t(`paper_${check}`) }));
      }, (wrong: unknown) => {
        if (!(wrong instanceof ProblemError)) throw wrong;
        setProblem(wrong);
        if (wrong.problem.status === 412) onChanged(t('conflict_title'));
      })
      .finally(() => setBusy(false));
  };
  return { asking, setAsking, note, setNote, error, problem, busy, record };
}

function CheckButtons(props: Props & { paper: DossierPaper }) {
  const { paper } = props;
  const check = useCheck(props, paper);
  const id = `check-${paper.paper}`;
  const named = <span class="unseen">: {say(paper.name)}</span>;
  return (
    <div class="paper-check">
      {check.problem && <ProblemNotice problem={check.problem} />}
      {check.asking ? (
        <form onSubmit={(event) => { event.preventDefault(); check.record('lacking'); }}>
          <TextField lines={2} value={check.note} onInput={check.setNote}
            field={{ id, label: t('paper_note_needed'), required: true, error: check.error }} />
          <div class="row">
            <button class="button compact" type="submit" aria-disabled={check.busy}>
              {t('paper_save')}{named}
            </button>
            <button class="button quiet compact" type="button"
              onClick={() => check.setAsking(false)}>{t('cancel')}{named}</button>
          </div>
        </form>
      ) : (
        <div class="row">
          {paper.check !== 'sound' && (
            <button class="button secondary compact" type="button" aria-disabled={check.busy}
              onClick={() => check.record('sound')}>
              <Icon name="check" />{t('paper_sound')}{named}
            </button>
          )}
          {paper.check !== 'lacking' && (
            <button class="button secondary compact" type="button"
              onClick={() => {
                check.setAsking(true);
                requestAnimationFrame(() => document.getElementById(id)?.focus());
              }}>
              {t('paper_lacking')}{named}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function PaperItem(props: Props & { paper: DossierPaper }) {
  const { paper, opened, may } = props;
  const counts = paper.originals || paper.copies;
  return (
    <li class="paper-item">
      <div class="paper-head"><h3>{say(paper.name)}</h3><State paper={paper} /></div>
      {Boolean(counts) && (
        <p class="muted">
          {[paper.originals && t('paper_originals', { count: paper.originals }),
            paper.copies && t('paper_copies', { count: paper.copies })]
            .filter(Boolean).join(', ')}
        </p>
      )}
      {paper.files.length > 0
        ? (
          <ul class="paper-files">
            {paper.files.map((file) => (
              <li key={file.id}>
                <ScannedFile file={file} code={opened.dossier.code} scans={props.scans} />
              </li>
            ))}
          </ul>
        ) : !counts && <p class="muted">{t('paper_no_file')}</p>}
      {paper.check_note && <p><b>{t('paper_note')}:</b> {paper.check_note}</p>}
      {may && paper.asked && <CheckButtons {...props} />}
    </li>
  );
}

export function PapersCard(props: Props) {
  return (
    <Card id="papers" title={t('papers_title')}>
      {props.may && <p class="muted">{t('papers_lead')}</p>}
      <ul class="papers">
        {props.opened.dossier.papers.map((paper) => (
          <PaperItem key={paper.paper} {...props} paper={paper} />
        ))}
      </ul>
    </Card>
  );
}
