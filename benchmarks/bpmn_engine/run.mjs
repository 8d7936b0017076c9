// Runs the two processes of process_benchmark.cpp by npm's bpmn-engine and prints JSON lines.
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import BpmnModdle from 'bpmn-moddle';

const SECONDS = 3;

function flow(from, to, condition) {
  const inside = condition
    ? `<conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>`
    : '';
  const ends = `sourceRef="${from}" targetRef="${to}"`;
  return `<sequenceFlow id="${from}-${to}" ${ends}>${inside}</sequenceFlow>`;
}

function definitions(inside) {
  return (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<process id="p" isExecutable="true">${inside}</process></definitions>`
  );
}

function sequence() {
  const ids = ['b', 't1', 't2', 't3', 't4', 't5', 't6', 'e'];
  const tasks = ids.slice(1, -1).map((id) => `<userTask id="${id}"/>`);
  const flows = ids.slice(1).map((id, i) => flow(ids[i], id));
  return definitions('<startEvent id="b"/><endEvent id="e"/>' + tasks.join('') + flows.join(''));
}

function withGateways() {
  const nodes =
    '<startEvent id="b"/><exclusiveGateway id="x" default="x-t2"/><userTask id="t1"/>' +
    '<userTask id="t2"/><exclusiveGateway id="m"/><parallelGateway id="f"/><userTask id="t3"/>' +
    '<userTask id="t4"/><parallelGateway id="j"/><userTask id="t5"/><endEvent id="e"/>';
  const flows = [
    flow('b', 'x'), flow('x', 't1', '${environment.variables.long}'), flow('x', 't2'),
    flow('t1', 'm'), flow('t2', 'm'), flow('m', 'f'), flow('f', 't3'), flow('f', 't4'),
    flow('t3', 'j'), flow('t4', 'j'), flow('j', 't5'), flow('t5', 'e'),
  ];
  return definitions(nodes + flows.join(''));
}

// One instance from start to end: every user task is signalled as soon as it waits.
function runOnce(moddleContext) {
  return new Promise((resolve, reject) => {
    const engine = new Engine({ name: 'run', moddleContext });
    const listener = new EventEmitter();
    listener.on('wait', (api) => api.signal());
    engine.once('end', resolve);
    engine.once('error', reject);
    engine.execute({ listener, variables: { long: true } }).catch(reject);
  });
}

// Instances a second; the model is parsed once, as core/bpmn imports it once.
async function rate(source) {
  const moddleContext = await new BpmnModdle().fromXML(source);
  const begin = process.hrtime.bigint();
  const until = begin + BigInt(SECONDS) * 1_000_000_000n;
  let runs = 0;
  for (; process.hrtime.bigint() < until; runs += 1) await runOnce(moddleContext);
  return runs / (Number(process.hrtime.bigint() - begin) / 1e9);
}

for (const [name, source] of [
  ['bpmn-engine: instances_of_six_user_tasks', sequence()],
  ['bpmn-engine: instances_with_exclusive_and_parallel_gateway', withGateways()],
]) {
  console.log(JSON.stringify({ name, value: Math.round(await rate(source)), unit: '/s' }));
}
