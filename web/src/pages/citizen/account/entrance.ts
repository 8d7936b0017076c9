export { RegisterPage } from './register_page';
export { SignInAgain } from './sign_in_again';
export { SignInPage } from './sign_in_page';
