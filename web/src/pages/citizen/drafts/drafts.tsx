// The applications begun and not sent, in this browser or in the account: go on, or delete.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { href } from '../../../app/language';
import { Dialog } from '../../../components/dialog/dialog';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/begin';
import { account, guarded } from '../account/account';
import { useAllDrafts } from '../parts/account_drafts';
import { AccountHint } from '../parts/account_hint';
import { forgetDraft, keepDraft, type KeptDraft } from '../parts/kept_drafts';
import { Page } from '../parts/page';
import './drafts.css';

async function remove(draft: KeptDraft): Promise<void> {
  try {
    await guarded(() =>
      ask(api.DELETE('/api/drafts/{draft}', { params: { path: { draft: draft.id } } })));
  } catch (error) {
    const gone = error instanceof ProblemError && error.kind === 'not-found';
    if (!gone) throw error;
  }
  forgetDraft(draft.id);
}

function Remove({ draft, onClose, onGone }:
  { draft: KeptDraft; onClose: () => void; onGone: () => void }) {
  const [problem, setProblem] = useState<ProblemError>();
  const press = () => {
    remove(draft).then(onGone, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  return (
    <Dialog title={t('drafts.remove.ask')} onClose={onClose}>
      <p class="strong"><Say of={draft.name} /></p>
      <p>{t('drafts.remove.text')}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        <button type="button" class="button danger" onClick={press}>{t('drafts.remove')}</button>
        <button type="button" class="button secondary" onClick={onClose}>{t('drafts.keep')}</button>
      </div>
    </Dialog>
  );
}

/** Into the account signed in: from then on it opens to nobody else, and on every device. */
function TakeIn({ draft, onTaken }: { draft: KeptDraft; onTaken: () => void }) {
  const [problem, setProblem] = useState<ProblemError>();
  const press = () => {
    setProblem(undefined);
    guarded(() => ask(api.POST('/api/account/drafts', { body: { draft: draft.id } }))).then(() => {
      keepDraft({ ...draft, of_account: true });
      onTaken();
    }, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  return (
    <>
      <button type="button" class="button secondary" onClick={press}>
        <Icon name="person" />{t('drafts.take-in')}
        <span class="unseen"> <Say of={draft.name} /></span>
      </button>
      {problem && <ProblemNotice problem={problem} onAgain={press} />}
    </>
  );
}

interface LineProps { draft: KeptDraft; onRemove: () => void; onTaken: () => void }

function Line({ draft, onRemove, onTaken }: LineProps) {
  const address = href(`/nop-ho-so/${draft.procedure}/${draft.id}/${draft.step}/`);
  return (
    <li class="card pad draft-line">
      <div>
        <h2><Say of={draft.name} /></h2>
        <p class="muted">{t('drafts.saved', { moment: showMoment(draft.saved_at) })}</p>
        {account.value && (
          <p class="muted">{t(draft.of_account ? 'drafts.in-account' : 'drafts.here')}</p>
        )}
      </div>
      <div class="row">
        <a class="button" href={address}>
          {t('drafts.go-on')}<span class="unseen"> <Say of={draft.name} /></span>
        </a>
        {account.value && !draft.of_account && <TakeIn draft={draft} onTaken={onTaken} />}
        <button type="button" class="button quiet" onClick={onRemove}>
          <Icon name="remove" />{t('drafts.remove')}
          <span class="unseen"> <Say of={draft.name} /></span>
        </button>
      </div>
    </li>
  );
}

export function Drafts() {
  const [removing, setRemoving] = useState<KeptDraft>();
  const { drafts, problem, reload } = useAllDrafts();
  const none = account.value ? t('drafts.none.account') : t('drafts.none');
  const lead = account.value ? t('drafts.lead.account') : t('drafts.lead');
  return (
    <Page crumbs={[{ label: t('drafts.title') }]}>
      <div class="drafts-head stack">
        <PageHead title={t('drafts.title')} document_title={t('drafts.title')} />
        <p>{drafts.length ? lead : none}</p>
        {problem && <ProblemNotice problem={problem} onAgain={reload} />}
        {!drafts.length && (
          <p><a class="button" href={href('/thu-tuc/')}>{t('drafts.choose')}</a></p>
        )}
        <AccountHint words={t('drafts.account')} />
      </div>
      <ul class="draft-cards">
        {drafts.map((draft) => (
          <Line key={draft.id} draft={draft} onTaken={reload}
            onRemove={() => setRemoving(draft)} />
        ))}
      </ul>
      {removing && (
        <Remove draft={removing} onClose={() => setRemoving(undefined)}
          onGone={() => { setRemoving(undefined); reload(); }} />
      )}
    </Page>
  );
}
