// The register of proposals: to abolish, merge, delegate or simplify, with the burden as it was
// when it was proposed, the decision, and whether it was carried out.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import { Badge, type BadgeKind } from '../../components/badge/badge';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { DateField } from '../../components/date_field/date_field';
import { Dialog } from '../../components/dialog/dialog';
import { TextField } from '../../components/field/field';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice, ProblemView } from '../../components/problem_view/problem_view';
import { showDate, showDay } from '../../display/moments';
import { showNumber } from '../../display/numbers';
import { isRealDate } from '../../form/check';
import { t } from '../../text/designer';
import {
  actOnProposal, propose, readDesign, readProposals, type Burden, type Proposal, type Subject,
} from './desk';
import { Check, Empty, Select } from './parts';

const KINDS = ['abolish', 'merge', 'delegate', 'simplify'] as const;
const STATES: Record<Proposal['state'], BadgeKind> = { 'proposed': 'soon', 'accepted': 'info',
  'refused': 'plain', 'carried-out': 'done', 'withdrawn': 'plain' };
type Act = Proposal['may'][number];

function ProposeDialog({ subjects, onClose, onDone }:
  { subjects: Subject[]; onClose: () => void; onDone: () => void }) {
  const [kind, setKind] = useState<Proposal['kind']>('simplify');
  const [chosen, setChosen] = useState<string[]>([]);
  const [into, setInto] = useState('');
  const form = useCheckedForm({
    id: 'propose', start: { subjects: '', into: '', why: '', in_force_from: '' },
    check: (values) => ({
      subjects: chosen.length ? undefined : t('propose.subjects_missing'),
      into: kind !== 'merge' || (into && !chosen.includes(into)) ? undefined
        : t('propose.into_missing'),
      why: values.why.trim() ? undefined : t('propose.why_missing'),
      in_force_from: isRealDate(values.in_force_from) ? undefined : t('submit.day_missing'),
    }),
    send: async ({ why, in_force_from }) => {
      await propose({ kind, subjects: chosen, into: kind === 'merge' ? into : undefined,
        why: why.trim(), in_force_from });
      onDone();
    },
  });
  const choices = subjects.filter((one) => one.kind === 'procedure');
  return (
    <Dialog title={t('propose.title')} onClose={onClose}>
      <CheckedFormView of={form} send={t('propose.send')}>
        <Select id="propose-kind" label={t('propose.kind')} value={kind}
          choices={KINDS.map((key) => ({ key, label: t(`proposal.${key}`) }))}
          onChoose={(key) => setKind(key as Proposal['kind'])} />
        <fieldset id="propose-subjects" tabIndex={-1}>
          <legend class="label">{t('propose.subjects')}</legend>
          <div class="ticks">
            {choices.map((one) => (
              <Check key={one.id} id={`propose-${one.id}`} label={say(one.name)}
                on={chosen.includes(one.id)} onChange={(on) => setChosen(on
                  ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))} />))}
          </div>
        </fieldset>
        {kind === 'merge' && (
          <Select id="propose-into" label={t('propose.into')} value={into} onChoose={setInto}
            choices={choices.filter((one) => !chosen.includes(one.id)).map((one) => ({
              key: one.id, label: say(one.name) }))} />
        )}
        <TextField field={form.frame('why', t('propose.why'))} lines={4} value={form.values.why}
          onInput={(why) => form.set({ why })} />
        <DateField field={form.frame('in_force_from', t('propose.day'))}
          value={form.values.in_force_from || undefined}
          onInput={(day) => form.set({ in_force_from: day ?? '' })} />
      </CheckedFormView>
    </Dialog>
  );
}

function ActDialog({ one, act, onClose, onDone }:
  { one: Proposal; act: Act; onClose: () => void; onDone: () => void }) {
  const [accepted, setAccepted] = useState(true);
  const decides = act === 'decide';
  const form = useCheckedForm({
    id: 'act', start: { number: '', date: '', by: '', reason: '' },
    check: (values) => ({
      number: !decides || values.number.trim() ? undefined : t('submit.number_missing'),
      date: !decides || isRealDate(values.date) ? undefined : t('submit.date_missing'),
      by: !decides || values.by.trim() ? undefined : t('submit.by_missing'),
      reason: values.reason.trim() || act === 'carry-out' || (decides && accepted) ? undefined
        : t('act.reason_missing'),
    }),
    send: async ({ reason, ...decision }) => {
      await actOnProposal(one.id, act, { ...(decides ? { accepted, decision } : {}),
        reason: reason.trim() || undefined });
      onDone();
    },
  });
  return (
    <Dialog title={t(`act.${act}`)} onClose={onClose}>
      <CheckedFormView of={form} send={t(`act.${act}`)}>
        {decides && (
          <>
            <Select id="act-accepted" label={t('act.accepted')} value={String(accepted)}
              choices={[{ key: 'true', label: t('act.accept') },
                { key: 'false', label: t('act.refuse') }]}
              onChoose={(key) => setAccepted(key === 'true')} />
            <TextField field={form.frame('number', t('submit.number'))} value={form.values.number}
              onInput={(number) => form.set({ number })} />
            <DateField field={form.frame('date', t('submit.date'))}
              value={form.values.date || undefined}
              onInput={(day) => form.set({ date: day ?? '' })} />
            <TextField field={form.frame('by', t('submit.by'))} value={form.values.by}
              onInput={(by) => form.set({ by })} />
          </>
        )}
        <TextField field={form.frame('reason', t('act.reason'), { optional: decides && accepted })}
          lines={3} value={form.values.reason} onInput={(reason) => form.set({ reason })} />
      </CheckedFormView>
    </Dialog>
  );
}

function burdenText(burden: Burden): string {
  return t('proposal.burden', { papers: burden.papers, originals: burden.originals,
    trips: burden.trips, steps: burden.steps, offices: burden.offices,
    days: burden.days.counter === null ? '–' : showNumber(burden.days.counter) });
}

function Card({ one, names, onAct }:
  { one: Proposal; names: Map<string, string>; onAct: (act: Act) => void }) {
  const named = (id: string) => names.get(id) ?? id;
  return (
    <li class="card pad stack">
      <div class="row between">
        <h2>{t(`proposal.${one.kind}`)}: {one.subjects.map(named).join(', ')}
          {one.into && ` → ${named(one.into)}`}</h2>
        <Badge kind={STATES[one.state]}>{t(`proposal.state.${one.state}`)}</Badge>
      </div>
      <p>{one.why}</p>
      <p class="muted smaller">{t('proposal.by', { name: one.proposed_by,
        day: showDate(one.proposed_at), from: showDay(one.in_force_from) })}</p>
      <div>
        <p class="strong">{t('proposal.burden_before')}</p>
        <ul>
          {one.burden.map((part) => (
            <li key={part.subject}>{named(part.subject)}: {burdenText(part.burden)}</li>))}
        </ul>
      </div>
      {one.decision && (
        <p>{t('publish.decision_text', { number: one.decision.number,
          date: showDay(one.decision.date), by: one.decision.by })}
        {one.reason && ` – ${one.reason}`}</p>
      )}
      {one.carried_out_at && (
        <p>{t('proposal.carried_out', { day: showDate(one.carried_out_at) })}</p>
      )}
      <div class="row no-print">
        {one.may.map((act) => (
          <button key={act} type="button" class="button secondary compact"
            onClick={() => onAct(act)}>{t(`act.${act}`)}
            <span class="unseen">: {one.subjects.map(named).join(', ')}</span></button>))}
      </div>
    </li>
  );
}

export function ProposalsPage() {
  const loaded = useLoaded(async () => {
    const [list, design] = await Promise.all([readProposals(), readDesign()]);
    return { list, design };
  }, []);
  const [proposing, setProposing] = useState(false);
  const [acting, setActing] = useState<{ one: Proposal; act: Act }>();
  const done = () => { setProposing(false); setActing(undefined); loaded.reload(); };
  if (!loaded.value) {
    return (
      <main id="main" class="list">
        {loaded.problem instanceof ProblemError ? <ProblemView problem={loaded.problem}
          onAgain={loaded.reload} home="/thiet-ke/" /> : <Loading />}
      </main>
    );
  }
  const { list, design } = loaded.value;
  const names = new Map(design.subjects.map((one) => [one.id, say(one.name)]));
  return (
    <main id="main" class="list designer stack">
      <p class="no-print">
        <a class="back" href={href('/thiet-ke/')}><Icon name="back" />{t('back')}</a></p>
      <div class="list-head">
        <div>
          <PageHead title={t('proposals.title')} document_title={t('proposals.title')} />
          <p class="muted">{t('proposals.lead')}</p>
        </div>
        <div class="row no-print">
          {list.may.includes('propose') && (
            <button type="button" class="button" onClick={() => setProposing(true)}>
              <Icon name="plus" />{t('propose.title')}</button>
          )}
          <a class="button secondary" href="/api/design/proposals.csv" download>
            <Icon name="download" />CSV</a>
        </div>
      </div>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {list.items.length === 0 ? <Empty title={t('proposals.none')} /> : (
        <ul class="stack">
          {list.items.map((one) => <Card key={one.id} one={one} names={names}
            onAct={(act) => setActing({ one, act })} />)}
        </ul>
      )}
      {proposing && <ProposeDialog subjects={design.subjects} onDone={done}
        onClose={() => setProposing(false)} />}
      {acting && <ActDialog {...acting} onDone={done} onClose={() => setActing(undefined)} />}
    </main>
  );
}
