// The process as a list of steps: add, move, rename and take out, all by keyboard. The canvas shows
// the same document; both write process.bpmn.
import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon/icon';
import { ProcessDrawing } from '../../components/process_drawing/process_drawing';
import { Dialog } from '../../components/dialog/dialog';
import { t } from '../../text/designer_edit';
import { draftAddress, type DesignProblem, type Draft } from './desk';
import { editable } from './frame';
import {
  addBranch, addStep, layOut, moveStep, neighbour, withInner, type Step,
} from './model/bpmn';
import { Line, ProblemsHere, Select, Tool, Unreadable } from './parts';
import {
  actChoices, at, BPMN, inOurWords, nameOfAct, nameOfRole, nameOfUnit, processOf, roleChoices,
  setStepTexts, stepTitle, timerNames, unitChoices, useProblems, withoutStep,
} from './process_model';
import { Branches, StepEditor, TimerStep } from './step_editor';
import { edit, files, mayEdit } from './store';

function titleOf(step: Step): string {
  return stepTitle(files.value, step) || t(step.is_gateway ? 'step.gateway' : 'step.nameless');
}

function focusStep(id: string): void {
  requestAnimationFrame(() => document.getElementById(`step-${id}-open`)?.focus());
}

function AddDialog({ after, steps, onClose }: { after: Step; steps: Step[]; onClose: () => void }) {
  const [name, setName] = useState({ vi: '', en: '' });
  const [who, setWho] = useState({ act: 'hand-over', role: after.role || 'specialist',
    unit: after.unit || 'division' });
  const [on, setOn] = useState(after.outgoing.find((one) => one.usual)?.id
    ?? after.outgoing[0]?.id ?? '');
  const send = (event: Event) => {
    event.preventDefault();
    if (!name.vi.trim()) { document.getElementById('new-vi')?.focus(); return; }
    const made = addStep(files.value[BPMN] ?? '', after.id, { ...who, name: name.vi.trim() }, on);
    edit({ [BPMN]: made.xml,
      ...setStepTexts(files.value, made.id, { vi: name.vi.trim(), en: name.en.trim() }) });
    onClose();
    focusStep(made.id);
  };
  return (
    <Dialog title={t('add.title', { step: titleOf(after) })} onClose={onClose}>
      <form onSubmit={send}>
        <Line id="new-vi" label={t('step.name_vi')} value={name.vi}
          onInput={(vi) => setName({ ...name, vi })} />
        <Line id="new-en" label={t('step.name_en')} value={name.en} optional
          onInput={(en) => setName({ ...name, en })} />
        {after.outgoing.length > 1 && (
          <Select id="new-on" label={t('add.on')} value={on} onChoose={setOn}
            choices={after.outgoing.map((one) => ({ key: one.id,
              label: inOurWords(one) || one.condition || t('branch.usual') }))} />
        )}
        <Select id="new-act" label={t('step.act')} value={who.act} choices={actChoices()}
          onChoose={(act) => setWho({ ...who, act })} />
        <Select id="new-role" label={t('step.role')} value={who.role} choices={roleChoices()}
          onChoose={(role) => setWho({ ...who, role })} />
        <Select id="new-unit" label={t('step.unit')} value={who.unit} choices={unitChoices(steps)}
          onChoose={(unit) => setWho({ ...who, unit })} />
        <button class="button"><Icon name="plus" />{t('add.send')}</button>
      </form>
    </Dialog>
  );
}

function BranchDialog({ after, steps, onClose }:
  { after: Step; steps: Step[]; onClose: () => void }) {
  const targets = steps.filter((one) => one.id !== after.id && one.kind !== 'startEvent');
  const [branch, setBranch] = useState({ name: '', condition: '', target: targets[0]?.id ?? '' });
  const send = (event: Event) => {
    event.preventDefault();
    if (!branch.condition.trim()) { document.getElementById('way-if')?.focus(); return; }
    edit({ [BPMN]: addBranch(files.value[BPMN] ?? '', after.id, branch) });
    onClose();
  };
  return (
    <Dialog title={t('way.title', { step: titleOf(after) })} onClose={onClose}>
      <form onSubmit={send}>
        <Line id="way-name" label={t('branch.name')} value={branch.name}
          onInput={(name) => setBranch({ ...branch, name })} />
        <Line id="way-if" label={t('branch.condition')} hint={t('branch.condition_hint')}
          value={branch.condition} onInput={(condition) => setBranch({ ...branch, condition })} />
        <Select id="way-to" label={t('branch.target')} value={branch.target}
          choices={targets.map((one) => ({ key: one.id, label: titleOf(one) }))}
          onChoose={(target) => setBranch({ ...branch, target })} />
        <button class="button"><Icon name="plus" />{t('way.send')}</button>
      </form>
    </Dialog>
  );
}

interface RowProps { one: Draft; step: Step; steps: Step[]; number: string; open: string;
  problems: DesignProblem[] | undefined; onOpen: (id: string) => void;
  /** In a sub-process steps are changed; adding, moving and taking out is the canvas's. */
  inside?: boolean; onAdd: (step: Step) => void; onWay: (step: Step) => void }

function Tools({ step, steps, onAdd, onWay }: RowProps) {
  const name = titleOf(step);
  const move = (by: 1 | -1) => {
    edit({ [BPMN]: moveStep(files.value[BPMN] ?? '', step.id, by) });
    focusStep(step.id);
  };
  const remove = () => {
    const next = steps[steps.indexOf(step) + 1];
    edit(withoutStep(files.value, step.id));
    if (next) focusStep(next.id);
  };
  const leads = step.outgoing.length > 0;
  return (
    <span class="step-tools">
      {step.is_task && (
        <>
          <Tool icon="back" label={t('step.up')} about={name}
            off={!neighbour(steps, step.id, -1)} onClick={() => move(-1)} />
          <Tool icon="arrow" label={t('step.down')} about={name}
            off={!neighbour(steps, step.id, 1)} onClick={() => move(1)} />
        </>
      )}
      {leads && <Tool icon="plus" label={t('step.add')} about={name}
        onClick={() => onAdd(step)} />}
      {leads && <Tool icon="flow" label={t('step.way')} about={name}
        onClick={() => onWay(step)} />}
      {step.is_task && <Tool icon="remove" label={t('step.remove')} about={name}
        onClick={remove} />}
    </span>
  );
}

function kindOf(step: Step) {
  if (step.is_gateway) return 'kind.gateway' as const;
  if (step.is_timer) return 'kind.timer' as const;
  if (!step.is_task) return 'kind.event' as const;
  if (step.kind === 'businessRuleTask') return 'kind.rule' as const;
  return step.kind === 'scriptTask' ? 'kind.script' as const : 'kind.sub_process' as const;
}

function Who({ step }: { step: Step }) {
  if (step.kind !== 'userTask') return <span class="muted smaller">{t(kindOf(step))}</span>;
  return (
    <span class="muted smaller">
      {[nameOfAct(step.act), nameOfRole(step.role), nameOfUnit(step.unit)].filter(Boolean)
        .join(' · ')}
    </span>
  );
}

/** What is in a sub-process, to be changed as the steps around it. */
function Inside(props: RowProps) {
  const { step, number } = props;
  const tasks = step.inner.filter((one) => one.is_task);
  return (
    <>
      <p class="hint">{t('step.inside')}</p>
      <ol class="step-list inner" aria-label={t('step.inside_list', { step: titleOf(step) })}>
        {step.inner.map((one) => (
          <Row key={one.id} {...props} inside step={one} steps={step.inner}
            number={`${number}.${tasks.indexOf(one) + 1}`} />
        ))}
      </ol>
    </>
  );
}

function Row(props: RowProps) {
  const { one, step, steps, number, inside, onOpen } = props;
  const open = props.open === step.id;
  const problems = at(props.problems, step.id);
  const bad = problems.some((one) => one.severity === 'error');
  return (
    <li class={`step-row ${step.is_task ? 'task' : 'other'}${bad ? ' wrong' : ''}`}>
      <div class="step-line">
        <span class="step-number" aria-hidden="true">{step.is_task ? number : '◇'}</span>
        <button type="button" class="step-open" id={`step-${step.id}-open`} aria-expanded={open}
          onClick={() => onOpen(step.id)}>
          <b>{titleOf(step)}</b><Who step={step} />
        </button>
        {mayEdit.value && !inside && <Tools {...props} />}
      </div>
      <ProblemsHere problems={problems} />
      {open && editable(step.is_task ? <StepEditor one={one} step={step} steps={steps} />
        : (
          <>
            {step.is_timer && <TimerStep step={step} />}
            <Branches step={step} steps={steps} named={titleOf} inside={inside} />
          </>
        ))}
      {step.inner.length > 0 && <Inside {...props} />}
    </li>
  );
}

export function ProcessPage({ one }: { one: Draft }) {
  const [open, setOpen] = useState('');
  const [adding, setAdding] = useState<Step>();
  const [way, setWay] = useState<Step>();
  const problems = useProblems(one).value;
  const process = processOf(files.value);
  if (!process) return <Unreadable file={BPMN} />;
  const { steps } = process;
  const tasks = steps.filter((step) => step.is_task);
  const drawn = withInner(steps).filter((step) => step.is_task);
  return (
    <div class="stack">
      <div class="row between">
        <h2>{t('process.steps', { count: tasks.length })}</h2>
        <span class="row no-print">
          {mayEdit.value && (
            <button type="button" class="button quiet compact"
              onClick={() => edit({ [BPMN]: layOut(files.value[BPMN] ?? '') })}>
              <Icon name="refresh" />{t('process.lay_out')}
            </button>
          )}
          <a class="button secondary compact wide-only" href={draftAddress(one.id, 'so-do')}>
            <Icon name="flow" />{t('process.canvas')}
          </a>
        </span>
      </div>
      <p class="muted">{t('process.lead')}</p>
      <ol class="step-list" aria-label={t('process.list')}>
        {steps.map((step) => (
          <Row key={step.id} one={one} step={step} steps={steps}
            number={String(tasks.indexOf(step) + 1)} open={open} problems={problems}
            onOpen={(id) => setOpen(open === id ? '' : id)} onAdd={setAdding} onWay={setWay} />
        ))}
      </ol>
      <section class="card pad" aria-label={t('process.drawing')}>
        <ProcessDrawing xml={files.value[BPMN] ?? ''} names={timerNames(files.value)}
          steps={drawn.map((step) => (
          { id: step.id, name: titleOf(step) }))}
          words={{ title: t('process.drawing'), list: t('process.in_words'),
            scroll: t('process.scroll'), missing: t('process.no_drawing') }} />
      </section>
      {adding && <AddDialog after={adding} steps={steps} onClose={() => setAdding(undefined)} />}
      {way && <BranchDialog after={way} steps={steps} onClose={() => setWay(undefined)} />}
    </div>
  );
}
