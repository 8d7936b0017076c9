// The process on a canvas: for wide screens and a mouse. The program that draws is fetched only
// here; the list of steps does the same by keyboard and on a phone.
import { useLater } from '../../app/use_later';
import { Icon } from '../../components/icon/icon';
import { Loading } from '../../components/loading/loading';
import { t } from '../../text/designer_edit';
import { draftAddress, type Draft } from './desk';

const WIDE = '(min-width: 821px)';

export function CanvasPage({ one }: { one: Draft }) {
  const wide = matchMedia(WIDE).matches;
  const board = useLater(() => import('./canvas/board'), wide);
  return (
    <div class="stack">
      <div class="row between">
        <h2>{t('canvas.title')}</h2>
        <a class="button secondary compact" href={draftAddress(one.id, 'quy-trinh')}>
          <Icon name="menu" />{t('canvas.to_list')}</a>
      </div>
      <p class="muted">{t(wide ? 'canvas.lead' : 'canvas.narrow')}</p>
      {wide && (board ? <board.BoardView one={one} /> : <Loading />)}
    </div>
  );
}
