// Every key of src/text/vi/*.ts must be used somewhere, and every t('…') must have its key: the
// types see the second, this check sees the first. Keys made of parts (t(`how.${step}`)) count as
// used by their fixed beginning and end.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY = /^ {2}'([^']+)':/gm;
const PLAIN = /['"]([\w.-]+)['"]/g;
const MADE = /`([\w.-]*)\$\{[^`]*\}([\w.-]*)`/g;

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path.startsWith(join('src', 'text')) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const program = sources('src').join('\n');
const plain = new Set([...program.matchAll(PLAIN)].map((found) => found[1]));
const made = [...program.matchAll(MADE)].map((found) => [found[1], found[2]])
  .filter(([start, end]) => start + end !== '');

let unused = 0;
for (const file of readdirSync('src/text/vi')) {
  for (const [, key] of readFileSync(join('src/text/vi', file), 'utf8').matchAll(KEY)) {
    const isMade = made.some(([start, end]) => key.startsWith(start) && key.endsWith(end));
    if (plain.has(key) || isMade) continue;
    console.error(`src/text/vi/${file}: the text "${key}" is used nowhere`);
    unused++;
  }
}
if (unused) process.exit(1);
console.log('texts: every key is used');
