// The guided choice: one question a page, every answer a link, until a procedure or advice. Each
// step has its address, so the browser's own "back" works and a step can be passed on.
import { api, ask } from '../../../api/client';
import { useLoaded } from '../../../api/use_loaded';
import { href, say } from '../../../app/language';
import type { PageProps } from '../../../app/router';
import { Icon } from '../../../components/icon/icon';
import { PageHead } from '../../../components/page_head/page_head';
import { MissingPage } from '../../../components/problem_view/problem_view';
import { t } from '../../../text/guide';
import { LoadedPage } from '../parts/page';
import { pathWith, wayOf, type Answer, type Question, type Step } from './way';
import './guide.css';

function Answered({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null;
  return (
    <section class="guide-answered" aria-labelledby="guide-answered">
      <h2 id="guide-answered">{t('answered')}</h2>
      <dl>
        {steps.map(({ question, answer, before }) => (
          <div key={question.id}>
            <dt>{say(question.text)}</dt>
            <dd>
              {say(answer.text)}{' '}
              <a href={href(pathWith(before))}
                aria-label={t('change.what', { question: say(question.text) })}>
                {t('change')}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Asked({ question, chosen }: { question: Question; chosen: string }) {
  return (
    <>
      <PageHead title={say(question.text)} document_title={say(question.text)} />
      {question.hint && <p class="hint">{say(question.hint)}</p>}
      <ul class="guide-answers">
        {question.answers.map((answer) => (
          <li key={answer.id}>
            <a class="card" href={href(pathWith(chosen, answer.id))}>
              <span>{say(answer.text)}</span><Icon name="chevron" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ended({ answer }: { answer: Answer }) {
  const { procedure } = answer;
  if (!procedure) {
    return (
      <>
        <PageHead title={t('advice')} document_title={t('advice')} />
        <p>{say(answer.advice)}</p>
        <p class="row">
          <a class="button secondary" href={href('/thu-tuc/')}>{t('all')}</a>
          <a href={href('/chon-thu-tuc/')}>{t('again')}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('found')} document_title={t('found')} />
      <section class="card pad stack" aria-labelledby="guide-found">
        <h2 id="guide-found">{say(procedure.name)}</h2>
        <p>{say(procedure.summary)}</p>
        {!procedure.open && <p class="strong">{t('closed')}</p>}
        <p class="row">
          <a class="button" href={href(`/thu-tuc/${procedure.id}/`)}>{t('see')}</a>
          <a href={href('/chon-thu-tuc/')}>{t('again')}</a>
        </p>
      </section>
    </>
  );
}

export function GuidePage({ query }: PageProps) {
  const chosen = query.get('da-chon') ?? '';
  const guide = useLoaded(() => ask(api.GET('/api/guide')), []);
  return (
    <LoadedPage crumbs={[{ label: t('title') }]} from={guide}>
      {(found) => {
        const way = wayOf(found, chosen);
        if (!way) return <MissingPage />;
        return (
          <div class="guide stack" key={chosen}>
            {way.next ? <Asked question={way.next} chosen={chosen} />
              : way.end && <Ended answer={way.end} />}
            <Answered steps={way.steps} />
          </div>
        );
      }}
    </LoadedPage>
  );
}
