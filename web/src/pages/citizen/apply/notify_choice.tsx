// How and in which language the applicant wants to be told; kept with the draft at once.
import { useState } from 'preact/hooks';
import type { Schemas } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { office } from '../../../app/office';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { Notice } from '../../../components/notice/notice';
import { ProblemNotice } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/notify';
import { chooseNotices, type Choice, type Work } from './work';

/** What the office can do; one that sends nothing still shows its e-mails in the app. */
function offered(): Choice['notify_by'][] {
  const channels = office.value?.notify_by ?? [];
  return [...(channels.length ? channels : ['email' as const]), 'none'];
}

interface Props { now: Work; check: Schemas['DraftCheck']; onChosen: () => void }

export function NotifyChoice({ now, check, onChosen }: Props) {
  const { told_at, account_at } = check;
  const [problem, setProblem] = useState<ProblemError>();
  const choose = async (choice: Partial<Choice>) => {
    setProblem(undefined);
    try {
      await chooseNotices(choice);
      onChosen();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  const { notify_by, notify_at, language } = now.draft;
  return (
    <section class="review-group stack" aria-label={t('choice')}>
      <ChooseOne chosen={notify_by}
        field={{ id: 'notify-by', label: t('choice'), hint: t('choice.hint'), required: true }}
        options={offered().map((key) => ({ key, label: t(`choice.${key}`) }))}
        onChoose={(key) => void choose({ notify_by: key as Choice['notify_by'] })} />
      {notify_by !== 'none' && account_at && (
        <ChooseOne chosen={notify_at}
          field={{ id: 'notify-at', label: t('choice.at'), required: true }}
          options={[{ key: 'form', label: t('choice.at.form') },
            { key: 'account', label: t('choice.at.account', { address: account_at }) }]}
          onChoose={(key) => void choose({ notify_at: key as Choice['notify_at'] })} />
      )}
      {notify_by !== 'none' && !told_at && (
        <Notice kind="soon" live><p>{t(`choice.nowhere.${notify_by}`)}</p></Notice>
      )}
      {notify_by !== 'none' && (
        <ChooseOne chosen={language}
          field={{ id: 'notify-language', label: t('choice.language'), required: true }}
          options={[{ key: 'vi', label: t('choice.vi') }, { key: 'en', label: t('choice.en') }]}
          onChoose={(key) => void choose({ language: key as Choice['language'] })} />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
