// Where an account is signed in, in plain words, and the button that ends every other session.
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { readDevice } from '../../display/device';
import { showMoment } from '../../display/moments';
import { t } from '../../text/security';
import { Badge } from '../badge/badge';
import { Icon } from '../icon/icon';
import { Loading } from '../loading/loading';
import { Notice } from '../notice/notice';
import { ProblemNotice } from '../problem_view/problem_view';
import './session_list.css';

type List = Schemas['SessionList'];

interface Props {
  load: () => Promise<List>;
  closeOthers: () => Promise<unknown>;
}

function deviceName(agent: string): string {
  const { browser, system } = readDevice(agent);
  if (browser && system) return t('device', { browser, system });
  return browser ?? system ?? t('device.unknown');
}

function Line({ session }: { session: List['items'][number] }) {
  return (
    <li>
      <p class="strong row">
        {deviceName(session.device)}
        {session.this_one && <Badge kind="info">{t('session.here')}</Badge>}
      </p>
      <p class="muted">
        {t('session.opened', { moment: showMoment(session.opened_at) })}
        {session.provider && ` ${t('session.provider', { provider: session.provider })}`}
      </p>
    </li>
  );
}

export function SessionList({ load, closeOthers }: Props) {
  const loaded = useLoaded(load, []);
  const [problem, setProblem] = useState<ProblemError>();
  const [done, setDone] = useState(false);
  const sessions = loaded.value?.items ?? [];
  const press = () => {
    setProblem(undefined);
    closeOthers().then(() => { setDone(true); loaded.reload(); }, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  return (
    <section class="card pad stack no-print" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <p>{t('sessions.lead')}</p>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!loaded.value && loaded.loading && <Loading />}
      <ul class="session-lines">
        {sessions.map((session) => <Line key={session.id} session={session} />)}
      </ul>
      {problem && <ProblemNotice problem={problem} onAgain={press} />}
      <div aria-live="polite">
        {done && <Notice kind="done"><p>{t('sessions.closed')}</p></Notice>}
      </div>
      {sessions.length > 1 && (
        <button type="button" class="button secondary" onClick={press}>
          <Icon name="sign_out" />{t('sessions.close')}
        </button>
      )}
      {loaded.value && sessions.length === 1 && <p class="muted">{t('sessions.only')}</p>}
    </section>
  );
}
