// In `npm run dev` and `vite preview`: any page address is answered by its entry, as the real
// server does: /can-bo/… by the officers' entry, /dieu-hanh/… by the leaders', the rest by the
// citizens'; the same under /en/.
import type { Connect, Plugin } from 'vite';

export function entryOf(path: string): string {
  const plain = path.replace(/^\/en(?=\/|$)/, '');
  if (/^\/can-bo(\/|$)/.test(plain)) return '/can-bo/index.html';
  if (/^\/dieu-hanh(\/|$)/.test(plain)) return '/dieu-hanh/index.html';
  if (/^\/thiet-ke(\/|$)/.test(plain)) return '/thiet-ke/index.html';
  return '/index.html';
}

const answer: Connect.NextHandleFunction = (request, _response, next) => {
  const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
  const isPage = request.headers.accept?.includes('text/html') && !path.startsWith('/api/');
  if (isPage && !/\.[a-z0-9]+$/i.test(path)) request.url = entryOf(path);
  next();
};

export function entryFallback(): Plugin {
  return {
    name: 'entry-fallback',
    configureServer(server) { server.middlewares.use(answer); },
    configurePreviewServer(server) { server.middlewares.use(answer); },
  };
}
