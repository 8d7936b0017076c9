// Confirming an address, by the link that was mailed. A button, as some mailboxes open every link
// themselves.
import { useState } from 'preact/hooks';
import { api, ask } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { href } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { t as words } from '../../../text/account';
import { t } from '../../../text/proofs';
import { Page } from '../parts/page';
import { account, loadAccount } from './account';
import { useLinkToken } from './link_token';
import './account.css';

export function ConfirmPage(_: PageProps) {
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const over = !token || problem?.problem.code === 'proof-over';
  const press = () => {
    setProblem(undefined);
    ask(api.POST('/api/account/address/confirmation', { body: { token } })).then(() => {
      setDone(true);
      if (account.value) void loadAccount();
    }, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  return (
    <Page crumbs={[{ label: t('confirm') }]}>
      <div class="account-form stack">
        <PageHead title={t('confirm')} document_title={t('confirm')} />
        {!done && !over && (
          <>
            <p>{t('confirm.lead')}</p>
            <button type="button" class="button" onClick={press}>{t('confirm.send')}</button>
          </>
        )}
        {problem && !over && <ProblemNotice problem={problem} onAgain={press} />}
        <div aria-live="polite">
          {done && (
            <Notice kind="done">
              <p class="strong">{t('confirm.done')}</p><p>{t('confirm.done.text')}</p>
            </Notice>
          )}
          {over && !done && (
            <Notice kind="late">
              <p class="strong">{t('over')}</p><p>{t('over.text')}</p>
            </Notice>
          )}
        </div>
        {(done || over) && <p><a href={href('/tai-khoan/')}>{words('mine')}</a></p>}
      </div>
    </Page>
  );
}
