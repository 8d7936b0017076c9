// Places values on a drawing. Pure arithmetic for pictures only: no figure is computed here.
export interface Scale { min: number; max: number; ticks: number[] }

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** A scale that holds all values, with three to six round marks, never beyond `ceiling`. */
export function scaleOf(values: number[], ceiling = Infinity): Scale {
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 1;
  const step = STEPS.find((candidate) => (high - low) / candidate <= 4) ?? 20000;
  let min = Math.floor(low / step) * step;
  const max = Math.min(ceiling, Math.max(Math.ceil(high / step) * step, min + step));
  if (max - min < step) min = max - step;
  const ticks: number[] = [];
  for (let tick = min; tick <= max; tick += step) ticks.push(tick);
  return { min, max, ticks };
}

/** Where `value` lies between `from` (the scale's minimum) and `to` (its maximum), to 0.1. */
export function place(scale: Scale, value: number, from: number, to: number): number {
  const share = (value - scale.min) / (scale.max - scale.min);
  return Math.round((from + share * (to - from)) * 10) / 10;
}

/** Which of `count` labels to write under an axis so that at most `most` stand there. */
export function everyNth(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
}

export interface Spot { x: number; y: number }

function heightAt(line: Spot[], x: number): number | null {
  for (let next = 1; next < line.length; next++) {
    const from = line[next - 1];
    const to = line[next];
    if (from && to && x >= from.x && x <= to.x) {
      return from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y);
    }
  }
  return null;
}

/** Of the spots for words `2 * half` wide, the one the line stays farthest away from. */
export function clearest(spots: Spot[], line: Spot[], half: number): Spot | undefined {
  const room = ({ x, y }: Spot) => Math.min(...[-1, -0.5, 0, 0.5, 1].map((part) => {
    const height = heightAt(line, x + part * half);
    return height === null ? Infinity : Math.abs(height - y);
  }));
  return spots.reduce<Spot | undefined>((best, spot) =>
    (best && room(best) >= room(spot) ? best : spot), undefined);
}
