// Two-step sign-in: set up an authenticator (QR code, or its secret typed), confirm it by a code of
// it, keep the spare codes, which are shown this once; take it away again where one may.
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { t } from '../../text/security';
import { CheckedFormView } from '../checked_form/checked_form';
import { useCheckedForm } from '../checked_form/use_checked_form';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';
import { ProblemNotice } from '../problem_view/problem_view';
import { QrCode } from '../qr/qr';
import { CodeField } from './code_field';
import { SpareCodes } from './spare_codes';
import './second_factor.css';

type Enrolment = Schemas['Enrolment'];

export interface FactorWays {
  begin: () => Promise<Enrolment>;
  /** `present`: a code of the factor it replaces, where there is one. */
  confirm: (body: { enrolment: string; code: string; present?: string }) =>
    Promise<Schemas['SpareCodes']>;
  drop?: (code: string) => Promise<unknown>;
}

interface Props {
  /** Whether sign-in asks for a code now. */
  on: boolean;
  /** Spare codes that are left. */
  spare: number;
  ways: FactorWays;
  onChange: () => void;
}

const WRONG = { 'second-factor-wrong': 'code' } as const;

function missingCode({ code }: { code: string }) {
  return code.trim() ? {} : { code: t('code.missing') };
}

interface ConfirmProps { enrolment: Enrolment; ways: FactorWays;
  /** Another factor is set up already. */
  replaces: boolean; onDone: (codes: string[]) => void; onLeave: () => void }

function Confirm({ enrolment: { enrolment, ...told }, ways, replaces, onDone, onLeave }:
ConfirmProps) {
  const form = useCheckedForm({
    id: 'factor', start: { code: '', present: '' },
    at: replaces ? { 'second-factor-wrong': 'present' } : WRONG,
    words: replaces ? { 'second-factor-wrong': t('present.wrong') } : {},
    check: ({ code, present }) => ({ ...missingCode({ code }),
      present: replaces && !present.trim() ? t('present.missing') : undefined }),
    send: async ({ code, present }) => {
      const made = await ways.confirm({ enrolment, code: code.trim(),
        present: replaces ? present.trim() : undefined });
      onDone(made.spare_codes);
    },
  });
  return (
    <div class="stack">
      <ol class="factor-steps">
        <li>{t('factor.step.1')}</li>
        <li>{t('factor.step.2')}
          <div class="factor-secret">
            <QrCode text={told.address} label={t('factor.qr')} />
            <div>
              <p class="muted">{t('factor.secret')}</p>
              <p class="code factor-letters">{told.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
            </div>
          </div>
        </li>
        <li>{t('factor.step.3')}</li>
      </ol>
      <CheckedFormView of={form} send={t(form.busy ? 'factor.confirming' : 'factor.confirm')}
        beside={(
          <button type="button" class="button secondary" onClick={onLeave}>
            {t('factor.leave')}
          </button>
        )}>
        {replaces && (
          <CodeField value={form.values.present} onInput={(present) => form.set({ present })}
            field={form.frame('present', t('present'), { hint: t('present.hint') })} />
        )}
        <CodeField value={form.values.code} onInput={(code) => form.set({ code })}
          field={form.frame('code', t('code'), { hint: t('code.hint') })} />
      </CheckedFormView>
    </div>
  );
}

function Remove({ drop, onDone, onLeave }:
  { drop: (code: string) => Promise<unknown>; onDone: () => void; onLeave: () => void }) {
  const form = useCheckedForm({
    id: 'remove-factor', start: { code: '' }, check: missingCode, at: WRONG,
    send: async ({ code }) => { await drop(code.trim()); onDone(); },
  });
  return (
    <div class="stack">
      <p>{t('factor.remove.text')}</p>
      <CheckedFormView of={form} send={t('factor.remove.sure')} beside={(
        <button type="button" class="button secondary" onClick={onLeave}>
          {t('factor.keep')}
        </button>
      )}>
        <CodeField value={form.values.code} onInput={(code) => form.set({ code })}
          field={form.frame('code', t('code'), { hint: t('code.spare.hint') })} />
      </CheckedFormView>
    </div>
  );
}

function useBeginning(ways: FactorWays) {
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [problem, setProblem] = useState<ProblemError>();
  const begin = () => {
    setProblem(undefined);
    ways.begin().then(setEnrolment, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  return { enrolment, problem, begin, leave: () => setEnrolment(undefined) };
}

function State({ on, spare }: { on: boolean; spare: number }) {
  if (!on) return <p class="strong">{t('factor.off')}</p>;
  return (
    <>
      <Notice kind="done"><p class="strong">{t('factor.on')}</p></Notice>
      <p>{t('factor.spare', { count: spare })}</p>
    </>
  );
}

export function SecondFactor({ on, spare, ways, onChange }: Props) {
  const { enrolment, problem, begin, leave } = useBeginning(ways);
  const [codes, setCodes] = useState<string[]>();
  const [removing, setRemoving] = useState(false);
  const [said, setSaid] = useState('');
  if (codes) {
    const kept = () => { setCodes(undefined); leave(); onChange(); };
    return <SpareCodes codes={codes} onKept={kept} />;
  }
  const idle = !enrolment && !removing;
  return (
    <section class="card pad stack no-print" aria-labelledby="factor">
      <h2 id="factor">{t('factor')}</h2>
      <p>{t('factor.lead')}</p>
      <State on={on} spare={spare} />
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {problem && <ProblemNotice problem={problem} onAgain={begin} />}
      {enrolment && (
        <Confirm enrolment={enrolment} ways={ways} replaces={on} onDone={setCodes}
          onLeave={leave} />
      )}
      {removing && ways.drop && (
        <Remove drop={ways.drop} onLeave={() => setRemoving(false)}
          onDone={() => { setRemoving(false); setSaid(t('factor.removed')); onChange(); }} />
      )}
      {idle && (
        <div class="row">
          <button type="button" class={on ? 'button secondary' : 'button'}
            onClick={() => { setSaid(''); begin(); }}>
            <Icon name="shield" />{t(on ? 'factor.renew' : 'factor.begin')}
          </button>
          {on && ways.drop && (
            <button type="button" class="button quiet" onClick={() => setRemoving(true)}>
              <Icon name="remove" />{t('factor.remove')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
