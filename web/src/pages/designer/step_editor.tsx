// One step opened in the list: its names, who does it and what, its share of each case's term; for
// a gateway the ways on and when each is taken.
import { t } from '../../text/designer_edit';
import { draftAddress, type Draft } from './desk';
import { removeBranch, setBranch, setPart, setWait, type Step } from './model/bpmn';
import { formFilesOf } from './model/form';
import { BothTexts, Check, Line, Select, Tool } from './parts';
import {
  actChoices, BPMN, inOurWords, nameOfStep, roleChoices, setShare, setStepTexts, sharesOf,
  unitChoices,
} from './process_model';
import { edit, files } from './store';

function Names({ step }: { step: Step }) {
  const names = nameOfStep(files.value, step);
  const rename = (vi: string) => edit({
    [BPMN]: setPart(files.value[BPMN] ?? '', step.id, 'name', vi),
    ...setStepTexts(files.value, step.id, { vi }) }, `${step.id}-vi`);
  return (
    <div class="both">
      <Line id={`${step.id}-vi`} label={t('step.name_vi')} value={names.vi} onInput={rename} />
      <Line id={`${step.id}-en`} label={t('step.name_en')} value={names.en} optional
        onInput={(en) => edit(setStepTexts(files.value, step.id, { en }), `${step.id}-en`)} />
    </div>
  );
}

function Terms({ step }: { step: Step }) {
  const cases = sharesOf(files.value, step.id);
  if (!cases.length) return null;
  return (
    <fieldset class="shares">
      <legend class="label">{t('step.shares')}</legend>
      <p class="hint">{t('step.shares_hint')}</p>
      <div class="three">
        {cases.map((one, index) => (
          <Line key={one.id} id={`${step.id}-share-${index}`}
            label={t('step.share', { case: one.id })}
            value={one.share} optional
            onInput={(share) => edit(setShare(files.value, index, step.id, share),
              `${step.id}-share-${index}`)} />
        ))}
      </div>
    </fieldset>
  );
}

/** What the process does there by itself: asks a table or works something out. */
export function AutomaticStep({ step }: { step: Step }) {
  const set = (part: 'decision' | 'result') => (value: string) => edit({
    [BPMN]: setPart(files.value[BPMN] ?? '', step.id, part, value) }, `${step.id}-${part}`);
  return (
    <div class="step-body">
      <Names step={step} />
      {step.kind === 'businessRuleTask' && (
        <Line id={`${step.id}-decision`} label={t('step.decision')} hint={t('step.decision_hint')}
          value={step.decision} onInput={set('decision')} />
      )}
      <Line id={`${step.id}-result`} label={t('step.result')} hint={t('step.result_hint')}
        value={step.result} onInput={set('result')} />
    </div>
  );
}

export function TimerStep({ step }: { step: Step }) {
  return (
    <div class="step-body">
      <Names step={step} />
      <Line id={`${step.id}-wait`} label={t('step.wait')} hint={t('step.wait_hint')}
        value={step.wait}
        onInput={(term) => edit({ [BPMN]: setWait(files.value[BPMN] ?? '', step.id, term) },
          `${step.id}-wait`)} />
    </div>
  );
}

export function StepEditor({ one, step, steps }: { one: Draft; step: Step; steps: Step[] }) {
  if (step.kind === 'businessRuleTask' || step.kind === 'scriptTask') {
    return <AutomaticStep step={step} />;
  }
  if (step.kind !== 'userTask') {
    return <div class="step-body"><Names step={step} /></div>;
  }
  return <PeoplesStep one={one} step={step} steps={steps} />;
}

function PeoplesStep({ one, step, steps }: { one: Draft; step: Step; steps: Step[] }) {
  const set = (part: 'act' | 'role' | 'unit' | 'share-of') => (value: string) => edit({
    [BPMN]: setPart(files.value[BPMN] ?? '', step.id, part, value) });
  const others = steps.filter((one) => one.is_task && one.id !== step.id);
  return (
    <div class="step-body">
      <Names step={step} />
      <div class="three">
        <Select id={`${step.id}-act`} label={t('step.act')} value={step.act}
          choices={actChoices()} onChoose={set('act')} />
        <Select id={`${step.id}-role`} label={t('step.role')} value={step.role}
          choices={roleChoices()} onChoose={set('role')} />
        <Select id={`${step.id}-unit`} label={t('step.unit')} value={step.unit}
          choices={unitChoices(steps)} onChoose={set('unit')} />
      </div>
      {step.act === 'approve' && (
        <Check id={`${step.id}-decides`} label={t('step.decides')} on={step.decides}
          onChange={(on) => edit({ [BPMN]: setPart(files.value[BPMN] ?? '', step.id, 'decides',
            on ? 'true' : '') })} />
      )}
      <p class="form-of-step">
        <span class="strong">{t('step.form')}: </span>{t(`form_of.${formOf(step.act)}`)}{' '}
        <a href={`${draftAddress(one.id, 'bieu-mau')}?b=${encodeURIComponent(step.id)}`}>
          {t(formFilesOf(step.id).schema in files.value ? 'step.own_form' : 'step.own_form_none')}
        </a>
      </p>
      <Terms step={step} />
      <Select id={`${step.id}-share-of`} label={t('step.share_of')} value={step.share_of}
        hint={t('step.share_of_hint')} onChoose={set('share-of')}
        choices={[{ key: '', label: t('step.own_share') },
          ...others.map((one) => ({ key: one.id, label: one.name }))]} />
      <details><summary>{t('step.id')}</summary><code>{step.id}</code></details>
    </div>
  );
}

/** The page an officer fills in at a step follows from what is done there. */
function formOf(act: string): 'propose' | 'decide' | 'opinion' | 'return' | 'plain' {
  if (act === 'propose') return 'propose';
  if (act === 'approve' || act === 'sign-off') return 'decide';
  if (act === 'record-opinion') return 'opinion';
  return act === 'return-result' ? 'return' : 'plain';
}

/** Inside a sub-process ways are named and decided; where they lead is drawn. */
export function Branches({ step, steps, named, inside }:
  { step: Step; steps: Step[]; named: (step: Step) => string; inside?: boolean }) {
  const set = (id: string, part: Parameters<typeof setBranch>[2], key = '') =>
    (value: string) => edit({ [BPMN]: setBranch(files.value[BPMN] ?? '', id, part, value) }, key);
  const rename = ({ vi, en }: { vi?: string; en?: string }) => edit({
    [BPMN]: setPart(files.value[BPMN] ?? '', step.id, vi === undefined ? 'name-en' : 'name',
      vi ?? en ?? '') }, `${step.id}-name`);
  const targets = steps.filter((one) => one.id !== step.id && one.kind !== 'startEvent')
    .map((one) => ({ key: one.id, label: named(one) }));
  return (
    <div class="step-body">
      {step.is_gateway && (
        <BothTexts id={`${step.id}-name`} label={t('gateway.question')} optional
          value={{ vi: step.name, en: step.name_en }} onInput={rename} />
      )}
      {step.outgoing.map((one, index) => (
        <fieldset key={one.id} class="branch">
          <legend class="label">{t('branch.title', { number: index + 1,
            name: inOurWords(one) || (one.usual ? t('branch.usual') : one.id) })}</legend>
          <BothTexts id={`${one.id}-name`} label={t('branch.name')} optional
            value={{ vi: one.name, en: one.name_en }}
            onInput={({ vi, en }) => set(one.id, vi === undefined ? 'name-en' : 'name',
              `${one.id}-name`)(vi ?? en ?? '')} />
          <div class="three">
            {!inside && (
              <Select id={`${one.id}-to`} label={t('branch.target')} value={one.target}
                choices={targets} onChoose={set(one.id, 'target')} />
            )}
            {!one.usual && step.outgoing.length > 1 && (
              <Line id={`${one.id}-if`} label={t('branch.condition')} value={one.condition}
                onInput={set(one.id, 'condition', `${one.id}-if`)} />
            )}
          </div>
          {step.outgoing.length > 1 && (
            <div class="row between">
              <Check id={`${one.id}-usual`} label={t('branch.is_usual')} on={one.usual}
                onChange={(on) => { if (on) set(one.id, 'usual')(one.id); }} />
              {!inside && (
                <Tool icon="remove" label={t('branch.remove')} about={inOurWords(one) || one.id}
                  onClick={() => edit({
                    [BPMN]: removeBranch(files.value[BPMN] ?? '', one.id) })} />
              )}
            </div>
          )}
        </fieldset>
      ))}
    </div>
  );
}
