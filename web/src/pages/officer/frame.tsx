// The frame of every officer's and leader's page: the rail (or the phone's bar), the demonstration
// clock, the session's gate, and the dialog for signing in again.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { href, say, withoutLanguage } from '../../app/language';
import { office } from '../../app/office';
import type { Page, PageProps } from '../../app/router';
import { useLater } from '../../app/use_later';
import { DemoBar } from '../../components/demo_bar/demo_bar';
import { Icon, type IconName } from '../../components/icon/icon';
import { LanguageSwitch } from '../../components/language_switch/language_switch';
import { Loading } from '../../components/loading/loading';
import { ProblemView } from '../../components/problem_view/problem_view';
import { Mark } from '../../components/top_bar/mark';
import { SkipLink } from '../../components/top_bar/top_bar';
import { t, type OfficerKey } from '../../text/officer';
import {
  gate, hasRole, loadSession, session, sessionProblem, signOut, worksOnDossiers,
} from './session';
import { Entrance, SignInAgain, SignInPage } from './sign_in';
import './officer.css';
import './sign_in.css';

/** How many dossiers wait for this officer; told by the list that knows. */
export const waitingCount = signal<number | undefined>(undefined);

interface Place { path: string; icon: IconName; label: OfficerKey; short: OfficerKey;
  count?: number }

function workPlaces(): Place[] {
  const places: Place[] = [];
  if (worksOnDossiers()) {
    places.push({ path: '/can-bo/', icon: 'inbox', label: 'nav_mine', short: 'nav_short_mine',
      count: waitingCount.value });
  }
  if (hasRole('reception')) {
    places.push({ path: '/can-bo/tiep-nhan/', icon: 'counter', label: 'nav_counter',
      short: 'nav_short_counter' });
  }
  if (worksOnDossiers()) {
    places.push({ path: '/can-bo/don-vi/', icon: 'people', label: 'nav_unit',
      short: 'nav_short_unit' });
  }
  places.push({ path: '/can-bo/tra-cuu/', icon: 'search', label: 'nav_search',
    short: 'nav_short_search' });
  return places;
}

export function otherPlaces(): Place[] {
  const places: Place[] = [];
  if (hasRole('leader', 'director', 'head')) {
    places.push({ path: '/dieu-hanh/', icon: 'chart', label: 'nav_figures',
      short: 'nav_figures' });
  }
  if (hasRole('head', 'director', 'designer')) {
    places.push({ path: '/thiet-ke/', icon: 'flow', label: 'nav_design', short: 'nav_design' });
  }
  if (office.value?.appointments && hasRole('reception', 'head', 'director')) {
    places.push({ path: '/can-bo/lich-hen/', icon: 'calendar_check', label: 'nav_appointments',
      short: 'nav_appointments' });
  }
  places.push({ path: '/can-bo/phan-anh/', icon: 'message', label: 'nav_petitions',
    short: 'nav_petitions' });
  if (hasRole('reception', 'specialist', 'head', 'director', 'leader')) {
    places.push({ path: '/can-bo/doan-ra/', icon: 'globe', label: 'nav_travel',
      short: 'nav_travel' });
  }
  if (hasRole('head', 'director')) {
    places.push({ path: '/can-bo/tin-tuc/', icon: 'message', label: 'nav_news',
      short: 'nav_news' });
  }
  places.push({ path: '/can-bo/so-theo-doi/', icon: 'file', label: 'nav_register',
    short: 'nav_register' });
  places.push({ path: '/can-bo/tham-quyen/', icon: 'file', label: 'nav_authority',
    short: 'nav_authority' });
  places.push({ path: '/can-bo/thong-bao/', icon: 'send', label: 'nav_notices',
    short: 'nav_notices' });
  places.push({ path: '/can-bo/cach-ly/', icon: 'alert', label: 'nav_quarantine',
    short: 'nav_quarantine' });
  places.push({ path: '/can-bo/bao-mat/', icon: 'shield', label: 'nav_security',
    short: 'nav_security' });
  places.push({ path: '/', icon: 'globe', label: 'nav_public', short: 'nav_public' });
  return places;
}

function isHere(path: string): boolean {
  const here = withoutLanguage(location.pathname);
  const whole = ['/dieu-hanh/', '/can-bo/phan-anh/', '/can-bo/doan-ra/', '/thiet-ke/'];
  if (whole.includes(path)) return here.startsWith(path);
  return here === path || here === path.replace(/\/$/, '');
}

function RailLinks({ places }: { places: Place[] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.path}>
          <a href={href(place.path)} aria-current={isHere(place.path) ? 'page' : undefined}>
            <Icon name={place.icon} />{t(place.label)}
            {place.count !== undefined && <span class="rail-count">{place.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

function initials(name: string): string {
  const words = name.split(' ').filter(Boolean);
  return ((words[words.length - 2]?.[0] ?? '') + (words[words.length - 1]?.[0] ?? ''));
}

export function Me() {
  const officer = session.value?.officer;
  if (!officer) return null;
  return (
    <div class="me">
      <span class="me-sign" aria-hidden="true">{initials(officer.name)}</span>
      <span><b>{officer.name}</b><span class="smaller">{say(officer.post)}</span></span>
      <button type="button" class="me-out" onClick={() => void signOut()}>
        <Icon name="sign_out" /><span>{t('sign_out')}</span>
      </button>
    </div>
  );
}

function Rail() {
  return (
    <header class="rail no-print">
      <a class="brand" href={href('/can-bo/')}>
        <Mark /><span><b>Một Cửa</b><small>{say(office.value?.name)}</small></span>
      </a>
      <nav aria-label={t('nav_label')}>
        <RailLinks places={workPlaces()} />
        <hr />
        <RailLinks places={otherPlaces()} />
      </nav>
      <div class="rail-foot"><LanguageSwitch /><Me /></div>
    </header>
  );
}

function PhoneBar() {
  const places = workPlaces();
  places.splice(3);
  const more: Place = { path: '/can-bo/them/', icon: 'menu', label: 'more_title',
    short: 'nav_short_more' };
  const last = worksOnDossiers() ? more : otherPlaces()[0] ?? more;
  const shown = worksOnDossiers() ? [...places, more] : [...places, last, more];
  return (
    <nav class="phone-bar no-print" aria-label={t('nav_label')}>
      {shown.map((place) => (
        <a key={place.path} href={href(place.path)}
          aria-current={isHere(place.path) ? 'page' : undefined}>
          <Icon name={place.icon} />{t(place.short)}
        </a>
      ))}
    </nav>
  );
}

function PhoneTop() {
  return (
    <header class="phone-top no-print">
      <Mark /><span>{say(office.value?.name)}</span><LanguageSwitch />
    </header>
  );
}

/** Who must have a second factor and has none yet comes no further. */
function SetUpFirst() {
  const later = useLater(() => import('./security_page'));
  return <Entrance>{later ? <later.SetUpFirst /> : <Loading />}</Entrance>;
}

/** The session's gate: signed-in officers see the page, others sign in at the same address. */
function Frame({ children }: { children: ComponentChildren }) {
  useEffect(() => { if (session.value === undefined) void loadSession(); }, []);
  if (sessionProblem.value && !session.value) {
    return (
      <main id="main" class="entrance-main">
        <ProblemView problem={sessionProblem.value} onAgain={() => void loadSession()} />
      </main>
    );
  }
  if (session.value === undefined) return <main id="main"><Loading /></main>;
  if (session.value === null) return <SignInPage />;
  if (session.value.second_factor_to_set_up) return <SetUpFirst />;
  return (
    <div class="shell">
      <SkipLink />
      <Rail />
      <div class="desk">
        <PhoneTop />
        <DemoBar />
        {children}
      </div>
      <PhoneBar />
      {gate.asking.value && <SignInAgain />}
    </div>
  );
}

/** A page inside the frame; the frame is drawn anew with each page and so knows where it is. */
export function framed(Shown: Page): Page {
  return (props: PageProps) => <Frame><Shown {...props} /></Frame>;
}
