// The leaders' entry: its pages by address. The frame is the officers' own.
import { Router, type Route } from '../../app/router';
import { start } from '../../app/start';
import { MissingPage } from '../../components/problem_view/problem_view';
import { framed } from '../officer/frame';
import { BehindPage } from './behind_page';
import { FiguresPage } from './figures_page';

const routes: Route[] = [
  { path: '/dieu-hanh/', page: framed(FiguresPage) },
  { path: '/dieu-hanh/danh-sach/', page: framed(BehindPage) },
  { path: '/dieu-hanh/phan-anh/',
    load: () => import('./petition_figures_page')
      .then((loaded) => framed(loaded.PetitionFiguresPage)) },
  { path: '/dieu-hanh/phan-anh/danh-sach/',
    load: () => import('./petition_figures_page')
      .then((loaded) => framed(loaded.PetitionsBehindPage)) },
];

const Missing = () => <main id="main" class="list"><MissingPage home="/dieu-hanh/" /></main>;

start(<Router routes={routes} missing={framed(Missing)} />, { body_class: 'officer' });
