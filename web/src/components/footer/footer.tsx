// Whom to ask, where to go, who answers for the content.
import { href, say } from '../../app/language';
import { office } from '../../app/office';
import { t } from '../../text/kit';
import './footer.css';

function telephone(number: string): string {
  return 'tel:' + number.replace(/[^\d+]/g, '');
}

export function Footer() {
  const here = office.value;
  return (
    <footer class="footer">
      <div class="wrap footer-in">
        <div class="stack">
          <h2>{t('foot.help')}</h2>
          {here?.phone && <p>{t('foot.call')} <a href={telephone(here.phone)}>{here.phone}</a></p>}
          {here && <p>{t('foot.come')} {say(here.address)}</p>}
          {here && <p>{t('foot.hours')} {say(here.hours)}</p>}
        </div>
        <div>
          <h2>{t('foot.pages')}</h2>
          <ul>
            <li><a href={href('/thu-tuc/')}>{t('foot.procedures')}</a></li>
            <li><a href={href('/chon-thu-tuc/')}>{t('foot.guide')}</a></li>
            <li><a href={href('/tra-cuu/')}>{t('foot.tracking')}</a></li>
            {here?.appointments && (
              <li><a href={href('/dat-lich/')}>{t('foot.appointments')}</a></li>
            )}
            <li><a href={href('/xac-minh/')}>{t('foot.verify')}</a></li>
            <li><a href={href('/phan-anh/')}>{t('foot.petitions')}</a></li>
            <li><a href={href('/ho-so-nhap/')}>{t('foot.drafts')}</a></li>
          </ul>
        </div>
        <div>
          <h2>{t('foot.about')}</h2>
          <ul>
            <li><a href={href('/tin-tuc/')}>{t('foot.news')}</a></li>
            <li><a href={href('/so-lieu/')}>{t('foot.figures')}</a></li>
            <li><a href={href('/kha-nang-tiep-can/')}>{t('foot.accessibility')}</a></li>
            <li><a href={href('/can-bo/')}>{t('foot.officers')}</a></li>
          </ul>
        </div>
      </div>
      {here && (
        <div class="wrap footer-end">{t('foot.responsible', { office: say(here.name) })}</div>
      )}
    </footer>
  );
}
