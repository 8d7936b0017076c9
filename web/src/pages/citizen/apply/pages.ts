export { ApplyStart } from './apply_start';
export { ApplyStep } from './apply_step';
