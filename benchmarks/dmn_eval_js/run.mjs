// Evaluates the table of decision_benchmark.cpp by npm's dmn-eval-js and prints a JSON line.
import { readFileSync } from 'node:fs';
import dmn from '@hbtgmbh/dmn-eval-js';

const SECONDS = 3;
const { parseDmnXml, evaluateDecision } = dmn.decisionTable;

// It reads DMN 1.1; the table has nothing that is not in it.
const xml = readFileSync(new URL('table.dmn', import.meta.url), 'utf8').replace(
  'https://www.omg.org/spec/DMN/20191111/MODEL/', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd');
const decisions = await parseDmnXml(xml);
const ranks = ['specialist', 'deputy-head', 'head', 'deputy-director', 'director'];
const cases = ranks.map((rank, i) => (
  { rank, people: 2 + i, days: 4 + 2 * i, funding: i % 2 ? 'own' : 'state-budget' }));

const begin = process.hrtime.bigint();
const until = begin + BigInt(SECONDS) * 1_000_000_000n;
let runs = 0;
for (; process.hrtime.bigint() < until; runs += 1) {
  evaluateDecision('decider', decisions, cases[runs % cases.length]);
}
const value = Math.round(runs / (Number(process.hrtime.bigint() - begin) / 1e9));
const name = 'dmn-eval-js: table_of_20_rules_and_4_inputs';
console.log(JSON.stringify({ name, value, unit: '/s' }));
