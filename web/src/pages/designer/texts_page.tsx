// Every text of a draft, Vietnamese beside English; what is missing is marked and counted.
import { useState } from 'preact/hooks';
import { fold } from '../../display/fold';
import { Badge } from '../../components/badge/badge';
import { t } from '../../text/designer_edit';
import type { Draft } from './desk';
import { editable } from './frame';
import { readTexts, setTextOf, shownKey, type TextRow } from './model/texts';
import { MatrixPage } from './matrix_page';
import { Check, Empty, Line } from './parts';
import { edit, files } from './store';

const HEADS = ['name', 'summary', 'applicants', 'result', 'fee', 'field', 'reception', 'keywords',
  'title', 'intro', 'label', 'hint', 'legend', 'note', 'options', 'errors', 'decided_by',
  'process', 'lane', 'gateway', 'event', 'flow'] as const;

/** The last part of a key in words where we know it, after what it belongs to. */
function keyWords(row: TextRow): string {
  return shownKey(row.key).split(' › ').filter((part, index) => !(index === 0
    && (part === row.area || part === 'fields' || part === 'pages')))
    .map((part) => {
      const known = HEADS.find((one) => one === part);
      return known ? t(`texts.key.${known}`) : part;
    }).join(' › ');
}

const missing = (row: TextRow) => !row.vi.trim() || !row.en.trim();

function Cell({ row, language }: { row: TextRow; language: 'vi' | 'en' }) {
  const text = row[language];
  const id = `text-${row.key.replace(/\u0001/g, '-')}-${language}`;
  return (
    <td data-label={t(`language.${language}`)}>
      <textarea class={text.trim() ? 'input text-cell' : 'input text-cell missing'} id={id}
        lang={language} rows={Math.min(6, Math.ceil((text.length + 1) / 46))} value={text}
        aria-label={`${keyWords(row)}, ${t(`language.${language}`)}`}
        onInput={(event) => edit(setTextOf(files.value, row, language,
          event.currentTarget.value), id)} />
      {!text.trim() && <Badge kind="soon">{t('texts.missing')}</Badge>}
    </td>
  );
}

function Table({ rows }: { rows: TextRow[] }) {
  return editable(
    <table class="texts">
      <caption class="unseen">{t('texts.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('texts.where')}</th>
          <th scope="col">{t('language.vi')}</th><th scope="col">{t('language.en')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row"><span class="smaller muted">{t(`texts.area.${row.area}`)}</span>
              <span class="text-key">{keyWords(row)}</span></th>
            <Cell row={row} language="vi" /><Cell row={row} language="en" />
          </tr>
        ))}
      </tbody>
    </table>);
}

export function TextsPage({ one }: { one: Draft }) {
  const [sought, setSought] = useState('');
  const [only, setOnly] = useState(false);
  if (one.kind === 'matrix') return <MatrixPage one={one} />;
  const rows = readTexts(files.value);
  const gaps = rows.filter(missing).length;
  const shown = rows.filter((row) => (!only || missing(row))
    && fold(`${shownKey(row.key)} ${row.vi} ${row.en}`).includes(fold(sought)));
  return (
    <div class="stack">
      <p role="status">
        {t('texts.count', { count: rows.length })}{' '}
        <Badge kind={gaps ? 'soon' : 'done'}>{t('texts.gaps', { count: gaps })}</Badge>
      </p>
      <div class="texts-filter">
        <Line id="texts-search" label={t('texts.search')} value={sought}
          onInput={setSought} />
        <Check id="texts-only" label={t('texts.only')} on={only} onChange={setOnly} />
      </div>
      {shown.length === 0 ? <Empty title={t(only ? 'texts.all_there' : 'texts.none_found')} />
        : <Table rows={shown} />}
    </div>
  );
}
