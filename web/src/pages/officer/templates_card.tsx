// The templates of notices: chosen by kind and language, looked at on a dossier, changed by those
// whose words speak for the office.
import { useEffect, useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { say } from '../../app/language';
import { ChooseOne } from '../../components/choice_field/choice_field';
import { Badge } from '../../components/badge/badge';
import { TextField } from '../../components/field/field';
import { Loading } from '../../components/loading/loading';
import { Notice } from '../../components/notice/notice';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { t } from '../../text/office_notices';
import {
  bringTemplateBack, listTemplates, previewTemplate, saveTemplate, type NoticeTemplate,
} from './desk';
import { Card } from './facts';
import { hasRole } from './session';

type Written = Pick<NoticeTemplate, 'subject' | 'body' | 'text'>;
type Part = keyof Written;

function namesOf(template: NoticeTemplate, part: Part): string {
  const names = part === 'body' ? template.body_names : template.open_names;
  const listed = names.map((name) => `{${name}}`).join(', ');
  return t(part === 'body' ? 'names.body' : 'names.open', { names: listed });
}

function useTrying() {
  const [problem, setProblem] = useState<ProblemError>();
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  return { problem, setProblem, attempt };
}

function Preview({ shown }: { shown: Written }) {
  return (
    <Notice kind="info" live>
      <div class="notice-text">
        <p class="strong">{shown.subject}</p>
        <pre tabIndex={0}>{shown.body}</pre>
      </div>
      {shown.text && <p>{shown.text}</p>}
    </Notice>
  );
}

interface EditorProps { template: NoticeTemplate; onChanged: () => void }

function Editor({ template, onChanged }: EditorProps) {
  const { kind, language } = template;
  const [written, setWritten] = useState<Written>(template);
  const [code, setCode] = useState('');
  const [shown, setShown] = useState<Written>();
  const [said, setSaid] = useState('');
  const { problem, setProblem, attempt } = useTrying();
  useEffect(() => {
    setWritten(template);
    setShown(undefined);
    setProblem(undefined);
  }, [template]);
  const { subject, body, text } = written;
  const parts: Part[] = template.text ? ['subject', 'body', 'text'] : ['subject', 'body'];
  const may = hasRole('head', 'director');
  const changed = (words: string) => { setSaid(words); onChanged(); };
  const preview = () => attempt(async () => {
    setShown(await previewTemplate(kind, language, { subject, body, text, code }));
  });
  const save = () => attempt(async () => {
    await saveTemplate(kind, language, { subject, body, text });
    changed(t('saved'));
  });
  const reset = () => attempt(async () => {
    await bringTemplateBack(kind, language);
    changed('');
  });
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {template.own && <p><Badge kind="info">{t('template.own')}</Badge></p>}
      {parts.map((part) => (
        <TextField key={part} value={written[part]} lines={part === 'body' ? 14 : undefined}
          field={{ id: `template-${part}`, label: t(part), hint: namesOf(template, part),
            required: true }}
          onInput={(words) => setWritten({ ...written, [part]: words })} />
      ))}
      <TextField value={code} onInput={setCode} width={32}
        field={{ id: 'template-code', label: t('code'), hint: t('code.hint'), required: false }} />
      {problem && <ProblemNotice problem={problem} />}
      {shown && <Preview shown={shown} />}
      <p role="status">{said}</p>
      <div class="acts">
        <button type="button" class="button secondary" onClick={() => void preview()}>
          {t('preview')}
        </button>
        {may && <button type="submit" class="button">{t('save')}</button>}
        {may && template.own && (
          <button type="button" class="button quiet" onClick={() => void reset()}>
            {t('reset')}
          </button>
        )}
      </div>
    </form>
  );
}

export function TemplatesCard() {
  const loaded = useLoaded(listTemplates, []);
  const [kind, setKind] = useState('received');
  const [language, setLanguage] = useState('vi');
  const all = loaded.value?.templates ?? [];
  const kinds = all.filter((one) => one.language === 'vi')
    .map((one) => ({ key: one.kind, label: say(one.name) }));
  const template = all.find((one) => one.kind === kind && one.language === language);
  return (
    <Card id="templates" title={t('templates')}>
      <p class="muted">{t('templates.lead')}</p>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {!loaded.value && !loaded.problem && <Loading />}
      {template && (
        <>
          <ChooseOne as_list options={kinds} chosen={kind}
            onChoose={(chosen) => { if (chosen) setKind(chosen); }}
            field={{ id: 'template-kind', label: t('template.choose'), required: true }} />
          <ChooseOne chosen={language} onChoose={(chosen) => { if (chosen) setLanguage(chosen); }}
            options={[{ key: 'vi', label: t('language.vi') },
              { key: 'en', label: t('language.en') }]}
            field={{ id: 'template-language', label: t('template.language'), required: true }} />
          <Editor template={template} onChanged={loaded.reload} />
        </>
      )}
    </Card>
  );
}
