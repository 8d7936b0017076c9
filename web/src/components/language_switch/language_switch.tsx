// VI | EN: the same page in the other language.
import { language, otherLanguageHref } from '../../app/language';
import { t } from '../../text/kit';
import './language_switch.css';

export function LanguageSwitch() {
  const name = { vi: 'Tiếng Việt', en: 'English' };
  const item = (code: 'vi' | 'en') => {
    const words = <><span class="unseen">{name[code]} </span>{code.toUpperCase()}</>;
    if (code === language) return <span aria-current="true" lang={code}>{words}</span>;
    const follow = (event: MouseEvent) => {
      (event.currentTarget as HTMLAnchorElement).href = otherLanguageHref();
    };
    return (
      <a href={otherLanguageHref()} lang={code} hreflang={code} onClick={follow}>{words}</a>
    );
  };
  return (
    <span class="language-switch" role="group" aria-label={t('language')}>
      {item('vi')}{item('en')}
    </span>
  );
}
