// Adds <link rel="preload"> for the two text fonts to every built page: without it the text moves
// when the font arrives.
import type { HtmlTagDescriptor, Plugin } from 'vite';

const TEXT_FONTS = /source-sans-3-(latin|vietnamese)-wght-normal-.*\.woff2$/;

export function fontPreload(): Plugin {
  return {
    name: 'font-preload',
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const files = Object.keys(context.bundle ?? {}).filter((name) => TEXT_FONTS.test(name));
        return files.map((name): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: {
            rel: 'preload', href: '/' + name, as: 'font', type: 'font/woff2', crossorigin: '',
          },
          injectTo: 'head',
        }));
      },
    },
  };
}
