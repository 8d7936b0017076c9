// Anybody checks an issued result: by the number and code printed on it (the QR code leads here
// with both), or by the file itself.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../../api/problem';
import type { PageProps } from '../../../app/router';
import { PageHead } from '../../../components/page_head/page_head';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/verify';
import { Page } from '../parts/page';
import { Answer } from './answer';
import { verifyFile, verifyNumber, type Finding } from './asking';
import { FileField } from './file_field';
import { NumberForm, type Codes } from './number_form';
import './verify.css';

type Way = 'number' | 'file';

/** The latest question counts; what an earlier one finds out comes too late. */
function useVerifying() {
  const [finding, setFinding] = useState<Finding>();
  const [problem, setProblem] = useState<ProblemError>();
  const [busy, setBusy] = useState<Way>();
  const turn = useRef(0);
  const run = (way: Way, asking: () => Promise<Finding>) => {
    if (busy === way) return;
    const mine = ++turn.current;
    setBusy(way);
    setProblem(undefined);
    setFinding(undefined);
    asking().then((found) => { if (mine === turn.current) setFinding(found); },
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        if (mine !== turn.current) return;
        if (way === 'number' && error.kind === 'not-found') setFinding({});
        else setProblem(error);
      }).finally(() => { if (mine === turn.current) setBusy(undefined); });
  };
  const askNumber = ({ number, code }: Codes) => run('number', () => verifyNumber(number, code));
  const askFile = (file: File) => run('file', () => verifyFile(file));
  return { finding, problem, busy, askNumber, askFile };
}

export function Verify({ query }: PageProps) {
  const { finding, problem, busy, askNumber, askFile } = useVerifying();
  const codes = { number: query.get('so') ?? '', code: query.get('ma') ?? '' };
  useEffect(() => { if (codes.number && codes.code) askNumber(codes); }, []);
  return (
    <Page crumbs={[{ label: t('title') }]}>
      <div class="verify">
        <PageHead title={t('title')} document_title={t('title')} />
        <p class={finding ? 'no-print' : undefined}>{t('lead')}</p>
        {problem && <ProblemNotice problem={problem} />}
        {finding && <Answer finding={finding} />}
        <div class={finding ? 'verify-ways no-print' : 'verify-ways'}>
          <section class="card pad stack" aria-labelledby="verify-by-number">
            <h2 id="verify-by-number">{t('number.title')}</h2>
            <NumberForm codes={codes} busy={busy === 'number'} onAsk={askNumber} />
          </section>
          <section class="card pad stack" aria-labelledby="verify-by-file">
            <h2 id="verify-by-file">{t('file.title')}</h2>
            <FileField busy={busy === 'file'} onAsk={askFile} />
          </section>
        </div>
        <section class="no-print" aria-labelledby="verify-help">
          <h2 id="verify-help">{t('help')}</h2><p>{t('help.text')}</p>
        </section>
      </div>
    </Page>
  );
}
