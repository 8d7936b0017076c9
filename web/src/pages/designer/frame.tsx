// The frame of a draft's pages: what it is, whether it is saved, undo and redo, and its tabs, each
// with an address of its own.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { href, say } from '../../app/language';
import { go, type Page, type PageProps } from '../../app/router';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { t } from '../../text/designer';
import { framed } from '../officer/frame';
import { draftAddress, tabsOf, type Draft, type Tab } from './desk';
import { textAt } from './model/texts';
import { parseToml, tableOf, valueIn } from './model/toml';
import { Tool } from './parts';
import {
  canRedo, canUndo, draft, files, keepMineAsCopy, mayEdit, open, problem, redo, rival, save, state,
  takeTheirs, undo,
} from './store';

export function SaveLine() {
  const words = t(`save.${state.value}`);
  return (
    <p class={`save-line ${state.value}`} role="status">
      <Icon name={state.value === 'saved' ? 'check' : state.value === 'failed' ? 'alert'
        : 'refresh'} />{words}
    </p>
  );
}

function Conflict() {
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problem.value = error;
    } finally {
      setBusy(false);
    }
  };
  const copy = async () => {
    const id = await keepMineAsCopy(t('conflict.copy_title', { title: draft.value?.title ?? '' }));
    if (id) go(draftAddress(id));
  };
  return (
    <Notice kind="soon" live>
      <p class="strong">{rival.value ? t('conflict.title', { who: rival.value })
        : t('conflict.title_unknown')}</p>
      <p>{t('conflict.text')}</p>
      <div class="row">
        <button type="button" class="button secondary compact" aria-disabled={busy}
          onClick={() => void act(takeTheirs)}>{t('conflict.theirs')}</button>
        <button type="button" class="button compact" aria-disabled={busy}
          onClick={() => void act(copy)}>{t('conflict.mine')}</button>
      </div>
    </Notice>
  );
}

function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const typing = (event.target as Element | null)?.closest('textarea, input, .canvas-place');
      const key = event.key.toLowerCase();
      if (typing || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** The name the draft gives its procedure or matrix; its id where it gives none. */
function nameOfSubject(one: Draft): string {
  if (one.kind === 'procedure') return say(textAt(files.value, '', 'name')) || one.subject;
  const named = valueIn(tableOf(parseToml(files.value['matrix.toml'] ?? ''), ''), 'name');
  const { vi, en } = (typeof named === 'object' ? named : {}) as { vi?: unknown; en?: unknown };
  return say({ vi: String(vi ?? ''), en: String(en ?? '') }) || one.subject;
}

function Tabs({ one, here }: { one: Draft; here: Tab }) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>('[aria-current]');
    const strip = shown?.closest('ul');
    if (shown && strip) strip.scrollLeft = shown.offsetLeft - strip.offsetLeft - 16;
  }, [here]);
  return (
    <nav ref={list} class="designer-tabs no-print" aria-label={t('tabs.label')}>
      <ul>
        {tabsOf(one.kind).map((tab) => (
          <li key={tab}>
            <a href={draftAddress(one.id, tab)} aria-current={tab === here ? 'page' : undefined}>
              {one.kind === 'matrix' && tab === 'loi-van' ? t('tab.matrix') : t(`tab.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Head({ one, tab }: { one: Draft; tab: Tab }) {
  const title = one.title;
  return (
    <header class="designer-head">
      <p class="no-print">
        <a class="back" href={href('/thiet-ke/')}><Icon name="back" />{t('back')}</a>
      </p>
      <div class="row between">
        <div>
          <PageHead title={title} document_title={`${t(`tab.${tab}`)}: ${title}`} />
          <p class="muted">
            {t(one.base ? 'draft.of_version' : 'draft.of_new', { subject: nameOfSubject(one),
              number: one.number, base: one.base ?? 0 })}
            {' · '}{t(`state.${one.state}`)}{' · '}{t('draft.author', { name: one.author })}
          </p>
        </div>
        {mayEdit.value && (
          <div class="row no-print">
            <SaveLine />
            <Tool icon="undo" label={t('undo')} off={!canUndo.value} onClick={undo} />
            <Tool icon="undo" turned label={t('redo')} off={!canRedo.value} onClick={redo} />
          </div>
        )}
      </div>
    </header>
  );
}

function Notices({ one }: { one: Draft }) {
  return (
    <>
      {state.value === 'conflict' && <Conflict />}
      {problem.value && <ProblemNotice problem={problem.value} onAgain={() => void save()} />}
      {one.returned_because && one.state === 'draft' && (
        <Notice kind="soon"><p>{t('returned', { reason: one.returned_because })}</p></Notice>
      )}
      {!mayEdit.value && <Notice kind="info"><p>{t('read_only')}</p></Notice>}
    </>
  );
}

export type DraftPage = ComponentType<{ one: Draft }>;

function DraftFrame({ id, tab, shown: Shown }: { id: string; tab: Tab; shown: DraftPage }) {
  const [failed, setFailed] = useState<ProblemError>();
  const [turn, setTurn] = useState(0);
  useUndoKeys();
  useEffect(() => {
    setFailed(undefined);
    open(id).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setFailed(error);
    });
    return () => { if (state.value === 'unsaved') void save(); };
  }, [id, turn]);
  const one = draft.value?.id === id ? draft.value : undefined;
  if (!one) {
    return (
      <main id="main" class="list">
        {failed ? <ProblemView problem={failed} onAgain={() => setTurn((count) => count + 1)}
          home="/thiet-ke/" /> : <Loading />}
      </main>
    );
  }
  return (
    <main id="main" class="list designer">
      <Head one={one} tab={tab} />
      <Tabs one={one} here={tab} />
      <div class="stack"><Notices one={one} /><Shown one={one} /></div>
    </main>
  );
}

/** A tab of a draft as a page of this entry. */
export function draftPage(tab: Tab, shown: DraftPage): Page {
  return framed(({ params }: PageProps) => (
    <DraftFrame id={params.draft ?? ''} tab={tab} shown={shown} />));
}

/** Everything inside can be changed only by who may. */
export function editable(children: preact.ComponentChildren) {
  return <fieldset class="editable" disabled={!mayEdit.value}>{children}</fieldset>;
}
