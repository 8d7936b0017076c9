// The officers' entry: its pages by address.
import { Router, type Route } from '../../app/router';
import { start } from '../../app/start';
import { MissingPage } from '../../components/problem_view/problem_view';
import { DossierPage } from './dossier_page';
import { framed } from './frame';
import { AllDossiers, MyWork, UnitWork } from './list_page';

const routes: Route[] = [
  { path: '/can-bo/', page: framed(MyWork) },
  { path: '/can-bo/don-vi/', page: framed(UnitWork) },
  { path: '/can-bo/tra-cuu/', page: framed(AllDossiers) },
  { path: '/can-bo/ho-so/:code/', page: framed(DossierPage) },
  { path: '/can-bo/tiep-nhan/',
    load: () => import('./counter_page').then((loaded) => framed(loaded.CounterPage)) },
  { path: '/can-bo/so-theo-doi/',
    load: () => import('./register_page').then((loaded) => framed(loaded.RegisterPage)) },
  { path: '/can-bo/phan-anh/',
    load: () => import('./petitions_page').then((loaded) => framed(loaded.PetitionsPage)) },
  { path: '/can-bo/phan-anh/:code/',
    load: () => import('./petition_page').then((loaded) => framed(loaded.PetitionPage)) },
  { path: '/can-bo/doan-ra/',
    load: () => import('./travel/travel_list').then((loaded) => framed(loaded.DelegationsOut)) },
  { path: '/can-bo/doan-ra/vao/',
    load: () => import('./travel/travel_list').then((loaded) => framed(loaded.DelegationsIn)) },
  { path: '/can-bo/doan-ra/bao-cao/',
    load: () => import('./travel/travel_list').then((loaded) => framed(loaded.TripReports)) },
  { path: '/can-bo/doan-ra/ho-chieu/',
    load: () => import('./travel/travel_list').then((loaded) => framed(loaded.Passports)) },
  { path: '/can-bo/doan-ra/muc/:code/',
    load: () => import('./travel/entry_page').then((loaded) => framed(loaded.TravelEntryPage)) },
  { path: '/can-bo/doan-ra/nguoi/',
    load: () => import('./travel/people_page').then((loaded) => framed(loaded.TravelPeople)) },
  { path: '/can-bo/doan-ra/nguoi/:person/',
    load: () => import('./travel/people_page')
      .then((loaded) => framed(loaded.TravelPersonPage)) },
  { path: '/can-bo/doan-ra/thong-ke/',
    load: () => import('./travel/figures_page')
      .then((loaded) => framed(loaded.TravelFiguresPage)) },
  { path: '/can-bo/thong-bao/',
    load: () => import('./notices_page').then((loaded) => framed(loaded.NoticesPage)) },
  { path: '/can-bo/lich-hen/',
    load: () => import('./appointments_page').then((loaded) => framed(loaded.AppointmentsPage)) },
  { path: '/can-bo/cach-ly/',
    load: () => import('./quarantine_page').then((loaded) => framed(loaded.QuarantinePage)) },
  { path: '/can-bo/tham-quyen/',
    load: () => import('./authority_page').then((loaded) => framed(loaded.AuthorityPage)) },
  { path: '/can-bo/tin-tuc/',
    load: () => import('./news_page').then((loaded) => framed(loaded.NewsDesk)) },
  { path: '/can-bo/tin-tuc/:article/',
    load: () => import('./article_page').then((loaded) => framed(loaded.ArticleEditor)) },
  { path: '/can-bo/bao-mat/',
    load: () => import('./security_page').then((loaded) => framed(loaded.SecurityPage)) },
  { path: '/can-bo/them/',
    load: () => import('./more_page').then((loaded) => framed(loaded.MorePage)) },
];

const Missing = () => <main id="main" class="list"><MissingPage home="/can-bo/" /></main>;

start(<Router routes={routes} missing={framed(Missing)} />, { body_class: 'officer' });
