// The morning's e-mail to the officer who looks: where it goes, and whether he wants it.
import { useState } from 'preact/hooks';
import { ProblemError } from '../../api/problem';
import { useLoaded } from '../../api/use_loaded';
import { Tick } from '../../components/choice_field/choice_field';
import { ProblemNotice } from '../../components/problem_view/problem_view';
import { t } from '../../text/office_notices';
import { chooseDigest, myDigest, type Digest } from './desk';
import { Card } from './facts';

function Choice({ digest }: { digest: Digest }) {
  const [now, setNow] = useState(digest);
  const [problem, setProblem] = useState<ProblemError>();
  const choose = async (wanted: boolean) => {
    setProblem(undefined);
    try {
      setNow(await chooseDigest(wanted ? 'wanted' : 'refused'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error);
    }
  };
  const { address, at } = now;
  return (
    <>
      <Tick ticked={now.digest === 'wanted'} onTick={(on) => void choose(on)}
        field={{ id: 'digest', label: t('digest.wanted', { address, at }), required: false }} />
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
