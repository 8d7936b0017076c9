// Skip link, name of the office, main links, language. On a narrow screen the links open below.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { href, say } from '../../app/language';
import { office } from '../../app/office';
import { t } from '../../text/kit';
import { Icon, type IconName } from '../icon/icon';
import { LanguageSwitch } from '../language_switch/language_switch';
import { Mark } from './mark';
import './top_bar.css';

export interface TopLink { path: string; label: string; current?: boolean; icon?: IconName;
  /** Other than `path` in the language now shown. */
  to?: string }

interface Props { links: TopLink[]; home?: string; children?: ComponentChildren }

export function SkipLink() {
  return <a class="skip-link" href="#main">{t('skip')}</a>;
}

export function TopBar({ links, home = '/', children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <SkipLink />
      <header class="top-bar">
        <div class="wrap top-bar-in">
          <a class="brand" href={href(home)}>
            <Mark />
            <span><b>{t('product')}</b><small>{say(office.value?.name)}</small></span>
          </a>
          <nav id="top-links" class={open ? 'top-links open' : 'top-links'}
            aria-label={t('menu.main')}>
            {links.map((link) => (
              <a key={link.path} href={link.to ?? href(link.path)} onClick={() => setOpen(false)}
                aria-current={link.current ? 'page' : undefined}>
                {link.icon && <Icon name={link.icon} />}
                <span class="top-link-words">{link.label}</span>
              </a>
            ))}
          </nav>
          <div class="top-tools">
            <LanguageSwitch />
            {children}
            <button type="button" class="button quiet top-menu" aria-expanded={open}
              aria-controls="top-links" onClick={() => setOpen(!open)}>
              <Icon name={open ? 'close' : 'menu'} />{t('menu')}
            </button>
          </div>
        </div>
      </header>
      <div class="brocade" aria-hidden="true" />
    </>
  );
}
