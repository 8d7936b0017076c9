// Writing one article in both languages, publishing it, correcting it with a word on what was
// wrong, withdrawing it. The page shows it as people will read it.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { href, say } from '../../app/language';
import { go, type PageProps } from '../../app/router';
import { Badge } from '../../components/badge/badge';
import { Blocks } from '../../components/blocks/blocks';
import { CheckedFormView } from '../../components/checked_form/checked_form';
import { useCheckedForm } from '../../components/checked_form/use_checked_form';
import { ChooseOne, Tick } from '../../components/choice_field/choice_field';
import { TextField } from '../../components/field/field';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { PageHead } from '../../components/page_head/page_head';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { t } from '../../text/editing';
import { Refusal } from './dialog_parts';
import {
  editArticle, publishArticle, readEdited, withdrawArticle, writeArticle, type EditedArticle,
} from './editing';
import { Card } from './facts';
import './editing.css';

interface Values { kind: EditedArticle['kind']; title_vi: string; title_en: string;
  body_vi: string; body_en: string; correction_vi: string; correction_en: string;
  takes_replies: boolean }

function valuesOf(of: EditedArticle | undefined): Values {
  return { kind: of?.kind ?? 'news', title_vi: of?.title.vi ?? '', title_en: of?.title.en ?? '',
    body_vi: of?.body.vi ?? '', body_en: of?.body.en ?? '', correction_vi: '', correction_en: '',
    takes_replies: of?.takes_replies ?? true };
}

function contentOf(values: Values) {
  return { kind: values.kind, takes_replies: values.takes_replies,
    title: { vi: values.title_vi.trim(), en: values.title_en.trim() },
    body: { vi: values.body_vi, en: values.body_en } };
}

interface FormProps { of?: EditedArticle; onSaved: (after: EditedArticle) => void }

function useWriting({ of, onSaved }: FormProps) {
  return useCheckedForm<Values>({
    id: 'article',
    start: valuesOf(of),
    check: ({ title_vi }) => ({ title_vi: title_vi.trim() ? undefined : t('title.missing') }),
    at: { 'correction-missing': 'correction_vi' },
    send: async (values) => {
      const content = contentOf(values);
      onSaved(of
        ? await editArticle(of.id, { ...content, revision: of.revision,
          correction: { vi: values.correction_vi.trim(), en: values.correction_en.trim() } })
        : await writeArticle(content));
    },
  });
}

function WritingForm(props: FormProps) {
  const form = useWriting(props);
  const { values, set, frame } = form;
  const line = (name: 'title_vi' | 'title_en' | 'correction_vi' | 'correction_en',
    optional = false) => (
    <TextField field={frame(name, t(name), { optional })} value={values[name]}
      onInput={(text) => set({ [name]: text })} autocomplete="off" />
  );
  const text = (name: 'body_vi' | 'body_en') => (
    <TextField field={frame(name, t(name), { optional: true, hint: t('body.hint') })} lines={12}
      value={values[name]} onInput={(typed) => set({ [name]: typed })} />
  );
  return (
    <CheckedFormView of={form} send={t(form.busy ? 'busy' : 'save')}>
      <ChooseOne field={frame('kind', t('kind'))} chosen={values.kind}
        options={(['news', 'guidance'] as const).map((key) => ({ key, label: t(`kind.${key}`) }))}
        onChoose={(kind) => set({ kind: kind === 'guidance' ? 'guidance' : 'news' })} />
      {line('title_vi')}
      {line('title_en', true)}
      {text('body_vi')}
      {text('body_en')}
      <Tick field={frame('takes_replies', t('takes_replies'), { optional: true })}
        ticked={values.takes_replies} onTick={(takes_replies) => set({ takes_replies })} />
      {props.of?.state === 'published' && (
        <>
          <Notice kind="info"><p>{t('correction.lead')}</p></Notice>
          {line('correction_vi', true)}
          {line('correction_en', true)}
        </>
      )}
    </CheckedFormView>
  );
}

function Preview({ of }: { of: EditedArticle }) {
  return (
    <Card id="preview" title={t('preview')}>
      {(['vi', 'en'] as const).map((language) => (
        <section key={language} lang={language} class="article-preview stack"
          aria-label={t(`preview.${language}`)}>
          <h3>{of.title[language] || t('preview.empty')}</h3>
          <Blocks of={of.blocks[language]} />
        </section>
      ))}
    </Card>
  );
}

interface StandingProps { of: EditedArticle;
  onChange: (after: EditedArticle, said: string) => void }

function Standing({ of, onChange }: StandingProps) {
  const [problem, setProblem] = useState<ProblemError>();
  const run = async (act: () => Promise<EditedArticle>, said: string) => {
    setProblem(undefined);
    try {
      onChange(await act(), said);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return (
    <>
      {problem && <Refusal problem={problem} />}
      <div class="row">
        <Badge kind={of.state === 'published' ? 'done' : 'plain'}>{t(`state.${of.state}`)}</Badge>
        {of.state === 'published' ? (
          <>
            <a href={href(`/tin-tuc/${of.id}/`)}>{t('see')}</a>
            <button type="button" class="button secondary compact"
              onClick={() => void run(() => withdrawArticle(of.id), t('withdrawn'))}>
              {t('withdraw')}
            </button>
          </>
        ) : (
          <button type="button" class="button compact"
            onClick={() => void run(() => publishArticle(of.id), t('published'))}>
            {t('publish.article')}
          </button>
        )}
      </div>
    </>
  );
}

function Existing({ id }: { id: string }) {
  const loaded = useLoaded(() => readEdited(id), [id]);
  const [said, setSaid] = useState('');
  const of = loaded.value;
  if (loaded.problem && !of) {
    return <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />;
  }
  if (!of) return <Loading />;
  const change = (after: EditedArticle, words: string) => { loaded.set(after); setSaid(words); };
  return (
    <>
      <PageHead title={say(of.title)} document_title={say(of.title)} />
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      <Standing of={of} onChange={change} />
      <div class="article-columns">
        <Card id="writing" title={t('writing')}>
          <WritingForm key={of.revision} of={of} onSaved={(after) => change(after, t('saved'))} />
        </Card>
        <Preview of={of} />
      </div>
    </>
  );
}

export function ArticleEditor({ params }: PageProps) {
  const id = params.article ?? '';
  return (
    <main id="main" class="list stack">
      <p>
        <a class="back" href={href('/can-bo/tin-tuc/')}><Icon name="back" />{t('back')}</a>
      </p>
      {id === 'moi' ? (
        <>
          <PageHead title={t('new')} document_title={t('new')} />
          <Card id="writing" title={t('writing')}>
            <WritingForm
              onSaved={(made) => go(href(`/can-bo/tin-tuc/${made.id}/`), { replace: true })} />
          </Card>
        </>
      ) : <Existing id={id} />}
    </main>
  );
}
