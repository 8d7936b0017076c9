// Before the first question: what to have at hand; drafts of this procedure to go on with.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useLoaded } from '../../../api/use_loaded';
import { say } from '../../../app/language';
import { go, type PageProps } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/apply';
import { t as citizen } from '../../../text/citizen';
import { keepDraft, keptDrafts } from '../parts/kept_drafts';
import { LoadedPage } from '../parts/page';
import { stepHref } from './steps';
import { beginDraft, type Procedure } from './work';
import './apply.css';

function KeptHere({ procedure }: { procedure: Procedure }) {
  const drafts = keptDrafts.value.filter((one) => one.procedure === procedure.id);
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

function Begin({ procedure }: { procedure: Procedure }) {
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const draft = await beginDraft(procedure.id);
      keepDraft({ id: draft.id, procedure: procedure.id, name: procedure.name,
        saved_at: draft.saved_at, step: '1' });
      go(stepHref(procedure.id, draft.id, '1'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  const again = keptDrafts.value.some((one) => one.procedure === procedure.id);
  return (
    <div class="stack">
      {problem && <ProblemNotice problem={problem} />}
      <button type="button" class={again ? 'button secondary' : 'button'} aria-disabled={busy}
        onClick={() => void begin()}>
        {busy ? t('start.busy') : t(again ? 'start.new' : 'start.begin')}<Icon name="arrow" />
      </button>
    </div>
  );
}

export function ApplyStart({ params }: PageProps) {
  const id = params.procedure ?? '';
  const loaded = useLoaded(() => ask(api.GET('/api/procedures/{procedure}',
    { params: { path: { procedure: id } } })), [id]);
  return (
    <LoadedPage from={loaded} crumbs={(procedure) => [
      { label: citizen('list.title'), path: '/thu-tuc/' },
      { label: say(procedure?.name) || id, path: `/thu-tuc/${id}/` },
      { label: t('start.title') },
    ]}>
      {(procedure) => (
        <div class="apply-start stack long-title">
          <div>
            <p class="muted strong">{t('start.title')}</p>
            <PageHead title={<Say of={procedure.name} />}
              document_title={`${t('start.title')}: ${say(procedure.name)}`} />
          </div>
          {procedure.open ? (
            <>
              <KeptHere procedure={procedure} />
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
                              <span class="muted"> {t('papers.optional')}</span>
                            )}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
                <p>{t('start.time')}</p>
              </section>
              <Begin procedure={procedure} />
            </>
          ) : <p>{citizen('procedure.closed')}</p>}
        </div>
      )}
    </LoadedPage>
  );
}
