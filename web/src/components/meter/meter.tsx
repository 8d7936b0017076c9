// A thin bar, value 0 to 100. The width goes through the style object (no style attribute in the
// HTML), so a strict style policy holds.
import './meter.css';

export function Meter({ value, kind = '', label }:
  { value: number; kind?: '' | 'late' | 'soon' | 'done'; label: string }) {
  return (
    <div class={`meter ${kind}`} role="img" aria-label={label}>
      <i style={{ width: `${Math.max(0, Math.min(100, value))}%` }} />
    </div>
  );
}
