// Before the first question: what to have at hand; drafts of this procedure to go on with.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { ErrorSummary } from '../../../components/error_summary/error_summary';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t as apply } from '../../../text/apply';
import { t } from '../../../text/begin';
import { t as citizen } from '../../../text/citizen';
import { account, type Account, type Party } from '../account/account';
import { useAllDrafts } from '../parts/account_drafts';
import { AccountHint } from '../parts/account_hint';
import type { KeptDraft } from '../parts/kept_drafts';
import { LoadedPage } from '../parts/page';
import { stepHref } from './steps';
import { beginDraft, type Procedure } from './work';
import './apply.css';

const FOR_WHOM = 'for-whom';

function KeptHere({ drafts }: { drafts: KeptDraft[] }) {
  if (!drafts.length) return null;
  return (
    <section class="card pad" aria-labelledby="kept-here">
      <h2 id="kept-here">{t('start.drafts')}</h2>
      <ul class="draft-lines">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>{t('drafts.saved', { moment: showMoment(draft.saved_at) })}</span>
            <a class="button sun compact" href={stepHref(draft.procedure, draft.id, draft.step)}>
              {t('drafts.go-on')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ForWhomProps { mine: Account; chosen?: string; error?: string;
  onChoose: (party: string | undefined) => void }

/** Asked where the account acts for others than its holder. */
function ForWhom({ mine, chosen, error, onChoose }: ForWhomProps) {
  return (
    <ChooseOne chosen={chosen} onChoose={onChoose}
      field={{ id: FOR_WHOM, label: t('start.for-whom'), required: true, error,
        hint: t('start.for-whom.hint') }}
      options={mine.parties.map((party) => ({ key: party.id,
        label: party.id === mine.id ? t('start.myself', { name: party.name }) : party.name }))} />
  );
}

function useParty() {
  const mine = account.value ?? undefined;
  const [chosen, setChosen] = useState<string>();
  const [lacking, setLacking] = useState(0);
  const several = mine !== undefined && mine.parties.length > 1;
  /** The party, `undefined` without an account, or null while it has yet to be chosen. */
  const decide = (): Party | undefined | null => {
    if (!several) return mine?.parties[0];
    const party = mine.parties.find((one) => one.id === chosen);
    setLacking(party ? 0 : lacking + 1);
    return party ?? null;
  };
  const choose = (party: string | undefined) => { setChosen(party); setLacking(0); };
  const error = lacking ? t('start.for-whom.missing') : undefined;
  const question = several && (
    <>
      <ErrorSummary errors={error ? [{ id: FOR_WHOM, message: error }] : []} turn={lacking} />
      <ForWhom mine={mine} chosen={chosen} onChoose={choose} error={error} />
    </>
  );
  return { decide, question };
}

function Begin({ procedure, again }: { procedure: Procedure; again: boolean }) {
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const { decide, question } = useParty();
  const words = again ? apply('start.new') : t('start.begin');
  const begin = async () => {
    const party = decide();
    if (busy || party === null) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const draft = await beginDraft(procedure, party);
      go(stepHref(procedure.id, draft.id, '1'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      {question}
      {problem && <ProblemNotice problem={problem} />}
      <button type="button" class={again ? 'button secondary' : 'button'} aria-disabled={busy}
        onClick={() => void begin()}>
        {busy ? t('start.busy') : words}<Icon name="arrow" />
      </button>
      <AccountHint words={t('start.account')} />
    </div>
  );
}

export function ApplyStart({ params }: PageProps) {
  const id = params.procedure ?? '';
  const loaded = useLoaded(() => ask(api.GET('/api/procedures/{procedure}',
    { params: { path: { procedure: id } } })), [id]);
  const drafts = useAllDrafts().drafts.filter((one) => one.procedure === id);
  return (
    <LoadedPage from={loaded} crumbs={(procedure) => [
      { label: citizen('list.title'), path: '/thu-tuc/' },
      { label: say(procedure?.name) || id, path: `/thu-tuc/${id}/` },
      { label: apply('start.title') },
    ]}>
      {(procedure) => (
        <div class="apply-start stack long-title">
          <div>
            <p class="muted strong">{apply('start.title')}</p>
            <PageHead title={<Say of={procedure.name} />}
              document_title={`${apply('start.title')}: ${say(procedure.name)}`} />
          </div>
          {procedure.open ? (
            <>
              <KeptHere drafts={drafts} />
              <section class="stack" aria-labelledby="prepare">
                <h2 id="prepare">{t('start.prepare')}</h2>
                {procedure.papers.length > 0 && (
                  <>
                    <p>{t('start.papers')}</p>
                    <ul class="start-papers">
                      {procedure.papers.map((paper) => (
                        <li key={paper.id}>
                          <Icon name="file" />
                          <span>
                            <Say of={paper.name} />
                            {(paper.condition || !paper.required) && (
                              <span class="muted"> {apply('papers.optional')}</span>
                            )}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
                <p>{t(account.value ? 'start.time.account' : 'start.time')}</p>
              </section>
              <Begin procedure={procedure} again={drafts.length > 0} />
            </>
          ) : <p>{citizen('procedure.closed')}</p>}
        </div>
      )}
    </LoadedPage>
  );
}
