// The steps of one application: the form's pages that ask something, the papers, the check.
import { href, say } from '../../../app/language';
import { fieldsOf } from '../../../form/pages';
import { t } from '../../../text/apply';
import type { Work } from './work';

export const PAPERS = 'giay-to';
export const REVIEW = 'xem-lai';

export interface Step { slug: string; title: string; page?: number }

export function stepsOf({ form, answers }: Work): Step[] {
  const pages = form.pages
    .map((page, index): Step => ({ slug: String(index + 1), title: say(page.title), page: index }))
    .filter((step) => {
      const page = form.pages[step.page ?? 0];
      return page && fieldsOf(form, page, answers).length > 0;
    });
  return [...pages, { slug: PAPERS, title: t('step.papers') },
    { slug: REVIEW, title: t('step.review') }];
}

export function stepHref(procedure: string, draft: string, slug: string, change = false): string {
  return href(`/nop-ho-so/${procedure}/${draft}/${slug}/${change ? '?sua=1' : ''}`);
}
