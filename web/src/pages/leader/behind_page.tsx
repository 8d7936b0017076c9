// The dossiers behind one number; each opens its own page with its journal.
import { href, say } from '../../app/language';
import type { PageProps } from '../../app/router';
import { Icon } from '../../components/icon/icon';
import { PageHead } from '../../components/page_head/page_head';
import { showShortMoment, showDate } from '../../display/moments';
import { showNumber } from '../../display/numbers';
import { useLoaded } from '../../api/use_loaded';
import { t } from '../../text/leader';
import {
  cellAddress, labelOfCell, listBehind, periodAddress, readFigures, type DossierLine,
  type DossierList,
} from './figures_query';
import { NotYet } from './not_yet';
import './leader.css';

function whole(moment: string | null | undefined, missing: string): string {
  return moment ? `${showShortMoment(moment)}/${moment.slice(0, 4)}` : missing;
}

function Row({ line }: { line: DossierLine }) {
  return (
    <tr>
      <th scope="row">
        <a class="open" href={href(`/can-bo/ho-so/${line.code}/`)}>{line.code}</a>
        {line.generated && <span class="muted smaller"> {t('generated_short')}</span>}
      </th>
      <td data-label={t('col_procedure')}>{say(line.name)}</td>
      <td data-label={t('col_applicant')}>{line.applicant}</td>
      <td data-label={t('col_received')}>{showDate(line.received_at)}</td>
      <td data-label={t('col_first')}>{whole(line.first_promise, t('none'))}</td>
      <td data-label={t('col_promise')}>{whole(line.promise, t('none'))}</td>
      <td data-label={t('col_ended')}>{whole(line.ended_at, t('not_ended'))}</td>
      <td data-label={t('col_status')}>{say(line.status.name)}</td>
    </tr>
  );
}

function Table({ list }: { list: DossierList }) {
  const heads = ['col_code', 'col_procedure', 'col_applicant', 'col_received', 'col_first',
    'col_promise', 'col_ended', 'col_status'] as const;
  return (
    <div class="scroll-sideways" role="group" aria-label={t('list_table')} tabIndex={0}>
      <table class="behind">
        <caption class="unseen">{t('list_table')}</caption>
        <thead>
          <tr>{heads.map((head) => <th key={head} scope="col">{t(head)}</th>)}</tr>
        </thead>
        <tbody>{list.items.map((line) => <Row key={line.code} line={line} />)}</tbody>
      </table>
    </div>
  );
}

function Pages({ period, cell, list }: { period: string; cell: string; list: DossierList }) {
  if (list.total <= list.size) return null;
  const last = Math.min(list.total, list.page * list.size);
  return (
    <nav class="row between paging" aria-label={t('pages')}>
      <span class="muted">
        {showNumber((list.page - 1) * list.size + 1)}–{showNumber(last)} / {showNumber(list.total)}
      </span>
      <span class="row">
        {list.page > 1 && (
          <a class="button secondary" href={cellAddress(period, cell, list.page - 1)}>
            {t('page_previous')}
          </a>
        )}
        {last < list.total && (
          <a class="button secondary" href={cellAddress(period, cell, list.page + 1)}>
            {t('page_next')}
          </a>
        )}
      </span>
    </nav>
  );
}

export function BehindPage({ query }: PageProps) {
  const period = query.get('period') ?? '';
  const cell = query.get('cell') ?? '';
  const page = Math.max(1, Number(query.get('page')) || 1);
  const loaded = useLoaded(async () => {
    const [list, figures] = await Promise.all([listBehind(period, cell, page),
      readFigures(period)]);
    return { list, figures };
  }, [period, cell, page]);
  const got = loaded.value;
  if (!got) return <NotYet loaded={loaded} home="/dieu-hanh/" />;
  const { list, figures } = got;
  return (
    <main id="main" class="list stack">
      <div>
        <p class="no-print">
          <a class="back" href={periodAddress(period)}><Icon name="back" />{t('list_back')}</a>
        </p>
        <PageHead title={labelOfCell(figures, cell) || t('list_title')}
          document_title={t('list_title')} />
        <p class="muted">
          {t('list_lead', { count: showNumber(list.total), period: say(figures.period.label) })}
        </p>
      </div>
      {list.items.length === 0
        ? <p class="card pad">{t('list_empty')}</p> : <Table list={list} />}
      <Pages period={period} cell={cell} list={list} />
    </main>
  );
}
