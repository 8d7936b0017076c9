// The morning's e-mail to the officer who looks: where it goes, and whether he wants it.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { ChooseOne, Tick } from '../../components/choice_field/choice_field';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { t } from '../../text/office_notices';
import { chooseDigest, myDigest, type Digest } from './desk';
import { Card } from './facts';

const LANGUAGES = [{ key: 'vi', label: 'Tiếng Việt' }, { key: 'en', label: 'English' }];

type Chosen = Partial<Pick<Digest, 'digest' | 'language'>>;

function Choice({ digest }: { digest: Digest }) {
  const [now, setNow] = useState(digest);
  const [problem, setProblem] = useState<ProblemError>();
  const choose = async (choice: Chosen) => {
    setProblem(undefined);
    try {
      setNow(await chooseDigest({ digest: now.digest, language: now.language, ...choice }));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  const { address, at } = now;
  return (
    <>
      <Tick ticked={now.digest === 'wanted'}
        onTick={(on) => void choose({ digest: on ? 'wanted' : 'refused' })}
        field={{ id: 'digest', label: t('digest.wanted', { address, at }), required: false }} />
      {now.digest === 'wanted' && (
        <ChooseOne chosen={now.language} options={LANGUAGES}
          field={{ id: 'digest-language', label: t('digest.language'), required: true }}
          onChoose={(language) => void choose({ language: language as Digest['language'] })} />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

export function DigestCard() {
  const loaded = useLoaded(myDigest, []);
  const digest = loaded.value;
  return (
    <Card id="digest-card" title={t('digest')}>
      <p class="muted">{t('digest.lead')}</p>
      {loaded.problem && <ProblemNotice problem={loaded.problem} onAgain={loaded.reload} />}
      {digest && !digest.at && <p>{t('digest.off')}</p>}
      {digest?.at && !digest.address && <p>{t('digest.no-address')}</p>}
      {digest?.at && digest.address && <Choice digest={digest} />}
    </Card>
  );
}
