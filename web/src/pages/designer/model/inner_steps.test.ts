import { expect, test } from 'vitest';
import { readProcess, setPart, setWait, withInner } from './bpmn';

const XML = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:motcua="urn:motcua:bpmn:1"><process id="p">
<laneSet id="lanes"><lane id="lane"><flowNodeRef>outer</flowNodeRef></lane></laneSet>
<userTask id="outer" motcua:unit="division"/>
<subProcess id="sub"><startEvent id="begin"/>
<userTask id="look" motcua:act="propose" motcua:role="specialist" motcua:unit="reception"/>
<boundaryEvent id="late" attachedToRef="look">
<timerEventDefinition id="d" motcua:working-time="4 working-hours"/></boundaryEvent>
<endEvent id="done"/>
<sequenceFlow id="a" sourceRef="begin" targetRef="look"/>
<sequenceFlow id="b" sourceRef="look" targetRef="done"/>
</subProcess></process></definitions>`;

test('what is inside a sub-process is read in its order, and changed in place', () => {
  const { steps } = readProcess(XML);
  const sub = steps.find((step) => step.id === 'sub')!;
  expect(sub.inner.map((step) => step.id)).toEqual(['begin', 'look', 'done', 'late']);
  expect(withInner(steps).map((step) => step.id)).toContain('look');
  const changed = setWait(setPart(setPart(XML, 'look', 'role', 'head'), 'look', 'unit',
    'division'), 'late', '1 working-days');
  const look = withInner(readProcess(changed).steps).find((step) => step.id === 'look')!;
  expect(look).toMatchObject({ act: 'propose', role: 'head', unit: 'division' });
  expect(changed).toContain('motcua:working-time="1 working-days"');
  expect(changed.match(/<flowNodeRef>/g), 'what is inside is in no lane').toHaveLength(1);
});
