// What the sender of a petition does: answers a question, judges the answer, changes his consent,
// withdraws. The server says which of these he may do now.
import { useState } from 'preact/hooks';
import { api, ask, newKey, type Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { href } from '../../../app/language';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { Dialog } from '../../../components/dialog/dialog';
import { TextField } from '../../../components/field/field';
import { Icon } from '../../../components/icon/icon';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/petition_view';
import type { Tracked } from './petition_page';

type Act = 'supplement' | 'judge' | 'change-consent' | 'withdraw';
interface Props { petition: Tracked; onDone: (after: Tracked) => void }

const may = (petition: Tracked, act: Act) => petition.acts.some((one) => one.name === act);

function perform(petition: Tracked, act: Act, body: Schemas['PetitionAct'], key: string) {
  return ask(api.POST('/api/petition-tracking/{code}/acts/{act}', {
    params: { path: { code: petition.code, act }, header: { 'Idempotency-Key': key } }, body,
  }));
}

function SupplementForm({ petition, onDone }: Props) {
  const [key] = useState(newKey);
  const form = useCheckedForm({
    id: 'supplement', start: { text: '' },
    check: ({ text }) => (text.trim() ? {} : { text: t('act.supplement.missing') }),
    send: async ({ text }) =>
      onDone(await perform(petition, 'supplement', { text: text.trim() }, key)),
  });
  return (
    <CheckedFormView of={form} send={t('act.supplement.send')}>
      <TextField lines={5} value={form.values.text} onInput={(text) => form.set({ text })}
        field={form.frame('text', t('act.supplement'))} />
    </CheckedFormView>
  );
}

export function SupplementCard({ petition, onDone }: Props) {
  const asked = petition.asked.at(-1);
  if (!asked || !may(petition, 'supplement')) return null;
  return (
    <section class="card pad stack petition-asked" aria-labelledby="petition-question">
      <h2 id="petition-question">{t('view.asked')}</h2>
      <p class="petition-words" lang="vi">{asked.what}</p>
      <p class="strong">{t('view.asked.until', { moment: showMoment(asked.until) })}</p>
      <SupplementForm petition={petition} onDone={onDone} />
    </section>
  );
}

function JudgeForm({ petition, onDone }: Props) {
  const [key] = useState(newKey);
  const form = useCheckedForm({
    id: 'judge', start: { liked: '', note: '' },
    check: ({ liked }) => (liked ? {} : { liked: t('act.judge.missing') }),
    send: async ({ liked, note }) => onDone(await perform(petition, 'judge',
      { liked: liked === 'yes', ...(note.trim() && { note: note.trim() }) }, key)),
  });
  return (
    <CheckedFormView of={form} send={t('act.judge.send')}>
      <ChooseOne field={form.frame('liked', t('act.judge'))}
        chosen={form.values.liked || undefined}
        options={[{ key: 'yes', label: t('act.judge.yes') },
          { key: 'no', label: t('act.judge.no') }]}
        onChoose={(liked) => form.set({ liked: liked ?? '' })} />
      <TextField lines={3} value={form.values.note} onInput={(note) => form.set({ note })}
        field={form.frame('note', t('act.judge.note'), { optional: true })} />
    </CheckedFormView>
  );
}

export function JudgeCard(props: Props) {
  const { petition } = props;
  const settled = petition.status.id === 'answered' || petition.status.id === 'refused';
  if (!settled) return null;
  return (
    <section class="card pad stack no-print" aria-label={t('act.judge')}>
      {petition.liked !== null && (
        <p>{petition.liked ? t('act.judged.yes') : t('act.judged.no')}</p>
      )}
      {may(petition, 'judge') && <JudgeForm {...props} />}
      {!petition.repeated_by && petition.liked !== true && (
        <p>
          <a href={href(`/phan-anh/gui/?lai=${encodeURIComponent(petition.code)}`)}>
            {t('act.again')}
          </a>
        </p>
      )}
    </section>
  );
}

function WithdrawDialog({ petition, onDone, onClose }: Props & { onClose: () => void }) {
  const [key] = useState(newKey);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const send = async (event: Event) => {
    event.preventDefault();
    try {
      onDone(await perform(petition, 'withdraw', { reason: reason.trim() }, key));
      onClose();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <Dialog title={t('act.withdraw.ask')} onClose={onClose}>
      <p>{t('act.withdraw.text')}</p>
      <form noValidate onSubmit={(event) => void send(event)}>
        <TextField lines={3} value={reason} onInput={setReason} field={{ id: 'withdraw-reason',
          label: t('act.withdraw.reason'), required: false }} />
        {problem && <ProblemNotice problem={problem} />}
        <div class="row">
          <button class="button danger">{t('act.withdraw.yes')}</button>
          <button type="button" class="button secondary" onClick={onClose}>
            {t('act.withdraw.no')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function ConsentButton({ petition, onDone }: Props) {
  const [problem, setProblem] = useState<ProblemError>();
  const { agreed } = petition.publication;
  const change = async () => {
    try {
      onDone(await perform(petition, 'change-consent', { may_publish: !agreed }, newKey()));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <button type="button" class="button secondary" onClick={() => void change()}>
        {agreed ? t('act.disagree') : t('act.agree')}
      </button>
    </>
  );
}

export function SenderTools(props: Props) {
  const [asking, setAsking] = useState(false);
  const { petition } = props;
  return (
    <div class="row no-print">
      {may(petition, 'change-consent') && <ConsentButton {...props} />}
      {may(petition, 'withdraw') && (
        <button type="button" class="button quiet" onClick={() => setAsking(true)}>
          <Icon name="undo" />{t('act.withdraw')}
        </button>
      )}
      {asking && <WithdrawDialog {...props} onClose={() => setAsking(false)} />}
    </div>
  );
}
