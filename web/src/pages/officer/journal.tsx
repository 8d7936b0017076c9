// The journal of a dossier: every record as it was written, with its digest in the chain.
import { useState } from 'preact/hooks';
import { Loading } from '../../components/loading/loading';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showMoment } from '../../display/moments';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/officer';
import { readJournal } from './desk';
import { Card } from './facts';
import type { Journal } from './shapes';

type Entry = Journal['records'][number];

function Record({ entry }: { entry: Entry }) {
  return (
    <li class="journal-record">
      <p>
        <b>{entry.type}</b>{' '}
        <span class="muted">
          {t('journal_number')} {entry.sequence} ·{' '}
          {t('journal_version', { version: entry.version })}
        </span>
      </p>
      <p class="muted">{showMoment(entry.at)} · {t('journal_actor')} {entry.actor}</p>
      <details>
        <summary>{t('journal_raw')}</summary>
        <pre tabIndex={0}>{JSON.stringify(entry.body, null, 2)}</pre>
      </details>
      <p class="journal-chain"><span class="muted">{t('journal_chain')}:</span> {entry.chain}</p>
    </li>
  );
}

function Records({ code, version }: { code: string; version: number }) {
  const loaded = useLoaded(() => readJournal(code), [code, version]);
  if (loaded.problem) return <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />;
  if (!loaded.value) return <Loading />;
  return (
    <ol class="journal">
      {loaded.value.records.map((entry) => <Record key={entry.sequence} entry={entry} />)}
    </ol>
  );
}

export function JournalCard({ code, version }: { code: string; version: number }) {
  const [open, setOpen] = useState(false);
  return (
    <Card id="journal" title={t('journal_title')}>
      <p class="muted">{t('journal_lead')}</p>
      <p class="no-print">
        <button type="button" class="button secondary compact" aria-expanded={open}
          onClick={() => setOpen(!open)}>
          {open ? t('journal_hide') : t('journal_open')}
        </button>
      </p>
      {open && <Records code={code} version={version} />}
    </Card>
  );
}
