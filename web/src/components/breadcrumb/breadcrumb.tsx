// Where this page stands; the last item is the page itself.
import { Fragment } from 'preact';
import { href } from '../../app/language';
import { t } from '../../text/kit';
import { Icon } from '../icon/icon';
import './breadcrumb.css';

export interface Crumb { label: string; path?: string }

export function Breadcrumb({ items }: { items: Crumb[] }) {
  return (
    <nav class="wrap breadcrumb no-print" aria-label={t('path')}>
      {items.map((item, index) => (
        <Fragment key={item.label}>
          {index > 0 && <Icon name="chevron" />}
          {item.path
            ? <a href={href(item.path)}>{item.label}</a>
            : <span aria-current="page">{item.label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}
