// The page's one h1. It takes the focus after a change of page and names the document;
// `document_title` differs from the visible title where the page has errors.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moved } from '../../app/router';
import { t } from '../../text/kit';

interface Props { title: ComponentChildren; document_title: string }

export function PageHead({ title, document_title }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { document.title = `${document_title} – ${t('product')}`; }, [document_title]);
  useEffect(() => { if (moved.value) heading.current?.focus({ preventScroll: true }); }, []);
  return <h1 tabIndex={-1} ref={heading}>{title}</h1>;
}
