// The canvas and the panel of the element chosen on it. What is drawn is written to the draft as it
// changes; a change from elsewhere (undo, the step list) is drawn anew.
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, say } from '../../../app/language';
import { Icon } from '../../../components/icon/icon';
import { Notice } from '../../../components/notice/notice';
import { t } from '../../../text/designer_edit';
import type { Draft } from '../desk';
import { SaveLine } from '../frame';
import { Check, Line, ProblemsHere, Select } from '../parts';
import { textAt } from '../model/texts';
import { actChoices, at, BPMN, roleChoices, setStepTexts, unitChoices, stepsOf, useProblems }
  from '../process_model';
import { edit, files, mayEdit } from '../store';
import { openBoard, type Board, type Drawn, type Part } from './modeler';

type Set = (part: Part) => (value: string) => void;

function Work({ drawn, set }: { drawn: Drawn; set: Set }) {
  const steps = stepsOf(files.value);
  return (
    <>
      <Select id="canvas-act" label={t('step.act')} value={drawn.act} choices={actChoices()}
        onChoose={set('act')} />
      <Select id="canvas-role" label={t('step.role')} value={drawn.role} choices={roleChoices()}
        onChoose={set('role')} />
      <Select id="canvas-unit" label={t('step.unit')} value={drawn.unit}
        choices={unitChoices(steps)} onChoose={set('unit')} />
      <Select id="canvas-share" label={t('step.share_of')} value={drawn.share_of}
        choices={[{ key: '', label: t('step.own_share') }, ...steps.filter((step) => step.is_task
          && step.id !== drawn.id).map((step) => ({ key: step.id, label: step.name }))]}
        onChoose={set('share-of')} />
      {drawn.act === 'approve' && (
        <Check id="canvas-decides" label={t('step.decides')} on={drawn.decides}
          onChange={(on) => set('decides')(on ? 'true' : '')} />
      )}
    </>
  );
}

/** What the process finds out by itself there, and the variable that takes it. */
function Automatic({ drawn, set }: { drawn: Drawn; set: Set }) {
  return (
    <>
      {drawn.type === 'BusinessRuleTask' ? (
        <Line id="canvas-decision" label={t('step.decision')} hint={t('step.decision_hint')}
          value={drawn.decision} onInput={set('decision')} />
      ) : (
        <Line id="canvas-script" label={t('step.script')} lines={3} value={drawn.script}
          onInput={set('script')} />
      )}
      <Line id="canvas-result" label={t('step.result')} hint={t('step.result_hint')}
        value={drawn.result} onInput={set('result')} />
    </>
  );
}

function Own({ drawn, set }: { drawn: Drawn; set: Set }) {
  if (drawn.type === 'BusinessRuleTask' || drawn.type === 'ScriptTask') {
    return <Automatic drawn={drawn} set={set} />;
  }
  if (drawn.wait !== undefined) {
    return <Line id="canvas-wait" label={t('step.wait')} hint={t('step.wait_hint')}
      value={drawn.wait} onInput={set('wait')} />;
  }
  return /Task$/.test(drawn.type) ? <Work drawn={drawn} set={set} /> : null;
}

/** Steps and timers have their names in the texts, which the dossier's page reads. */
const hasTexts = ({ type, wait }: Drawn) => (
  /Task$|^SubProcess$|^Transaction$|^CallActivity$/.test(type) || wait !== undefined);

const englishOf = (drawn: Drawn) => (
  (hasTexts(drawn) && textAt(files.value, 'step', drawn.id).en) || drawn.name_en);

/** On a canvas read in English: by the texts, else as the drawing says. */
function nameHere(id: string, name_en: string): string {
  return language === 'en' ? textAt(files.value, 'step', id).en || name_en : '';
}

function Panel({ drawn, set }: { drawn: Drawn | undefined; set: Set }) {
  if (!drawn) return <p class="muted">{t('canvas.choose')}</p>;
  return (
    <fieldset class="editable" disabled={!mayEdit.value} key={drawn.id}>
      <Line id="canvas-name" label={t('canvas.name')} value={drawn.name} lines={2} optional
        onInput={set('name')} />
      <Line id="canvas-name-en" label={t('canvas.name_en')} value={englishOf(drawn)} lines={2}
        optional onInput={(name) => (hasTexts(drawn)
          ? edit(setStepTexts(files.value, drawn.id, { en: name }), 'canvas-name-en')
          : set('name-en')(name))} />
      <Own drawn={drawn} set={set} />
      {drawn.type === 'SequenceFlow' && (
        <Line id="canvas-if" label={t('branch.condition')} value={drawn.condition} optional
          hint={t('branch.condition_hint')} onInput={set('condition')} />
      )}
      <p class="muted smaller">{t('canvas.code')} <code>{drawn.id}</code></p>
    </fieldset>
  );
}

/** All that lies outside an element can be neither reached nor read meanwhile. */
function aloneWith(inside: HTMLElement): () => void {
  const others: HTMLElement[] = [];
  for (let here = inside; here !== document.body && here.parentElement; here = here.parentElement) {
    for (const other of here.parentElement.children) {
      if (other !== here && other instanceof HTMLElement && !other.inert) others.push(other);
    }
  }
  for (const other of others) other.inert = true;
  return () => { for (const other of others) other.inert = false; };
}

const KEPT = 'motcua.canvas-wide';

/** The canvas in the whole window, remembered for the visit; Escape leaves it. */
function useWideView(board: { current?: Board }) {
  const whole = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(() => sessionStorage.getItem(KEPT) === 'yes');
  useEffect(() => {
    sessionStorage.setItem(KEPT, wide ? 'yes' : 'no');
    board.current?.fit();
    if (!wide || !whole.current) return undefined;
    const onKey = (event: KeyboardEvent) => {
      // a name being written on the drawing is left first, by its own Escape
      const writing = (event.target as Element | null)?.closest('[contenteditable=true]');
      if (event.key === 'Escape' && !writing) setWide(false);
    };
    addEventListener('keydown', onKey);
    const open_again = aloneWith(whole.current);
    return () => { open_again(); removeEventListener('keydown', onKey); };
  }, [wide]);
  return { whole, wide, toggle: () => setWide(!wide) };
}

export function BoardView({ one }: { one: Draft }) {
  const place = useRef<HTMLDivElement>(null);
  const board = useRef<Board>();
  const written = useRef('');
  const wanted = useRef(new URLSearchParams(location.search).get('o') ?? '');
  const [drawn, setDrawn] = useState<Drawn>();
  const [failed, setFailed] = useState(false);
  const problems = useProblems(one).value;
  const xml = files.value[BPMN] ?? '';
  const mark = () => board.current?.mark((problems ?? []).map((problem) => ({
    element: problem.element, severity: problem.severity, words: say(problem.what) })));
  useEffect(() => {
    if (!place.current) return undefined;
    const listener = { onSelect: setDrawn, nameOf: nameHere };
    const opened = openBoard(place.current, { ...listener, onChange: (changed) => {
      written.current = changed;
      edit({ [BPMN]: changed });
    } });
    board.current = opened;
    return () => opened.close();
  }, []);
  const view = useWideView(board);
  useEffect(() => {
    if (xml === written.current) return;
    written.current = xml;
    board.current?.show(xml).then(() => {
      setFailed(false);
      mark();
      if (wanted.current && board.current?.point(wanted.current)) wanted.current = '';
    }, () => setFailed(true));
  }, [xml]);
  useEffect(mark, [problems]);
  const english = drawn && textAt(files.value, 'step', drawn.id).en;
  useEffect(() => { if (drawn) board.current?.redraw(drawn.id); }, [english]);
  const set: Set = (part) => (value) => { if (drawn) board.current?.set(drawn.id, part, value); };
  return (
    <div class={view.wide ? 'canvas wide' : 'canvas'} ref={view.whole}>
      <div class="canvas-head row between">
        <button type="button" class="button secondary compact" aria-pressed={view.wide}
          onClick={view.toggle}>
          <Icon name={view.wide ? 'shrink' : 'expand'} />{t('canvas.wide')}
        </button>
        {view.wide && <SaveLine />}
        <span class="muted smaller">{t(view.wide ? 'canvas.leave_wide' : 'canvas.wide_hint')}</span>
      </div>
      <div class="canvas-board">
        {failed && <Notice kind="late"><p>{t('canvas.failed')}</p></Notice>}
        <div class="canvas-place" ref={place} role="group" aria-label={t('canvas.label')}
          tabIndex={0} />
      </div>
      <section class="card pad canvas-panel" aria-labelledby="canvas-panel">
        <h2 id="canvas-panel">{t('canvas.panel')}</h2>
        <Panel drawn={drawn} set={set} />
        <ProblemsHere problems={drawn ? at(problems, drawn.id) : []} />
      </section>
    </div>
  );
}
