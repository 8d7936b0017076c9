// Writes .gz and .br beside every text file of dist/, so that the server only picks one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = /\.(html|js|css|svg|json|txt)$/;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

for (const entry of readdirSync('dist', { withFileTypes: true })) compress('dist', entry);

function compress(folder, entry) {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) {
    for (const inner of readdirSync(path, { withFileTypes: true })) compress(path, inner);
  } else if (TEXT.test(entry.name)) {
    const bytes = readFileSync(path);
    writeFileSync(path + '.gz', gzipSync(bytes, { level: 9 }));
    writeFileSync(path + '.br', brotliCompressSync(bytes, brotli));
  }
}
