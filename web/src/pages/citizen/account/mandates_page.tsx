// The organisations one applies for, and who acts for whom: given, in force, over, revoked.
import { useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { Badge, type BadgeKind } from '../../../components/badge/badge';
import { clockJumps } from '../../../components/demo_bar/demo_bar';
import { Dialog } from '../../../components/dialog/dialog';
import { Icon } from '../../../components/icon/icon';
import { Loading } from '../../../components/loading/loading';
import { Notice } from '../../../components/notice/notice';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { showDate, showMoment } from '../../../display/moments';
import { t } from '../../../text/account';
import { guarded, loadAccount, type Account } from './account';
import { loadMandates, type Mandate, type MandateState } from './mandates';
import { AccountPage } from './parts/account_page';

const BADGES: Record<MandateState, BadgeKind> =
  { 'in-force': 'done', 'not-begun': 'soon', over: 'plain', revoked: 'plain' };

function Organisations({ parties }: { parties: Account['parties'] }) {
  return (
    <section class="card pad stack" aria-labelledby="organisations">
      <h2 id="organisations">{t('organisations')}</h2>
      {!parties.length && <p>{t('organisations.none')}</p>}
      <ul class="account-lines">
        {parties.map((party) => (
          <li key={party.id}>
            <div>
              <h3>{party.name}</h3>
              {party.identity && (
                <p>{t('organisation.identity', { identity: party.identity })}</p>
              )}
              {party.address && <p class="muted">{party.address}</p>}
            </div>
            {party.may_appoint && (
              <a class="button secondary compact"
                href={href(`/tai-khoan/uy-quyen/to-chuc/${party.id}/`)}>
                <Icon name="edit" />{t('organisation.edit')}
                <span class="unseen"> {party.name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a class="button secondary" href={href('/tai-khoan/uy-quyen/to-chuc/moi/')}>
          <Icon name="plus" />{t('organisations.add')}
        </a>
      </p>
    </section>
  );
}

type Procedures = Schemas['ProcedureSummary'][];

function Facts({ mandate, procedures }: { mandate: Mandate; procedures: Procedures }) {
  const nameOf = (id: string) => say(procedures.find((one) => one.id === id)?.name) || id;
  const from = showDate(mandate.from);
  return (
    <dl class="mandate-facts">
      <div>
        <dt>{t('mandate.procedures')}</dt>
        <dd>{mandate.procedures.map(nameOf).join('; ') || t('mandate.all')}</dd>
      </div>
      <div>
        <dt>{t('mandate.time')}</dt>
        <dd>{mandate.until ? t('mandate.term', { from, until: showDate(mandate.until) })
          : t('mandate.from', { from })}</dd>
      </div>
      <div>
        <dt>{t('mandate.by')}</dt>
        <dd>{t('mandate.given', { name: mandate.given_by,
          moment: showMoment(mandate.given_at) })}</dd>
      </div>
    </dl>
  );
}

interface LineProps { mandate: Mandate; mine: Account; procedures: Procedures;
  onRevoke: () => void }

function Line({ mandate, mine, procedures, onRevoke }: LineProps) {
  const named = ({ id, name }: { id: string; name: string }) =>
    (id === mine.id ? t('mandate.me', { name }) : name);
  const { state } = mandate;
  return (
    <li>
      <div>
        <h3>
          {t('mandate.acts-for', { representative: named(mandate.representative),
            principal: named(mandate.principal) })}
        </h3>
        <p class="row">
          <Badge kind={BADGES[state]}>{t(`mandate.${state}`)}</Badge>
          {mandate.may_appoint && <Badge kind="info">{t('mandate.appoints')}</Badge>}
        </p>
        <Facts mandate={mandate} procedures={procedures} />
        {mandate.revoked_at && (
          <p class="muted">
            {t('mandate.revoked.by', { name: mandate.revoked_by ?? '',
              moment: showMoment(mandate.revoked_at) })}
          </p>
        )}
      </div>
      {!mandate.revoked_at && (
        <button type="button" class="button quiet compact" onClick={onRevoke}>
          <Icon name="remove" />{t('revoke')}
          <span class="unseen"> {mandate.representative.name}</span>
        </button>
      )}
    </li>
  );
}

function Revoke({ mandate, mine, onClose, onDone }:
  { mandate: Mandate; mine: Account; onClose: () => void; onDone: () => void }) {
  const [problem, setProblem] = useState<ProblemError>();
  const own = mandate.representative.id === mine.id;
  const names = { representative: mandate.representative.name, principal: mandate.principal.name };
  const press = () => {
    guarded(() => ask(api.DELETE('/api/account/mandates/{mandate}',
      { params: { path: { mandate: mandate.id } } }))).then(onDone, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  return (
    <Dialog title={t('revoke.ask')} onClose={onClose}>
      <p class="strong">{t('mandate.acts-for', names)}</p>
      <p>{t(own ? 'revoke.own' : 'revoke.text', names)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        <button type="button" class="button danger" onClick={press}>{t('revoke.sure')}</button>
        <button type="button" class="button secondary" onClick={onClose}>{t('revoke.keep')}</button>
      </div>
    </Dialog>
  );
}

function Given({ mine, mandates, onChange }:
  { mine: Account; mandates: Mandate[]; onChange: () => void }) {
  const [revoking, setRevoking] = useState<Mandate>();
  const [said, setSaid] = useState('');
  const listed = useLoaded(async () => (await ask(api.GET('/api/procedures'))).items, []);
  const done = () => {
    setRevoking(undefined);
    setSaid(t('revoke.done'));
    onChange();
  };
  return (
    <section class="card pad stack" aria-labelledby="given">
      <h2 id="given">{t('given')}</h2>
      <p>{t('given.lead')}</p>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {!mandates.length && <p>{t('given.none')}</p>}
      <ul class="account-lines">
        {mandates.map((mandate) => (
          <Line key={mandate.id} mandate={mandate} mine={mine} procedures={listed.value ?? []}
            onRevoke={() => setRevoking(mandate)} />
        ))}
      </ul>
      <p>
        <a class="button" href={href('/tai-khoan/uy-quyen/cho/')}>
          <Icon name="plus" />{t('given.give')}
        </a>
      </p>
      {revoking && (
        <Revoke mandate={revoking} mine={mine} onDone={done}
          onClose={() => setRevoking(undefined)} />
      )}
    </section>
  );
}

function Mandates({ mine }: { mine: Account }) {
  const jumps = clockJumps.value;
  const loaded = useLoaded(loadMandates, [mine.id, jumps]);
  const mandates = loaded.value;
  if (!mandates) {
    return loaded.problem ? <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />
      : <Loading />;
  }
  const change = () => { loaded.reload(); void loadAccount(); };
  const in_force_first = [...mandates]
    .sort((one, other) => Number(other.in_force) - Number(one.in_force));
  return (
    <>
      <Organisations
        parties={mine.parties.filter((party) => party.kind === 'organisation')} />
      <Given mine={mine} mandates={in_force_first} onChange={change} />
    </>
  );
}

export function MandatesPage() {
  return (
    <AccountPage title={t('mandates')}>{(mine) => <Mandates mine={mine} />}</AccountPage>
  );
}
