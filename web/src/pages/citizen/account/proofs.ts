export { ConfirmPage } from './confirm_page';
export { ForgottenPage } from './forgotten_page';
export { ResetPage } from './reset_page';
