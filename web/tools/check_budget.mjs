// The weight of a first visit, from dist/: what each page makes the browser fetch, compressed.
// Fails when a limit is passed. Run after `npm run build`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const LIMIT = { script: 40 * KB, form: 48 * KB, officer: 75 * KB, style: 15 * KB, fonts: 60 * KB,
  visit: 130 * KB, designer: 110 * KB, canvas: 230 * KB, canvas_style: 22 * KB };
const ASSETS = 'dist/assets/';
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

const weight = (file) => gzipSync(readFileSync('dist/' + file), { level: 9 }).length;
const sum = (files) => [...files].reduce((total, file) => total + weight(file), 0);

/** A part by its source, or by its name where the build merged it with what it shares. */
function partOf(key) {
  const name = key.split('/').pop().replace(/\.tsx?$/, '');
  const found = manifest[key]
    ?? Object.values(manifest).find((part) => part.isDynamicEntry && part.name === name);
  if (!found) throw new Error(`no ${key} in the build's manifest`);
  return found;
}

/** Scripts and styles of an entry and of the lazy pages named, with all they import. */
function filesOf(keys) {
  const scripts = new Set();
  const styles = new Set();
  const visit = (key) => {
    const part = partOf(key);
    if (scripts.has(part.file)) return;
    scripts.add(part.file);
    for (const style of part.css ?? []) styles.add(style);
    for (const inner of part.imports ?? []) visit(inner);
  };
  keys.forEach(visit);
  return { scripts, styles };
}

const citizen = 'src/pages/citizen/';
const officer = 'src/pages/officer/';
const designer = 'src/pages/designer/';
const PAGES = [
  ['home', LIMIT.script, ['index.html']],
  ['procedures', LIMIT.script, ['index.html', citizen + 'procedures/procedures.tsx']],
  ['procedure', LIMIT.script, ['index.html', citizen + 'procedure/procedure.tsx']],
  ['apply', LIMIT.form, ['index.html', citizen + 'apply/apply_step.tsx',
    citizen + 'apply/form_step.tsx']],
  ['apply, papers', LIMIT.form,
    ['index.html', citizen + 'apply/apply_step.tsx', citizen + 'apply/papers_step.tsx']],
  ['apply, check', LIMIT.form,
    ['index.html', citizen + 'apply/apply_step.tsx', citizen + 'apply/review_step.tsx']],
  ['confirmation', LIMIT.script, ['index.html', citizen + 'confirmation/confirmation.tsx']],
  ['signing in', LIMIT.form, ['index.html', citizen + 'account/entrance.ts']],
  ['account', LIMIT.form, ['index.html', citizen + 'account/pages.ts']],
  ['account, security', LIMIT.form, ['index.html', citizen + 'account/security_page.tsx']],
  ['tracking', LIMIT.form, ['index.html', citizen + 'tracking/tracking.tsx']],
  ['tracking, result', LIMIT.form,
    ['index.html', citizen + 'tracking/tracking.tsx', citizen + 'tracking/result_card.tsx']],
  ['verify', LIMIT.script, ['index.html', citizen + 'verify/verify.tsx']],
  ['appointment', LIMIT.script, ['index.html', citizen + 'appointment/appointment.tsx']],
  ['appointment, one', LIMIT.form, ['index.html', citizen + 'appointment/cards.ts']],
  ['news', LIMIT.script, ['index.html', citizen + 'news/pages.ts']],
  ['news, reply', LIMIT.script,
    ['index.html', citizen + 'news/pages.ts', citizen + 'news/reply_form.tsx']],
  ['guide', LIMIT.script, ['index.html', citizen + 'guide/guide.tsx']],
  ['figures', LIMIT.script, ['index.html', citizen + 'figures/figures.tsx']],
  ['tracking, supplement', LIMIT.form,
    ['index.html', citizen + 'tracking/tracking.tsx', citizen + 'tracking/supplement_form.tsx']],
  ['petitions', LIMIT.script, ['index.html', citizen + 'petition/petitions.tsx']],
  ['petition, form', LIMIT.script, ['index.html', citizen + 'petition/petition_form.tsx']],
  ['petition, confirmation', LIMIT.script,
    ['index.html', citizen + 'petition/petition_sent.tsx']],
  ['petition, followed', LIMIT.script, ['index.html', citizen + 'petition/petition_page.tsx']],
  ['officer', LIMIT.officer, ['can-bo/index.html']],
  ['officer, counter', LIMIT.officer, ['can-bo/index.html', officer + 'counter_page.tsx']],
  ['officer, authority', LIMIT.officer, ['can-bo/index.html', officer + 'authority_page.tsx']],
  ['officer, issuing', LIMIT.officer, ['can-bo/index.html', officer + 'issue_dialog.tsx']],
  ['officer, acting', LIMIT.officer, ['can-bo/index.html', officer + 'act_dialog.tsx']],
  ['officer, correction', LIMIT.officer,
    ['can-bo/index.html', officer + 'act_dialog.tsx', officer + 'answers_field.tsx']],
  ['officer, petition', LIMIT.officer, ['can-bo/index.html', officer + 'petition_page.tsx']],
  ['officer, delegations', LIMIT.officer,
    ['can-bo/index.html', officer + 'travel/travel_list.tsx']],
  ['officer, delegation', LIMIT.officer,
    ['can-bo/index.html', officer + 'travel/entry_page.tsx']],
  ['officer, travellers', LIMIT.officer,
    ['can-bo/index.html', officer + 'travel/people_page.tsx']],
  ['officer, travel figures', LIMIT.officer,
    ['can-bo/index.html', officer + 'travel/figures_page.tsx']],
  ['officer, dossier of travel', LIMIT.officer,
    ['can-bo/index.html', officer + 'travel/travellers_card.tsx']],
  ['leader', LIMIT.officer, ['dieu-hanh/index.html']],
  ['designer', LIMIT.designer, ['thiet-ke/index.html']],
  ...['process_page', 'decisions_page', 'form_page', 'papers_page', 'texts_page', 'check_page',
    'try_page', 'compare_page', 'publish_page', 'proposals_page'].map((page) => (
    [`designer, ${page.replace('_page', '')}`, LIMIT.designer,
      ['thiet-ke/index.html', `${designer}${page}.tsx`]])),
];

// the fonts Vietnamese and English need; latin-ext is fetched only for foreign names
const FIRST_FONTS = /(source-sans-3-(latin|vietnamese)-wght|be-vietnam-pro).*\.woff2$/;
const fonts = readdirSync(ASSETS).filter((name) => FIRST_FONTS.test(name))
  .reduce((total, name) => total + statSync(ASSETS + name).size, 0);
const icons = sum(readdirSync(ASSETS).filter((name) => /^icons-.*\.svg$/.test(name))
  .map((name) => 'assets/' + name));
const pictures = ['start_guard.js', 'img/mark.svg', 'img/tho_cam.svg', 'img/weave.svg']
  .filter((file) => existsSync('dist/' + file));

let failed = false;
function check(what, bytes, limit) {
  const wrong = bytes > limit;
  failed ||= wrong;
  const line = `${what.padEnd(34)}${(bytes / KB).toFixed(1).padStart(7)} of ${limit / KB} kB`;
  console.log(wrong ? line + '  TOO MUCH' : line);
}

check('fonts', fonts, LIMIT.fonts);
for (const [name, limit, keys] of PAGES) {
  const { scripts, styles } = filesOf(keys);
  const html = weight(keys[0]);
  check(`${name} script`, sum(scripts), limit);
  check(`${name} style`, sum(styles), LIMIT.style);
  if (limit === LIMIT.officer || limit === LIMIT.designer) continue;
  check(`${name} first visit`,
    sum(scripts) + sum(styles) + html + fonts + icons + sum(pictures), LIMIT.visit);
}
// what draws on the designers' canvas, fetched there alone, beside what its page weighs
const CANVAS = ['thiet-ke/index.html', designer + 'canvas_page.tsx'];
const page = filesOf(CANVAS);
const board = filesOf([...CANVAS, designer + 'canvas/board.tsx']);
const beside = (part) => [...board[part]].filter((file) => !page[part].has(file));
check('designer, canvas page script', sum(page.scripts), LIMIT.designer);
check('designer, canvas chunk script', sum(beside('scripts')), LIMIT.canvas);
check('designer, canvas style', sum(board.styles), LIMIT.canvas_style);
if (failed) process.exit(1);
