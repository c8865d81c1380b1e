/**
 * Signs in the header of a node: the target, and what there is to be careful about. Shapes differ, not colours alone.
 */
import type { Palette } from './palette';
import { polyline } from './pen';
import { element } from './xml';

/** Width and height. */
export const MARK = 16;

export function drawTarget(x: number, y: number, { target: stroke }: Palette): string {
  const rings = [6.5, 3.9, 1.3].map((r) =>
    element('circle', { cx: x + MARK / 2, cy: y + MARK / 2, r, fill: 'none', stroke, 'stroke-width': 1.3 }),
  );
  return rings.join('');
}

/** A circle for an error, a triangle for a warning, with the same exclamation mark. */
export function drawTrouble(
  x: number,
  y: number,
  severity: 'error' | 'warning',
  { danger, dangerSoft, warning, warningSoft }: Palette,
): string {
  const [stroke, fill] = severity === 'error' ? [danger, dangerSoft] : [warning, warningSoft];
  const [cx, cy] = [x + MARK / 2, y + MARK / 2];
  const pen = {
    fill: 'none',
    stroke,
    'stroke-width': 1.4,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  const shape =
    severity === 'error'
      ? element('circle', { ...pen, cx, cy, r: 6.5 })
      : element('path', { ...pen, d: `${polyline([cx, cy - 6], [cx + 7, cy + 6], [cx - 7, cy + 6])} Z` });
  const lift = severity === 'error' ? 0 : 1.5;
  const line = (from: number, to: number) => polyline([cx, cy + from + lift], [cx, cy + to + lift]);
  return (
    element('rect', { x: x - 2, y: y - 2, width: MARK + 4, height: MARK + 4, rx: 8, fill }) +
    shape +
    element('path', { ...pen, d: `${line(-3, 0.2)} ${line(2.8, 2.9)}` })
  );
}
