// Collects the icons named in src/components/icon/names.ts into one SVG file (a symbol each), so
// that pages use <svg><use href="…#name"/></svg>: no inline markup, no icon package shipped.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { ICONS } from '../src/components/icon/names';

const VIRTUAL = 'virtual:icon-sprite';
const RESOLVED = '\0' + VIRTUAL;
const DEV_PATH = '/icon_sprite.svg';

function symbol(name: string, file: string): string {
  const source = createRequire(import.meta.url).resolve(`lucide-static/icons/${file}.svg`);
  const svg = readFileSync(source, 'utf8');
  const inside = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside.replace(/\s+/g, ' ').trim()}</symbol>`;
}

export function buildSprite(): string {
  const symbols = Object.entries(ICONS).map(([name, file]) => symbol(name, file));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

export function iconSprite(): Plugin {
  let building = false;
  return {
    name: 'icon-sprite',
    configResolved(config) { building = config.command === 'build'; },
    resolveId(id) { return id === VIRTUAL ? RESOLVED : undefined; },
    load(id) {
      if (id !== RESOLVED) return undefined;
      if (!building) return `export default ${JSON.stringify(DEV_PATH)}`;
      const file = this.emitFile({ type: 'asset', name: 'icons.svg', source: buildSprite() });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    resolveFileUrl({ fileName }) { return JSON.stringify('/' + fileName); },
    configureServer(server) {
      server.middlewares.use(DEV_PATH, (_request, response) => {
        response.setHeader('Content-Type', 'image/svg+xml');
        response.end(buildSprite());
      });
    },
  };
}
