// What the applicant says of the service, once, when his dossier has ended. Nothing depends on it.
import { useState } from 'preact/hooks';
import { api, ask, newKey } from '../../../api/client';
import { say } from '../../../app/language';
import { CheckedFormView } from '../../../components/checked_form/checked_form';
import { useCheckedForm } from '../../../components/checked_form/use_checked_form';
import { ChooseOne } from '../../../components/choice_field/choice_field';
import { TextField } from '../../../components/field/field';
import { showMoment } from '../../../display/moments';
import { t } from '../../../text/rating';
import type { Dossier } from './tracking';

type Indicator = NonNullable<NonNullable<Dossier['rating']>['indicators']>[number];
type Points = Record<number, string | undefined>;

interface Props { dossier: Dossier; onRated: (dossier: Dossier) => void }

function marksOf(points: Points) {
  return Object.entries(points).flatMap(([indicator, given]) => (
    given === undefined ? [] : [{ indicator: Number(indicator), points: Number(given) }]));
}

function RatingForm({ dossier, onRated, indicators }: Props & { indicators: Indicator[] }) {
  const [key] = useState(newKey);
  const form = useCheckedForm({
    id: 'rating',
    start: { marks: {} as Points, note: '' },
    check: ({ marks }) => (marksOf(marks).length ? {} : { marks: t('none') }),
    send: async ({ marks, note }) => onRated(await ask(api.POST(
      '/api/tracking/{code}/acts/{act}', {
        params: { path: { code: dossier.code, act: 'rate' }, header: { 'Idempotency-Key': key } },
        body: { marks: marksOf(marks), ...(note.trim() && { note: note.trim() }) },
      }))),
  });
  const { marks } = form.values;
  return (
    <CheckedFormView of={form} send={t('send')}>
      {indicators.map(({ indicator, label, answers }) => (
        <ChooseOne key={indicator} chosen={marks[indicator]}
          field={{ ...form.frame('marks', say(label), { optional: true }), error: undefined,
            id: indicator === 1 ? 'rating-marks' : `rating-marks-of-${indicator}` }}
          options={answers.map((one) => ({ key: String(one.points), label: say(one.label) }))}
          onChoose={(given) => form.set({ marks: { ...marks, [indicator]: given } })} />
      ))}
      <TextField lines={3} value={form.values.note} onInput={(note) => form.set({ note })}
        field={form.frame('note', t('note'), { optional: true, hint: t('note.hint') })} />
    </CheckedFormView>
  );
}

export function RatingCard({ dossier, onRated }: Props) {
  const { rated_at, indicators } = dossier.rating ?? {};
  return (
    <section class="card pad stack no-print" aria-labelledby="rating-title">
      <h2 id="rating-title">{t('title')}</h2>
      {rated_at && <p>{t('done', { moment: showMoment(rated_at) })}</p>}
      {indicators && (
        <>
          <p>{t('lead')}</p>
          <details>
            <summary>{t('begin')}</summary>
            <RatingForm dossier={dossier} onRated={onRated} indicators={indicators} />
          </details>
        </>
      )}
    </section>
  );
}
