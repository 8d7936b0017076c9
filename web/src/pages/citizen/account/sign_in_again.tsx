// A session that ended in the middle of work is opened again in place.
import { Dialog } from '../../../components/dialog/dialog';
import { t } from '../../../text/account';
import { account, gate } from './account';
import { SignInForm } from './sign_in_form';

export function SignInAgain() {
  return (
    <Dialog title={t('again')} onClose={() => gate.end(false)}>
      <p>{t('again.lead')}</p>
      <SignInForm email={account.value?.parties[0]?.email} />
    </Dialog>
  );
}
