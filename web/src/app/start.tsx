// Starts an entry: language of the document, the office, then the page. The styles every page
// needs come with it.
import { render, type ComponentChild } from 'preact';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { language } from './language';
import { loadOffice } from './office';

/** Tells public/start_guard.js that it may load the page again by itself next time. */
function rememberStarted(): void {
  try {
    sessionStorage.removeItem('motcua.loaded-again');
  } catch {
    // a browser that keeps nothing: the guard then never loads again by itself
  }
}

export function start(page: ComponentChild, options: { body_class?: string } = {}): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  document.documentElement.lang = language;
  if (options.body_class) document.body.classList.add(options.body_class);
  rememberStarted();
  void loadOffice();
  render(page, root);
}
