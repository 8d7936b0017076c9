// The citizens' entry: every page that needs no account.
import { Router, type Route } from '../../app/router';
import { start } from '../../app/start';
import { MissingPage } from '../../components/problem_view/problem_view';
import { Home } from './home/home';
import { Frame } from './frame/frame';

const routes: Route[] = [
  { path: '/', page: Home },
];

start(<Frame><Router routes={routes} missing={MissingPage} /></Frame>);
