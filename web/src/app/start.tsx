// Starts an entry: language of the document, the office, then the page. The styles every page
// needs come with it.
import { render, type ComponentChild } from 'preact';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { language } from './language';
import { loadOffice } from './office';

export function start(page: ComponentChild, options: { body_class?: string } = {}): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  document.documentElement.lang = language;
  if (options.body_class) document.body.classList.add(options.body_class);
  void loadOffice();
  render(page, root);
}
