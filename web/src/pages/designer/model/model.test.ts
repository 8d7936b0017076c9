// Every shipped procedure is read and written back to the byte, and each change leaves the rest.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  addBranch, addStep, layOut, moveStep, neighbour, readProcess, removeBranch, removeStep,
  setBranch, setPart,
} from './bpmn';
import {
  addColumn, addRule, duplicateRule, moveRule, readTables, removeColumn, removeRule, setCell,
  textsOf,
} from './dmn';
import {
  addQuestion, moveQuestion, pagesIn, plainQuestions, questionAt, readFormFiles, removeQuestion,
  setCondition, writeFormFiles,
} from './form';
import { readTexts, setTextAt, setTextOf } from './texts';
import { addTable, asList, asText, dropTable, editToml, listOf, moveTable, parseToml, partOf,
  setIn, tableOf, valueIn, writeToml } from './toml';
import { attribute, below, local, parseXml, writeXml, XmlFault } from './xml';

const ROOT = fileURLToPath(new URL('../../../../../procedures', import.meta.url));
type Files = Record<string, string>;

function versions(): [string, Files][] {
  return readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory()
    && one.name !== 'lists').flatMap((one) => readdirSync(join(ROOT, one.name)).map(
    (version): [string, Files] => {
      const folder = join(ROOT, one.name, version);
      return [`${one.name}/${version}`, Object.fromEntries(readdirSync(folder)
        .map((file) => [file, readFileSync(join(folder, file), 'utf8')]))];
    }));
}

const all = versions();
const abtc = all.find(([name]) => name === 'abtc/v1')![1];
const bpmn = abtc['process.bpmn']!;
const dmn = abtc['decisions.dmn']!;

/** What a document says, without where its blanks are. */
function inventory(xml: string): string[] {
  const root = parseXml(xml).root;
  return [root, ...below(root)].map((one) => local(one)
    + one.attributes.map(([name, value]) => ` ${name}=${value}`).sort().join(''));
}

/** Each flow is named by the nodes at its ends and drawn. */
function sound(xml: string): void {
  const root = parseXml(xml).root;
  const every = below(root);
  const ids = every.map((one) => attribute(one, 'id')).filter(Boolean);
  expect(new Set(ids).size).toBe(ids.length);
  const drawn = new Set(every.map((one) => attribute(one, 'bpmnElement')));
  for (const flow of every.filter((one) => local(one) === 'sequenceFlow')) {
    const id = attribute(flow, 'id');
    expect(drawn).toContain(id);
    for (const end of ['sourceRef', 'targetRef']) expect(ids).toContain(attribute(flow, end));
    const named = every.filter((one) => /^(incoming|outgoing)$/.test(local(one))
      && one.children.some((node) => node.kind === 'text' && node.raw.trim() === id));
    expect(named).toHaveLength(2);
  }
  for (const one of drawn) if (one) expect(ids).toContain(one);
}

describe('nothing changed is nothing written', () => {
  test.each(all)('%s', (_name, files) => {
    for (const [file, text] of Object.entries(files)) {
      if (/\.(bpmn|dmn)$/.test(file)) expect(writeXml(parseXml(text))).toBe(text);
      if (file.endsWith('.toml')) expect(writeToml(parseToml(text))).toBe(text);
    }
    const form = readFormFiles(files)!;
    const written = writeFormFiles(form);
    for (const [file, text] of Object.entries(written)) expect(text).toBe(files[file]);
    expect(pagesIn(form).length).toBeGreaterThan(0);
    for (const page of form.hints.pages ?? []) {
      for (const pointer of page.fields) expect(questionAt(form, pointer)).toBeDefined();
    }
  });
});

test('XML that is not well formed, or brings a document type, is refused', () => {
  for (const text of ['<a>', '<a></b>', '<!DOCTYPE a><a/>', '', '<a b="></a>']) {
    expect(() => parseXml(text)).toThrow(XmlFault);
  }
});

describe('the list of steps', () => {
  test('reads steps in the order they come, with who does what', () => {
    const { steps } = readProcess(bpmn);
    expect(steps.filter((step) => step.is_task).map((step) => step.id))
      .toEqual(['reception', 'consult', 'police', 'examine', 'approve', 'city', 'return']);
    expect(steps.find((step) => step.id === 'approve'))
      .toMatchObject({ act: 'approve', role: 'director', unit: 'leadership', share_of: 'examine' });
  });

  test('a step put in, moved, and taken out leaves a sound process', () => {
    const added = addStep(bpmn, 'examine', { name: 'Trưởng phòng kiểm tra', act: 'hand-over',
      role: 'head', unit: 'division' });
    expect(added.id).toBe('truong-phong-kiem-tra');
    sound(added.xml);
    const next = (xml: string, id: string) => readProcess(xml).steps
      .find((step) => step.id === id)!.outgoing.map((one) => one.target);
    expect(next(added.xml, 'examine')).toEqual([added.id]);
    expect(next(added.xml, added.id)).toEqual(['approve']);
    const moved = moveStep(added.xml, added.id, -1);
    sound(moved);
    expect(next(moved, added.id)).toEqual(['examine']);
    expect(next(moved, 'examine')).toEqual(['approve']);
    const removed = removeStep(moved, added.id);
    sound(removed);
    expect(readProcess(removed).steps.map((step) => step.id).sort())
      .toEqual(readProcess(bpmn).steps.map((step) => step.id).sort());
  });

  test('what was not touched keeps its place and its characters', () => {
    const removed = removeStep(bpmn, 'city');
    sound(removed);
    expect(removed).not.toContain('"city"');
    const kept = bpmn.split('\n').filter((line) => !/city|to-return/.test(line));
    for (const line of kept) expect(removed).toContain(line);
  });

  test.each(all.map(([name, files]) => [name, files['process.bpmn']!]))(
    'every task of %s can be taken out and every one renamed', (_name, xml) => {
      for (const step of readProcess(xml).steps.filter((one) => one.is_task)) {
        sound(removeStep(xml, step.id));
        for (const by of [1, -1] as const) {
          if (neighbour(readProcess(xml).steps, step.id, by)) sound(moveStep(xml, step.id, by));
        }
        expect(setPart(xml, step.id, 'name', 'Tên "mới" & khác'))
          .toContain('&quot;mới&quot; &amp;');
      }
      sound(layOut(xml));
    });

  test('another way on makes a gateway, and taking it away takes the gateway', () => {
    const branched = addBranch(bpmn, 'city', { name: 'Trả ngay', target: 'end',
      condition: 'authority.decider = "director"' });
    sound(branched);
    const gateway = readProcess(branched).steps.find((step) => step.id === 'city-way')!;
    expect(gateway.outgoing).toMatchObject([
      { target: 'return', usual: true, condition: '' },
      { target: 'end', usual: false, condition: 'authority.decider = "director"' }]);
    const changed = setBranch(branched, gateway.outgoing[1]!.id, 'condition', 'case = "a"');
    expect(readProcess(changed).steps.find((step) => step.id === 'city-way')!.outgoing[1])
      .toMatchObject({ condition: 'case = "a"' });
    const gone = removeBranch(changed, gateway.outgoing[1]!.id);
    sound(gone);
    expect(readProcess(gone).steps.map((step) => step.id)).not.toContain('city-way');
  });

  test('extensions nobody here knows stay', () => {
    const own = bpmn.replace('<bpmn:incoming>to-city</bpmn:incoming>',
      '<bpmn:extensionElements><x:odd xmlns:x="urn:x" a="1"/></bpmn:extensionElements>$&');
    expect(removeStep(own, 'police')).toContain('<x:odd xmlns:x="urn:x" a="1"/>');
  });
});

describe('decision tables', () => {
  test('are read with their rules and notes', () => {
    const [table] = readTables(dmn);
    expect(table).toMatchObject({ decision: 'case', policy: 'UNIQUE', annotations: ['Căn cứ'] });
    expect(table!.rules[1]).toEqual({ id: 'rule-2', inputs: ['"business"'],
      outputs: ['"business"'], notes: ['facts-2.2-2b'] });
  });

  test('a cell changes one line, and other decisions, extensions and drawing stay', () => {
    const rich = dmn.replace('</definitions>', `  <decision id="other" name="Khác">
    <literalExpression><text>1 + 1</text></literalExpression></decision>
  <extensionElements><x:y xmlns:x="urn:x" /></extensionElements>
  <dmndi:DMNDI xmlns:dmndi="urn:d"><dmndi:DMNDiagram id="d1" /></dmndi:DMNDI>\n</definitions>`);
    const changed = setCell(rich, 'case', 0, 'input', 0, '"official", "other"');
    const [before, after] = [rich.split('\n'), changed.split('\n')];
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
    expect(setCell(changed, 'case', 0, 'input', 0, '"official"')).toBe(rich);
  });

  test('rules are added, copied, moved and taken out', () => {
    const added = addRule(dmn, 'case', 1);
    expect(readTables(added)[0]!.rules.map((rule) => rule.inputs[0]))
      .toEqual(['"official"', '-', '"business"']);
    const copied = duplicateRule(dmn, 'case', 0);
    expect(readTables(copied)[0]!.rules.map((rule) => rule.id))
      .toEqual(['rule-1', 'rule-1-2', 'rule-2']);
    const moved = moveRule(dmn, 'case', 1, -1);
    expect(readTables(moved)[0]!.rules.map((rule) => rule.id)).toEqual(['rule-2', 'rule-1']);
    expect(inventory(removeRule(added, 'case', 1))).toEqual(inventory(dmn));
  });

  test('a column comes with a cell in every rule and goes with them', () => {
    const wide = addColumn(dmn, 'case', 'input', 'Số ngày', 'days');
    const [table] = readTables(wide);
    expect(table!.inputs.map((column) => column.expression)).toEqual(['applicant_kind', 'days']);
    expect(table!.rules.map((rule) => rule.inputs)).toEqual([['"official"', '-'],
      ['"business"', '-']]);
    expect(inventory(removeColumn(wide, 'case', 'input', 1))).toEqual(inventory(dmn));
  });

  test('allowed values are a choice only where they are plain texts', () => {
    expect(textsOf('"a", "b"')).toEqual(['a', 'b']);
    expect(textsOf('[1..3]')).toEqual([]);
    expect(textsOf('not("a")')).toEqual([]);
  });
});

describe('the form', () => {
  const form = readFormFiles(abtc)!;
  test('a question that is asked on a condition says so', () => {
    expect(questionAt(form, '/tax_code')).toMatchObject({ required: true, kind: 'text',
      condition: { pointer: '/applicant_kind', value: 'business' } });
  });
  test('a condition comes and goes without a trace', () => {
    const asked = setCondition(form, '/partner', { pointer: '/card_kind', value: 'renewal' });
    expect(questionAt(asked, '/partner')?.condition)
      .toEqual({ pointer: '/card_kind', value: 'renewal' });
    const always = setCondition(asked, '/partner', undefined);
    expect(always.schema.allOf).toEqual(form.schema.allOf);
    expect(questionAt(always, '/partner')?.required).toBe(false);
  });
  test('a question is added, moved over pages and removed', () => {
    const { form: added, pointer } = addQuestion(form, 4, 'choice',
      { vi: 'Hình thức nhận', en: 'Delivery' });
    expect(pointer).toBe('/delivery');
    const up = moveQuestion(moveQuestion(added, pointer, -1), pointer, -1);
    expect(pagesIn(up)[3]!.questions.at(-1)?.pointer).toBe(pointer);
    expect(writeFormFiles(removeQuestion(up, pointer))).toEqual(writeFormFiles(form));
  });
  test('the plain questions of a group are found', () => {
    expect(plainQuestions(form).map((one) => one.pointer)).toContain('/person/passport');
  });
});

describe('procedure.toml', () => {
  const text = abtc['procedure.toml']!;
  test('a value changes one line, comments stay', () => {
    const changed = editToml(text, (toml) => {
      setIn(partOf(toml, listOf(toml, 'case')[0]!, 'shares')!, 'city', '5 working-days');
    });
    const lines = changed.split('\n');
    expect(lines.filter((line, index) => line !== text.split('\n')[index]))
      .toEqual(['city = "5 working-days"']);
  });
  test('lists of papers grow, turn round and shrink back', () => {
    const grown = editToml(text, (toml) => {
      const table = addTable(toml, 'paper', true, listOf(toml, 'paper').at(-1));
      setIn(table, 'id', 'photo');
      setIn(table, 'originals', 1);
    });
    const toml = parseToml(grown);
    expect(asText(valueIn(listOf(toml, 'paper').at(-1), 'id'))).toBe('photo');
    expect(editToml(grown, (one) => dropTable(one, listOf(one, 'paper').at(-1)!))).toBe(text);
    const turned = editToml(text, (one) => moveTable(one, listOf(one, 'case')[0]!, 1));
    expect(listOf(parseToml(turned), 'case').map((one) => asText(valueIn(one, 'id'))))
      .toEqual(['business', 'official']);
    const after = parseToml(turned);
    expect(asText(valueIn(partOf(after, listOf(after, 'case')[0]!, 'shares'), 'police')))
      .toBe('7 working-days');
  });
  test('values of every shape are read, and a comment behind one stays', () => {
    const toml = parseToml('a = ["x", # one\n "y"]\nb = { vi = "Tên \\"ấy\\"", en = "N" } # c\n'
      + 'c = """\nhai\ndòng"""\nd = 2020-01-02\ne = 1_000\n[x."y z"]\nf = true\n');
    const head = tableOf(toml, '');
    expect(asList(valueIn(head, 'a'))).toEqual(['x', 'y']);
    expect(valueIn(head, 'b')).toEqual({ vi: 'Tên "ấy"', en: 'N' });
    expect(valueIn(head, 'c')).toBe('hai\ndòng');
    expect(asText(valueIn(head, 'd'))).toBe('2020-01-02');
    expect(valueIn(head, 'e')).toBe(1000);
    expect(valueIn(tableOf(toml, 'x.y z'), 'f')).toBe(true);
    setIn(head!, 'b', { vi: 'Khác', en: 'O' });
    expect(writeToml(toml)).toContain('b = { vi = "Khác", en = "O" } # c');
  });
});

describe('texts', () => {
  test.each(all)('all of %s are there in both languages', (_name, files) => {
    const rows = readTexts(files);
    expect(rows.length).toBeGreaterThan(10);
    // the drawings of published versions were named before they could have English names
    expect(rows.filter((row) => row.area !== 'drawing' && row.vi && !row.en)).toEqual([]);
  });
  test('a text taken out counts as missing and comes back where it was', () => {
    const row = readTexts(abtc).find((one) => one.key.endsWith('police'))!;
    const without = { ...abtc, ...setTextOf(abtc, row, 'en', '') };
    expect(readTexts(without).find((one) => one.key === row.key)).toMatchObject({ en: '' });
    const back = { ...without, ...setTextOf(without, row, 'en', row.en) };
    expect(readTexts(back).find((one) => one.key === row.key)).toEqual(row);
    expect(setTextAt(abtc, 'step', 'police', { vi: row.vi })['texts.vi.toml'])
      .toBe(abtc['texts.vi.toml']);
  });
  test('a list of words stays a list, a question\'s label changes in the hints', () => {
    const words = readTexts(abtc).find((one) => one.key === 'keywords')!;
    expect(setTextOf(abtc, words, 'en', 'ABTC; card')['texts.en.toml'])
      .toContain('keywords = ["ABTC", "card"]');
    const label = readTexts(abtc).find((one) => one.en === 'Kind of applicant')!;
    expect(setTextOf(abtc, label, 'en', 'Applicant')['form.ui.json'])
      .toContain('"en": "Applicant"');
  });
});
