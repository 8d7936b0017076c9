// What to do when something went wrong: the reason, the next step, a person to ask.
// `ProblemView` fills a page (with its h1); `ProblemNotice` is a box inside a page.
import { ProblemError } from '../../api/problem';
import { href, say } from '../../app/language';
import type { PageProps } from '../../app/router';
import { office } from '../../app/office';
import { t } from '../../text/kit';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';
import { PageHead } from '../page_head/page_head';
import './problem_view.css';

/** home: where one goes from here; only citizens, whose home is /, are shown the counter. */
interface Props { problem: ProblemError; onAgain?: () => void; home?: string }

function Person() {
  const here = office.value;
  if (here?.phone) return <p>{t('problem.call', { phone: here.phone })}</p>;
  return here ? <p>{t('problem.counter', { address: say(here.address) })}</p> : null;
}

/** Not open to who is signed in, as the server says: trying again changes nothing. */
function isForOthers(problem: ProblemError): boolean {
  return problem.problem.status === 403 && problem.problem.code !== 'unknown';
}

/** A refusal by the rules is said in the server's own words; the rest in ours. */
function titleOf(problem: ProblemError): string {
  const own = problem.kind === 'invalid' || problem.kind === 'conflict' || isForOthers(problem);
  const said = own && problem.problem.code !== 'unknown' && problem.problem.title;
  return said || t(`problem.${problem.kind}.title`);
}

function Explanation({ problem }: { problem: ProblemError }) {
  const errors = problem.problem.errors ?? [];
  if (errors.length === 0) {
    const said = problem.problem.detail || isForOthers(problem);
    return <p>{said || t(`problem.${problem.kind}.text`)}</p>;
  }
  return <ul>{errors.map((error) => <li key={error.path}>{error.message}</li>)}</ul>;
}

function Wait({ problem }: { problem: ProblemError }) {
  if (problem.kind !== 'too-many' || !problem.retry_after) return null;
  return <p>{t('problem.too-many.wait', { count: problem.retry_after })}</p>;
}

export function ProblemView({ problem, onAgain, home = '/' }: Props) {
  const title = titleOf(problem);
  return (
    <div class="problem stack">
      <span class="problem-sign">
        <Icon name={problem.kind === 'offline' ? 'offline' : 'help'} />
      </span>
      <PageHead title={title} document_title={title} />
      <Explanation problem={problem} />
      <Wait problem={problem} />
      {home === '/' && <Person />}
      <div class="row">
        {onAgain && problem.kind !== 'not-found' && !isForOthers(problem) && (
          <button type="button" class="button" onClick={onAgain}>
            <Icon name="refresh" />{t('problem.again')}
          </button>
        )}
        <a class="button secondary" href={href(home)}>{t('problem.home')}</a>
      </div>
      {problem.kind === 'server' && (
        <p class="muted small">{t('problem.code', { code: problem.problem.code })}</p>
      )}
    </div>
  );
}

export function MissingPage({ home = '/' }: { home?: string } & Partial<PageProps>) {
  return <ProblemView problem={ProblemError.missing()} home={home} />;
}

/** The program of a page could not be fetched. */
export function UnreachablePage(_page: PageProps) {
  return <ProblemView problem={ProblemError.offline()} onAgain={() => location.reload()} />;
}

export function ProblemNotice({ problem, onAgain }: Props) {
  return (
    <Notice kind="late" live>
      <p class="strong">{titleOf(problem)}</p>
      <Explanation problem={problem} />
      <Wait problem={problem} />
      {onAgain && !isForOthers(problem) && (
        <button type="button" class="button secondary compact" onClick={onAgain}>
          <Icon name="refresh" />{t('problem.again')}
        </button>
      )}
    </Notice>
  );
}
