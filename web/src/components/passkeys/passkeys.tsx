// The passkeys of an account: which there are, one more, another name, away with one.
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { showMoment } from '../../display/moments';
import { t } from '../../text/passkeys';
import { CheckedFormView } from '../checked_form/checked_form';
import { useCheckedForm } from '../checked_form/use_checked_form';
import { Dialog } from '../dialog/dialog';
import { TextField } from '../field/field';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';
import { PasswordField } from '../password_field/password_field';
import { ProblemNotice } from '../problem_view/problem_view';
import { Cancelled, createPasskey, HeldAlready } from './ceremony';
import { passkeysWork } from './where';
import './passkeys.css';

type Passkey = Schemas['Passkey'];
type Made = Awaited<ReturnType<typeof createPasskey>>;

export interface PasskeyWays {
  list: () => Promise<Schemas['PasskeyList']>;
  begin: (password: string) => Promise<Schemas['PasskeyChallenge']>;
  add: (body: Made & { name: string }) => Promise<Passkey>;
  rename: (id: string, name: string) => Promise<Passkey>;
  drop: (id: string) => Promise<unknown>;
}

interface AddProps { ways: PasskeyWays; password: boolean; onDone: (said?: string) => void }

function useAdding({ ways, password, onDone }: AddProps) {
  const [said, setSaid] = useState('');
  const form = useCheckedForm({
    id: 'passkey',
    start: { name: '', password: '' },
    check: (values) => ({
      name: values.name.trim() ? undefined : t('name.missing'),
      password: values.password || !password ? undefined : t('password.missing'),
    }),
    send: async (values) => {
      setSaid('');
      try {
        const made = await createPasskey(await ways.begin(values.password));
        await ways.add({ ...made, name: values.name.trim() });
        onDone(t('added'));
      } catch (error) {
        if (error instanceof HeldAlready) setSaid(t('held'));
        else if (error instanceof Cancelled) setSaid(t('cancelled'));
        else throw error;
      }
    },
    at: { 'password-wrong': 'password' },
  });
  return { form, said };
}

function Add(props: AddProps) {
  const { form, said } = useAdding(props);
  const { values, set, frame } = form;
  return (
    <Dialog title={t('add')} onClose={() => props.onDone()}>
      <CheckedFormView of={form} send={t(form.busy ? 'adding' : 'add.go')}>
        <TextField field={frame('name', t('name'), { hint: t('name.hint') })} autocomplete="off"
          value={values.name} onInput={(name) => set({ name })} />
        {props.password && (
          <PasswordField kind="current" field={frame('password', t('password'))}
            value={values.password} onInput={(password) => set({ password })} />
        )}
      </CheckedFormView>
      <div aria-live="polite">{said && <Notice kind="info"><p>{said}</p></Notice>}</div>
    </Dialog>
  );
}

function Rename({ ways, of, onDone }:
  { ways: PasskeyWays; of: Passkey; onDone: (said?: string) => void }) {
  const form = useCheckedForm({
    id: 'passkey-name',
    start: { name: of.name },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('name.missing') }),
    send: async ({ name }) => {
      await ways.rename(of.id, name.trim());
      onDone(t('renamed'));
    },
  });
  return (
    <Dialog title={t('rename')} onClose={() => onDone()}>
      <CheckedFormView of={form} send={t('rename.go')}>
        <TextField field={form.frame('name', t('name'))} autocomplete="off"
          value={form.values.name} onInput={(name) => form.set({ name })} />
      </CheckedFormView>
    </Dialog>
  );
}

function Remove({ ways, of, onDone }:
  { ways: PasskeyWays; of: Passkey; onDone: (said?: string) => void }) {
  const [problem, setProblem] = useState<ProblemError>();
  const press = () => {
    ways.drop(of.id).then(() => onDone(t('removed')), (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    });
  };
  return (
    <Dialog title={t('remove.ask', { name: of.name })} onClose={() => onDone()}>
      <p>{t('remove.text')}</p>
      {problem && <ProblemNotice problem={problem} onAgain={press} />}
      <div class="row">
        <button type="button" class="button danger" onClick={press}>{t('remove')}</button>
        <button type="button" class="button secondary" onClick={() => onDone()}>
          {t('keep')}
        </button>
      </div>
    </Dialog>
  );
}

function Line({ of, onRename, onRemove }:
  { of: Passkey; onRename: () => void; onRemove: () => void }) {
  return (
    <li>
      <div>
        <p class="strong">{of.name}</p>
        <p class="muted">
          {t('made', { moment: showMoment(of.made_at) })}{' '}
          {of.used_at ? t('used', { moment: showMoment(of.used_at) }) : t('unused')}
        </p>
      </div>
      <div class="row">
        <button type="button" class="button quiet" onClick={onRename}>
          <Icon name="edit" />{t('rename')}<span class="unseen"> {of.name}</span>
        </button>
        <button type="button" class="button quiet" onClick={onRemove}>
          <Icon name="remove" />{t('remove')}<span class="unseen"> {of.name}</span>
        </button>
      </div>
    </li>
  );
}

type Doing = { what: 'add' } | { what: 'rename' | 'remove'; of: Passkey };

export function Passkeys({ ways, password }: { ways: PasskeyWays; password: boolean }) {
  const loaded = useLoaded(ways.list, []);
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState('');
  const items = loaded.value?.items ?? [];
  const done = (words?: string) => {
    setDoing(undefined);
    setSaid(words ?? '');
    if (words) loaded.reload();
  };
  return (
    <section class="card pad stack no-print" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys')}</h2>
      <p>{t('lead')}</p>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {loaded.value && !items.length && <p class="muted">{t('none')}</p>}
      <ul class="passkey-lines">
        {items.map((one) => (
          <Line key={one.id} of={one} onRename={() => setDoing({ what: 'rename', of: one })}
            onRemove={() => setDoing({ what: 'remove', of: one })} />
        ))}
      </ul>
      <div aria-live="polite">{said && <Notice kind="done"><p>{said}</p></Notice>}</div>
      {passkeysWork()
        ? (
          <button type="button" class="button secondary" onClick={() => setDoing({ what: 'add' })}>
            <Icon name="key" />{t('add')}
          </button>
        )
        : <p class="muted">{t('not-here')}</p>}
      {doing?.what === 'add' && <Add ways={ways} password={password} onDone={done} />}
      {doing?.what === 'rename' && <Rename ways={ways} of={doing.of} onDone={done} />}
      {doing?.what === 'remove' && <Remove ways={ways} of={doing.of} onDone={done} />}
    </section>
  );
}
