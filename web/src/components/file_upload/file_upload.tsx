// Files for one paper: choose or photograph, see each with its size and state, send again what
// failed, take out what is wrong. The native input does the choosing; the list is announced.
import { useRef, useState } from 'preact/hooks';
import { api, ask, type Schemas } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useLater } from '../../app/use_later';
import { showSize } from '../../display/numbers';
import { t } from '../../text/upload';
import { t as kit } from '../../text/kit';
import { Badge } from '../badge/badge';
import { Icon } from '../icon/icon';
import { Meter } from '../meter/meter';
import {
  ACCEPTED, CHOOSABLE, mediaType, MOST_MEGABYTES, MOST_PAGES, sendFile, type Limits,
} from './upload';
import './file_upload.css';

type PaperFile = Schemas['PaperFile'];

interface Waiting { key: number; file: File; percent: number; fault?: string; stop?: () => void }

interface Props {
  /** Where the files go: a draft, or a dossier being supplemented. */
  address: string;
  paper: string;
  paper_name: string;
  files: PaperFile[];
  /** Of one file of this paper. */
  limits: Limits;
  onReceived: (file: PaperFile) => void;
  onRemove?: (file: PaperFile) => Promise<void>;
  /** What a session's end is answered with; sends the file again afterwards. */
  guard?: (request: () => Promise<PaperFile>) => Promise<PaperFile>;
  input_id: string;
}

/** Takes a file out of a draft. */
export function removeDraftFile(draft: string, file: string): Promise<unknown> {
  return ask(api.DELETE('/api/drafts/{draft}/files/{file}', { params: { path: { draft, file } } }));
}

/** Where a file is shown that was sent to these uploads. */
function contentOf(uploads: string, file: PaperFile): string {
  return uploads.replace(/uploads$/, `files/${file.id}`);
}

function faultOf(file: File, { most_megabytes: most = MOST_MEGABYTES }: Limits) {
  if (!ACCEPTED.includes(mediaType(file))) return t('fault.type');
  if (file.size > most * 2 ** 20) return t('fault.size', { size: showSize(file.size), most });
  return file.size === 0 ? t('fault.empty') : undefined;
}

/** What the office refuses is said in its own words, with the code to ask by. */
function sentence({ kind, problem }: ProblemError): string {
  if (kind === 'offline') return t('fault.offline');
  if (kind === 'server' || problem.code === 'unknown') return kit(`problem.${kind}.text`);
  return `${problem.title} ${kit('problem.code', { code: problem.code })}`;
}

let last_key = 0;

function useSending({ address, paper, limits, onReceived, guard = (request) => request() }: Props) {
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [said, setSaid] = useState('');
  const change = (key: number, part: Partial<Waiting>) =>
    setWaiting((list) => list.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: number) => setWaiting((list) => list.filter((one) => one.key !== key));

  const send = async (key: number, file: File) => {
    const request = () => {
      const sending = sendFile(address, paper, file, (percent) => change(key, { percent }));
      change(key, { fault: undefined, percent: 0, stop: sending.stop });
      return sending.done;
    };
    try {
      const received = await guard(request);
      drop(key);
      onReceived(received);
      setSaid(t('said.received', { name: received.name }));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      change(key, { fault: sentence(error), stop: undefined });
      setSaid(t('said.failed', { name: file.name }));
    }
  };
  const add = async (files: File[]) => {
    const added = files.map((file): Waiting => (
      { key: ++last_key, file, percent: 0, fault: faultOf(file, limits) }));
    setWaiting((list) => [...list, ...added]);
    const wrong = added.find((one) => one.fault);
    if (wrong) setSaid(`${wrong.file.name}: ${wrong.fault ?? ''}`);
    for (const one of added) if (!one.fault) await send(one.key, one.file);
  };
  const again = (one: Waiting) => {
    const fault = faultOf(one.file, limits);
    if (!fault) void send(one.key, one.file);
  };
  const leave = (one: Waiting) => { one.stop?.(); drop(one.key); };
  return { waiting, said, setSaid, add, again, leave };
}

function WaitingLine({ one, again, onAgain, onLeave }:
  { one: Waiting; again: boolean; onAgain: () => void; onLeave: () => void }) {
  const { name, size } = one.file;
  return (
    <li class={one.fault ? 'upload-line wrong' : 'upload-line'}>
      <Icon name={one.fault ? 'alert' : 'upload'} />
      <div>
        <p class="strong">{name} <span class="muted small">{showSize(size)}</span></p>
        {one.fault
          ? <p class="upload-fault">{one.fault}</p>
          : <Meter value={one.percent} label={t('sending', { percent: one.percent })} />}
      </div>
      <div class="upload-acts">
        {one.fault && again && (
          <button type="button" class="button quiet compact" onClick={onAgain}>
            {t('again')}<span class="unseen"> {name}</span>
          </button>
        )}
        <button type="button" class="button quiet compact" onClick={onLeave}>
          {t('leave')}<span class="unseen"> {name}</span>
        </button>
      </div>
    </li>
  );
}

function ReceivedLine({ file, address, onRemove }:
  { file: PaperFile; address: string; onRemove?: () => void }) {
  const look = useLater(() => import('../paper_file/paper_file'));
  return (
    <li class="upload-line">
      <Icon name="file" />
      {look ? <look.PaperFile file={file} address={address} /> : <p class="strong">{file.name}</p>}
      <div class="upload-acts">
        <Badge kind="done">{t('received')}</Badge>
        {onRemove && (
          <button type="button" class="button quiet compact" onClick={onRemove}>
            <Icon name="remove" />{t('remove')}<span class="unseen"> {file.name}</span>
          </button>
        )}
      </div>
    </li>
  );
}

export function FileUpload(props: Props) {
  const { paper_name, files, limits, onRemove, input_id } = props;
  const input = useRef<HTMLInputElement>(null);
  const { waiting, said, setSaid, add, again, leave } = useSending(props);
  const choose = () => {
    const chosen = [...input.current?.files ?? []];
    if (input.current) input.current.value = '';
    void add(chosen);
  };
  const remove = (file: PaperFile) => {
    onRemove?.(file).then(
      () => setSaid(t('said.removed', { name: file.name })),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        setSaid(sentence(error));
      });
  };
  return (
    <div class="upload">
      <ul class="upload-list">
        {files.map((file) => (
          <ReceivedLine key={file.id} file={file} address={contentOf(props.address, file)}
            onRemove={onRemove ? () => remove(file) : undefined} />
        ))}
        {waiting.map((one) => (
          <WaitingLine key={one.key} one={one} again={!faultOf(one.file, limits)}
            onAgain={() => again(one)}
            onLeave={() => leave(one)} />
        ))}
      </ul>
      <label class="upload-choose">
        <input ref={input} type="file" multiple id={input_id} accept={CHOOSABLE}
          aria-describedby={`${input_id}-rule`} onChange={choose} />
        <span class="button secondary compact" aria-hidden="true">
          <Icon name="upload" />{files.length ? t('more') : t('choose')}
        </span>
        <span class="unseen">{t('choose')}: {paper_name}</span>
      </label>
      <p class="muted small" id={`${input_id}-rule`}>{t('rule', {
        megabytes: limits.most_megabytes ?? MOST_MEGABYTES,
        pages: limits.most_pages ?? MOST_PAGES })}</p>
      <p class="unseen" role="status">{said}</p>
    </div>
  );
}
