// The citizens' entry: finding, applying and following, which need no account, and the account's
// own pages. Pages beyond the first are loaded when they are opened.
import { Router, type Page, type Route } from '../../app/router';
import { start } from '../../app/start';
import { MissingPage, UnreachablePage } from '../../components/problem_view/problem_view';
import { account, loadAccount } from './account/account';
import { Frame } from './frame/frame';
import { Home } from './home/home';

const entrance = () => import('./account/entrance');
const proofs = () => import('./account/proofs');
const news = () => import('./news/pages');
const accountPages = () => import('./account/pages');
const petition = (page: 'list' | 'form' | 'sent' | 'lookUp' | 'one') => async () =>
  (await import('./petition/pages'))[page]();

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
  { path: '/chon-thu-tuc/', load: async () => (await import('./guide/guide')).GuidePage },
  { path: '/so-lieu/', load: async () => (await import('./figures/figures')).OpenFiguresPage },
  { path: '/dat-lich/',
    load: async () => (await import('./appointment/appointment')).AppointmentPage },
  { path: '/phan-anh/', load: petition('list') },
  { path: '/phan-anh/gui/', load: petition('form') },
  { path: '/phan-anh/da-gui/:code/', load: petition('sent') },
  { path: '/phan-anh/theo-doi/', load: petition('lookUp') },
  { path: '/phan-anh/theo-doi/:code/', load: petition('one') },
  { path: '/tin-tuc/', load: async () => (await news()).NewsPage },
  { path: '/tin-tuc/:article/', load: async () => (await news()).ArticlePage },
  { path: '/dang-nhap/', load: async () => (await entrance()).SignInPage },
  { path: '/dang-ky/', load: async () => (await entrance()).RegisterPage },
  { path: '/quen-mat-khau/', load: async () => (await proofs()).ForgottenPage },
  { path: '/dat-lai-mat-khau/', load: async () => (await proofs()).ResetPage },
  { path: '/tai-khoan/xac-nhan/', load: async () => (await proofs()).ConfirmPage },
  { path: '/tai-khoan/', load: async () => (await accountPages()).DossiersPage },
  { path: '/tai-khoan/thong-tin/', load: async () => (await accountPages()).DetailsPage },
  { path: '/tai-khoan/bao-mat/',
    load: async () => (await import('./account/security_page')).SecurityPage },
  { path: '/tai-khoan/uy-quyen/', load: async () => (await accountPages()).MandatesPage },
  { path: '/tai-khoan/uy-quyen/cho/', load: async () => (await accountPages()).GiveMandatePage },
  { path: '/tai-khoan/uy-quyen/to-chuc/:party/',
    load: async () => (await accountPages()).OrganisationPage },
  { path: '/kha-nang-tiep-can/',
    load: async () => (await import('./accessibility/accessibility')).Accessibility },
];

const Missing: Page = () => <main id="main" class="wrap"><MissingPage /></main>;
const Unreachable: Page = (page) => (
  <main id="main" class="wrap"><UnreachablePage {...page} /></main>
);

if (account.value === undefined) void loadAccount();
start(
  <Frame>
    <Router routes={routes} missing={Missing} unreachable={Unreachable} />
  </Frame>,
);
