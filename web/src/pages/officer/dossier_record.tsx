// What happened with a dossier: timeline, who held it, its process, result and slips.
import { BarChart } from '../../components/chart/bar_chart';
import { Timeline } from '../../components/timeline/timeline';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Card, Facts } from './facts';
import type { Dossier } from './shapes';
import { say } from '../../app/language';
import { useLater } from '../../app/use_later';
import { showDay, showMoment } from '../../display/moments';
import { t, type OfficerKey } from '../../text/officer';

export function slipName(slip: string): string {
  return t(`slip_${slip}` as OfficerKey);
}

export function TimelineCard({ dossier }: { dossier: Dossier }) {
  return (
    <Card id="timeline" title={t('timeline_title')}>
      <Timeline entries={dossier.timeline} />
    </Card>
  );
}

export function HeldCard({ dossier }: { dossier: Dossier }) {
  const held = dossier.held ?? [];
  return (
    <Card id="held" title={t('held_title')}>
      {held.length === 0 ? <p class="muted">{t('held_empty')}</p> : (
        <BarChart caption={t('held_title')} heads={[t('held_unit'), t('held_time')]}
          bar_head={t('held_share')}
          rows={held.map((part, index) => ({
            key: String(index), head: say(part.unit), cells: [say(part.text)],
            parts: [{ value: part.working_minutes, tone: 'plain', label: say(part.text) }],
          }))} />
      )}
    </Card>
  );
}

export function ProcessCard({ dossier }: { dossier: Dossier }) {
  const part = useLater(() => import('../../components/process_drawing/process_drawing'));
  return (
    <Card id="process" title={t('process_title')}>
      {part ? (
        <part.ProcessDrawing xml={dossier.process.xml}
          words={{
            title: t('process_picture'), list: t('process_list'), scroll: t('process_scroll'),
            missing: t('process_missing'),
          }}
          steps={dossier.process.steps.map((step) => ({
            id: step.task, name: say(step.name), state: step.state,
            state_text: t(`state_${step.state}`),
            note: [step.unit && say(step.unit), step.share && say(step.share)]
              .filter(Boolean).join(' · '),
          }))} />
      ) : <Loading />}
    </Card>
  );
}

export function SlipsCard({ dossier }: { dossier: Dossier }) {
  return (
    <Card id="slips" title={t('slips_title')}>
      {dossier.slips.length === 0 ? <p class="muted">{t('slips_none')}</p> : (
        <ul class="slips">
          {dossier.slips.map((slip) => (
            <li key={slip}>
              <a href={slipAddress(dossier.code, slip)} target="_blank" rel="noopener">
                <Icon name="file" />{slipName(slip)}
                <span class="muted"> PDF</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function slipAddress(code: string, slip: string): string {
  return `/api/dossiers/${encodeURIComponent(code)}/slips/${slip}`;
}

export function ResultCard({ dossier }: { dossier: Dossier }) {
  const result = dossier.result;
  if (!result) return null;
  const returned = result.returned_at && [showMoment(result.returned_at),
    result.returned_to && t('result_to', { who: result.returned_to })].filter(Boolean).join(', ');
  const { posting } = result;
  return (
    <Card id="result" title={t('result_title')}>
      <Facts rows={[
        [t('result_document'), result.document],
        [t('result_date'), result.date && showDay(result.date)],
        [t('result_title'), result.outcome && t(`result_${result.outcome}`)],
        [t('result_summary'), result.summary],
        [t('result_recorded'), showMoment(result.recorded_at)],
        [t('result_unpaid'), result.awaits_payment && t('result_unpaid_why')],
        [t('result_returned'), returned],
        [t('result_shown'), result.shown],
        [t('result_posting'), posting && t('result_posted',
          { carrier: posting.carrier, tracking: posting.tracking, date: showDay(posting.date) })],
        [t('result_delivered'), posting?.delivered && t('result_delivered_to',
          { date: showDay(posting.delivered), who: posting.received_by ?? '' })],
      ]} />
    </Card>
  );
}
