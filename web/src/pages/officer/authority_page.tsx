// Who decides what: matrices in force as tables, who holds which post, who stands in for whom.
import { useState } from 'preact/hooks';
import { say } from '../../app/language';
import { useLoaded } from '../../api/use_loaded';
import { Badge } from '../../components/badge/badge';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { showDate } from '../../display/moments';
import { t } from '../../text/authority';
import { readAuthority, type Authority, type Matrix } from './authority';
import './authority.css';
import { Card, Facts } from './facts';
import { Source } from './source';
import { Substitutions } from './substitutions';

function Table({ matrix }: { matrix: Matrix }) {
  const { inputs, rules } = matrix.table;
  return (
    <div class="authority-table" tabIndex={0} role="region"
      aria-label={`${t('table')}: ${say(matrix.name)} ${matrix.version}`}>
      <table>
        <thead>
          <tr>{inputs.map((input, at) => <th key={at} scope="col">{say(input)}</th>)}
            <th scope="col">{t('decider')}</th><th scope="col">{t('basis')}</th></tr>
        </thead>
        <tbody>
          {rules.map((rule, row) => (
            <tr key={row}>
              {rule.cells.map((cell, at) => (
                <td key={at} data-label={say(inputs[at]!)} class={say(cell) ? undefined : 'muted'}>
                  {say(cell) || t('any')}</td>))}
              <td data-label={t('decider')} class="strong">{say(rule.decider)}</td>
              <td data-label={t('basis')}><Source of={rule.source} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixCard({ matrix }: { matrix: Matrix }) {
  const { instrument } = matrix;
  return (
    <Card id={`matrix-${matrix.id}-${matrix.version}`} title={say(matrix.name)}
      action={!matrix.verified && <Badge kind="soon">{t('unverified')}</Badge>}>
      {!matrix.in_force && <p><Badge kind="info">{t('to_come')}</Badge></p>}
      <Facts rows={[
        [t('instrument'), [instrument.number, say(instrument.title)].filter(Boolean).join(', ')],
        [t('issuer'), say(instrument.issuer)],
        [t('basis'), <Source of={instrument.source} />],
        [t('from'), showDate(matrix.from)],
        [t('until'), matrix.until && showDate(matrix.until)],
      ]} />
      <Table matrix={matrix} />
      {matrix.limits.length > 0 && (
        <>
          <h3>{t('limits')}</h3>
          <ul>{matrix.limits.map((limit) => (
            <li key={limit.name.vi}>
              {say(limit.name)} <span class="muted">(<Source of={limit.source} />)</span>
            </li>
          ))}</ul>
        </>
      )}
    </Card>
  );
}

function period(from?: string, until?: string): string {
  return [from && `${t('from')} ${showDate(from)}`, until && `${t('until')} ${showDate(until)}`]
    .filter(Boolean).join(', ');
}

function People({ people }: { people: Authority['people'] }) {
  return (
    <Card id="people" title={t('people')}>
      <ul class="authority-people">{people.map((person) => (
        <li key={person.username}>
          <b>{person.name}</b>
          {person.tenures.map((held, at) => (
            <span key={at}>{[say(held.post), say(held.unit), period(held.from, held.until), held.by]
              .filter(Boolean).join(' · ')}</span>
          ))}
        </li>
      ))}</ul>
    </Card>
  );
}

function Successions({ list }: { list: Authority['successions'] }) {
  return (
    <Card id="successions" title={t('successions')}>
      {list.length === 0 && <p>{t('no_succession')}</p>}
      <ul class="authority-people">{list.map((one) => (
        <li key={`${one.from.vi} ${one.on}`}>
          <b>{say(one.from)} → {say(one.to)}</b>{' '}
          {one.state === 'coming' && <Badge kind="info">{t('succession.coming')}</Badge>}
          <span>{[`${t('from')} ${showDate(one.on)}`, one.decision].join(' · ')}</span>
          {(one.state === 'coming' || one.open > 0) && (
            <span>{t(`succession.moves.${one.state}`,
              { count: one.open, assigned: one.assigned })}</span>
          )}
          {one.people.length > 0 && (
            <span>{t('succession.people', { count: one.people.length })}:{' '}
              {one.people.join(', ')}</span>
          )}
        </li>
      ))}</ul>
    </Card>
  );
}

export function AuthorityPage() {
  const loaded = useLoaded(readAuthority, []);
  const [said, setSaid] = useState('');
  const found = loaded.value;
  const changed = (words: string) => { setSaid(words); loaded.reload(); };
  return (
    <main id="main" class="list stack authority">
      <PageHead title={t('title')} document_title={t('title')} />
      <p class="muted">{t('lead')}</p>
      <div role="status">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!found && !loaded.problem && <Loading />}
      {found && (
        <>
          <h2>{t('matrices')}</h2>
          {found.matrices.length === 0 && <p>{t('none')}</p>}
          {found.matrices.map((one) => <MatrixCard key={`${one.id}${one.version}`} matrix={one} />)}
          <Substitutions of={found} onChanged={changed} />
          <People people={found.people} />
          <Successions list={found.successions} />
        </>
      )}
    </main>
  );
}
