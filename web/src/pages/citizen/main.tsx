// The citizens' entry: every page that needs no account. Pages beyond the first are loaded when
// they are opened.
import { Router, type Page, type Route } from '../../app/router';
import { start } from '../../app/start';
import { MissingPage, UnreachablePage } from '../../components/problem_view/problem_view';
import { Frame } from './frame/frame';
import { Home } from './home/home';

const routes: Route[] = [
  { path: '/', page: Home },
  { path: '/thu-tuc/', load: async () => (await import('./procedures/procedures')).Procedures },
  { path: '/thu-tuc/:procedure/',
    load: async () => (await import('./procedure/procedure')).ProcedurePage },
  { path: '/nop-ho-so/:procedure/',
    load: async () => (await import('./apply/apply_start')).ApplyStart },
  { path: '/nop-ho-so/:procedure/:draft/:step/',
    load: async () => (await import('./apply/apply_step')).ApplyStep },
  { path: '/ho-so-nhap/', load: async () => (await import('./drafts/drafts')).Drafts },
  { path: '/da-nop/:code/',
    load: async () => (await import('./confirmation/confirmation')).ConfirmationPage },
  { path: '/tra-cuu/', load: async () => (await import('./tracking/look_up')).LookUp },
  { path: '/tra-cuu/:code/',
    load: async () => (await import('./tracking/tracking')).TrackingPage },
  { path: '/xac-minh/', load: async () => (await import('./verify/verify')).Verify },
  { path: '/kha-nang-tiep-can/',
    load: async () => (await import('./accessibility/accessibility')).Accessibility },
];

const Missing: Page = () => <main id="main" class="wrap"><MissingPage /></main>;
const Unreachable: Page = (page) => (
  <main id="main" class="wrap"><UnreachablePage {...page} /></main>
);

start(
  <Frame>
    <Router routes={routes} missing={Missing} unreachable={Unreachable} />
  </Frame>,
);
