import { DemoBar } from '../../components/demo_bar/demo_bar';
import { MissingPage } from '../../components/problem_view/problem_view';
import { start } from '../../app/start';

start(<><DemoBar /><main id="main" class="wrap"><MissingPage /></main></>);
