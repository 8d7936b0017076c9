import { describe, expect, it } from 'vitest';
import { drawnNames, readProcess, setBranch, setDrawnName, setPart } from './bpmn';
import { readTexts, setTextOf } from './texts';

const XML = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:m="urn:motcua:bpmn:1"><process id="p" name="Quy trình">
<laneSet id="lanes"><lane id="lane" name="Phòng" m:name-en="Division"/></laneSet>
<startEvent id="s"/><exclusiveGateway id="way" name="Đủ?" default="yes"/>
<userTask id="t" name="Xem"/><boundaryEvent id="late" name="Trễ" attachedToRef="t">
<timerEventDefinition id="d"/></boundaryEvent>
<sequenceFlow id="a" sourceRef="s" targetRef="way"/>
<sequenceFlow id="yes" name="Có" sourceRef="way" targetRef="t"/></process></definitions>`;

describe('names of the drawing', () => {
  it('are those of lanes, gateways, events and ways; steps and timers have theirs in the texts',
    () => {
      expect(drawnNames(XML)).toEqual([
        { id: 'p', kind: 'process', vi: 'Quy trình', en: '' },
        { id: 'lane', kind: 'lane', vi: 'Phòng', en: 'Division' },
        { id: 'way', kind: 'gateway', vi: 'Đủ?', en: '' },
        { id: 'yes', kind: 'flow', vi: 'Có', en: '' },
      ]);
      expect(drawnNames('<no')).toEqual([]);
    });
  it('stand in the texts page side by side, and are written beside each other', () => {
    const files = { 'process.bpmn': XML };
    const row = readTexts(files).find((one) => one.key.endsWith('way'))!;
    expect(row).toMatchObject({ area: 'drawing', vi: 'Đủ?', en: '' });
    const english = setTextOf(files, row, 'en', 'Whole & sound?')['process.bpmn']!;
    expect(english).toContain('m:name-en="Whole &amp; sound?"');
    expect(readProcess(english).steps.find((one) => one.id === 'way')!.name_en)
      .toBe('Whole & sound?');
    expect(drawnNames(setDrawnName(english, 'way', 'en', ''))).toEqual(drawnNames(XML));
    expect(setDrawnName(XML, 't', 'en', 'Look')).toBe(XML);
  });
  it('are set in the list of steps, too', () => {
    expect(setPart(XML, 'way', 'name-en', 'Whole?')).toContain('m:name-en="Whole?"');
    const named = setBranch(XML, 'yes', 'name-en', 'Yes');
    expect(readProcess(named).steps.find((one) => one.id === 'way')!.outgoing[0]!.name_en)
      .toBe('Yes');
  });
});
