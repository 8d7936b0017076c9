// One procedure: what you get, who may apply, papers, steps, days, fee, basis, who decides, and the
// date you would get if you applied now.
import { useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import { office } from '../../../app/office';
import type { PageProps } from '../../../app/router';
import { Badge } from '../../../components/badge/badge';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { Icon } from '../../../components/icon/icon';
import { Notice } from '../../../components/notice/notice';
import { PageHead } from '../../../components/page_head/page_head';
import { Say } from '../../../components/say/say';
import { t } from '../../../text/citizen';
import { t as kit } from '../../../text/kit';
import { LoadedPage } from '../parts/page';
import { Diagram } from './diagram';
import { IfAppliedNow } from './if_applied_now';
import './procedure.css';

type Procedure = Schemas['Procedure'];
type Case = Procedure['cases'][number];

const FEW_CASES = 4;

function CaseChoice({ cases, chosen, onChoose }:
  { cases: Case[]; chosen: string; onChoose: (id: string) => void }) {
  if (cases.length < 2) return null;
  return (
    <ChooseOne chosen={chosen} onChoose={(id) => { if (id) onChoose(id); }}
      field={{ id: 'case', label: t('procedure.cases'), required: true }}
      as_list={cases.length > FEW_CASES}
      options={cases.map((one) => ({ key: one.id, label: say(one.name) }))} />
  );
}

function Papers({ procedure, chosen }: { procedure: Procedure; chosen?: Case }) {
  const asked = chosen?.papers.length
    ? procedure.papers.filter((paper) => chosen.papers.includes(paper.id)) : procedure.papers;
  return (
    <section aria-labelledby="papers" class="stack">
      <h2 id="papers">{t('procedure.papers')}</h2>
      <ol class="paper-list">
        {asked.map((paper) => (
          <li key={paper.id}>
            <Icon name="file" />
            <div>
              <p class="strong"><Say of={paper.name} /></p>
              {paper.note && <p class="muted small"><Say of={paper.note} /></p>}
            </div>
            {(paper.condition || !paper.required) && (
              <Badge kind="plain">
                {t(paper.condition ? 'procedure.paper.condition' : 'procedure.paper.optional')}
              </Badge>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Steps({ chosen }: { chosen: Case }) {
  if (!chosen.steps.length) return null;
  return (
    <section aria-labelledby="steps" class="stack">
      <h2 id="steps">{t('procedure.steps')}</h2>
      <table class="step-table">
        <thead>
          <tr>
            <th scope="col">{t('procedure.step')}</th>
            <th scope="col">{t('procedure.unit')}</th>
            <th scope="col">{t('procedure.days')}</th>
          </tr>
        </thead>
        <tbody>
          {chosen.steps.map((step, index) => (
            <tr key={step.task + index}>
              <td class="strong"><Say of={step.name} /></td>
              <td><Say of={step.unit} /></td>
              <td class="nowrap"><Say of={step.term} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One row where every channel has the same term, else a row each. */
function TermRows({ terms }: { terms: Case['terms'] }) {
  const alike = new Set(terms.map((one) => one.term.vi)).size === 1;
  return (
    <>
      {terms.slice(0, alike ? 1 : undefined).map((one) => (
        <div key={one.channel}>
          <dt>
            {t('procedure.term')}{!alike && `, ${t(`channel.${one.channel}`).toLowerCase()}`}
          </dt>
          <dd><Say of={one.term} /></dd>
        </div>
      ))}
    </>
  );
}

function Glance({ procedure, chosen }: { procedure: Procedure; chosen?: Case }) {
  return (
    <section class="card pad glance" aria-labelledby="glance">
      <h2 id="glance">{t('procedure.glance')}</h2>
      <dl>
        <TermRows terms={chosen?.terms ?? []} />
        <div><dt>{t('procedure.fee')}</dt><dd><Say of={procedure.fee} /></dd></div>
        {chosen && (
          <div><dt>{t('procedure.decided')}</dt><dd><Say of={chosen.decided_by} /></dd></div>
        )}
      </dl>
      {procedure.open
        ? (
          <a class="button full" href={href(`/nop-ho-so/${procedure.id}/`)}>
            {t('procedure.apply')}<Icon name="arrow" />
          </a>
        )
        : <p class="muted small">{t('procedure.closed')}</p>}
      {procedure.open && office.value?.appointments && (
        <p><a href={href(`/dat-lich/?thu-tuc=${procedure.id}`)}>{kit('foot.appointments')}</a></p>
      )}
    </section>
  );
}

function Basis({ procedure }: { procedure: Procedure }) {
  if (!procedure.legal_basis.length) return null;
  return (
    <section aria-labelledby="basis" class="stack">
      <h2 id="basis">{t('procedure.basis')}</h2>
      <details class="basis">
        <summary>{t('procedure.basis.count', { count: procedure.legal_basis.length })}</summary>
        <ul>
          {procedure.legal_basis.map((source) => <li key={source.vi}><Say of={source} /></li>)}
        </ul>
      </details>
    </section>
  );
}

function Shown({ procedure }: { procedure: Procedure }) {
  const [case_id, choose] = useState(procedure.cases[0]?.id ?? '');
  const chosen = procedure.cases.find((one) => one.id === case_id);
  return (
    <>
      <div class="procedure-head long-title">
        <p class="muted"><Say of={procedure.field} /></p>
        <PageHead title={<Say of={procedure.name} />} document_title={say(procedure.name)} />
        <p class="procedure-lead"><Say of={procedure.summary} /></p>
      </div>
      {!procedure.verified && (
        <Notice kind="soon">
          <p class="strong">{t('procedure.unverified')}</p><p>{t('procedure.unverified.text')}</p>
        </Notice>
      )}
      <div class="procedure-columns">
        <div class="procedure-main">
          <CaseChoice cases={procedure.cases} chosen={case_id} onChoose={choose} />
          {procedure.verified && chosen
            && <IfAppliedNow procedure={procedure} chosen={chosen.id} />}
          <section aria-labelledby="result">
            <h2 id="result">{t('procedure.result')}</h2><p><Say of={procedure.result} /></p>
          </section>
          <section aria-labelledby="applicants">
            <h2 id="applicants">{t('procedure.applicants')}</h2>
            <p><Say of={procedure.applicants} /></p>
          </section>
          <Papers procedure={procedure} chosen={chosen} />
          {chosen && <Steps chosen={chosen} />}
          {procedure.process && <Diagram procedure={procedure} steps={chosen?.steps ?? []} />}
          <Basis procedure={procedure} />
        </div>
        <aside class="procedure-side" aria-label={t('procedure.glance')}>
          <Glance procedure={procedure} chosen={chosen} />
        </aside>
      </div>
    </>
  );
}

export function ProcedurePage({ params }: PageProps) {
  const id = params.procedure ?? '';
  const loaded = useLoaded(() => ask(api.GET('/api/procedures/{procedure}',
    { params: { path: { procedure: id } } })), [id]);
  return (
    <LoadedPage from={loaded} crumbs={(procedure) => [
      { label: t('list.title'), path: '/thu-tuc/' }, { label: say(procedure?.name) || id },
    ]}>
      {(procedure) => <Shown procedure={procedure} />}
    </LoadedPage>
  );
}
