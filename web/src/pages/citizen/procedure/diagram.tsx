// The process as a drawing, fetched only when somebody opens it.
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { Schemas } from '../../../api/client';
import { say } from '../../../app/language';
import { t } from '../../../text/citizen';

type Procedure = Schemas['Procedure'];
type Drawing = typeof import('../../../components/process_drawing/process_drawing').ProcessDrawing;

interface Props { procedure: Procedure; steps: Procedure['cases'][number]['steps'] }

export function Diagram({ procedure, steps }: Props) {
  const [drawing, setDrawing] = useState<{ part: Drawing }>();
  const open = (event: Event) => {
    if (drawing || !(event.currentTarget as HTMLDetailsElement).open) return;
    void import('../../../components/process_drawing/process_drawing')
      .then(({ ProcessDrawing }) => setDrawing({ part: ProcessDrawing }));
  };
  const Part = drawing?.part as ComponentType<Parameters<Drawing>[0]> | undefined;
  return (
    <details class="diagram no-print" onToggle={open}>
      <summary>{t('procedure.diagram')}</summary>
      {Part && (
        <Part xml={procedure.process}
          steps={steps.map((step) => (
            { id: step.task, name: say(step.name), note: say(step.term) }))}
          words={{ title: t('procedure.diagram.title'), list: t('procedure.diagram.list'),
            scroll: t('procedure.diagram.scroll'), missing: t('procedure.diagram.missing') }} />
      )}
    </details>
  );
}
