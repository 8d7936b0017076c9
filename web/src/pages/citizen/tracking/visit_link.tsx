// The way to a time at the counter, where the dossier gives a reason to come.
import { href } from '../../../app/language';
import { office } from '../../../app/office';
import { Icon } from '../../../components/icon/icon';
import { t } from '../../../text/visit';
import type { Dossier } from './tracking';

const RESULT_READY = 9;  // of the national statuses

/** What he could come to the counter for, as the dossier stands. */
function comesFor(dossier: Dossier): 'bring-papers' | 'collect-result' | undefined {
  if (dossier.may.includes('supplement')) return 'bring-papers';
  return dossier.status.number === RESULT_READY ? 'collect-result' : undefined;
}

export function VisitLink({ dossier }: { dossier: Dossier }) {
  const purpose = comesFor(dossier);
  if (!purpose || !office.value?.appointments) return null;
  return (
    <li>
      <a href={href(`/dat-lich/?viec=${purpose}&ho-so=${encodeURIComponent(dossier.code)}`)}>
        <Icon name="calendar" />{t(purpose)}
      </a>
    </li>
  );
}
