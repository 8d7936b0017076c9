export { PapersStep } from './papers_step';
export { ReviewStep } from './review_step';
