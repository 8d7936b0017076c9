// One build, four entries: citizens (/), officers (/can-bo/), leaders (/dieu-hanh/), designers
// (/thiet-ke/). The same files serve English under /en/…; the page reads its language from
// the path.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { iconSprite } from './tools/icon_sprite';
import { entryFallback } from './tools/entry_fallback';
import { fontPreload } from './tools/font_preload';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.MOTCUA_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  appType: 'mpa',
  plugins: [iconSprite(), entryFallback(), fontPreload()],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  server: { proxy: { '/api': server } },
  build: {
    target: 'es2022',
    cssTarget: 'chrome100',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // Every page names all the parts it may fetch, and names weigh: the manifest has them.
      output: {
        entryFileNames: 'assets/[hash:8].js',
        chunkFileNames: 'assets/[hash:8].js',
        // a worker of PDF.js is a script like any other
        assetFileNames: (asset) => (asset.names[0]?.endsWith('.mjs')
          ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]'),
      },
      input: {
        citizen: here('index.html'),
        officer: here('can-bo/index.html'),
        leader: here('dieu-hanh/index.html'),
        designer: here('thiet-ke/index.html'),
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
