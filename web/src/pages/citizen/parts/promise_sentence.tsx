// "Hẹn trả kết quả: 16:30 thứ Năm 20/04/2017", as the server reckoned it.
import type { Schemas } from '../../../api/client';
import { Say } from '../../../components/say/say';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/citizen';
import './promise_sentence.css';

export function PromiseSentence({ preview }: { preview: Schemas['PromisePreview'] }) {
  if (preview.promise === null) return <p class="promise-when">{t('procedure.no-promise')}</p>;
  return (
    <>
      <p class="muted">{t('procedure.promise')}</p>
      <p class="promise-when">{showMoment(preview.promise)}</p>
      <p class="muted small">
        <Say of={preview.term} />
        {preview.received_as && (
          <>. {t('procedure.received-as', { moment: showMoment(preview.received_as) })}</>
        )}
      </p>
    </>
  );
}
