/**
 * A wire, with a gap where its label stands: on a picture without paper nothing else could keep the line out of the numbers.
 */
import type { Annotation } from '../annotations';
import type { Point } from '../wires';
import type { PictureMark } from './drawing';
import { type Area, labelArea, type PlacedWire } from './layers';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { element, rounded } from './xml';

export function drawWire(wire: PlacedWire, { wire: stroke, target }: Palette, mark: PictureMark): string {
  const { edge, course, muted } = wire;
  const gap = gapOf(course.points, labelArea(wire));
  const parts = gap ? [part(course.points, 0, gap.from), part(course.points, gap.to, 1)] : [course.points];
  return element('path', {
    'data-edge': edge.id,
    d: parts.map(pathOf).join(' '),
    fill: 'none',
    stroke: mark === 'lit' ? target : stroke,
    'stroke-width': mark === 'lit' ? 4 : 2,
    opacity: mark === 'dim' ? 0.35 : undefined,
    'stroke-dasharray': muted ? '5 4' : undefined,
  });
}

export function drawLabel(wire: PlacedWire, annotation: Annotation, palette: Palette, pen: Pen): string {
  const { label, muted, edge } = wire;
  const { left, top, right, bottom } = labelArea(wire);
  const paper = element('rect', {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    rx: 8,
    fill: palette.paper,
  });
  const drawn = label.draw(pen, left + 3.5, top + 3.5, COLORS[annotation](palette), palette.heat);
  // The paper stays whole: nothing shines through.
  const numbers = muted ? element('g', { opacity: 0.75 }, drawn) : drawn;
  return element('g', { 'data-label': edge.id }, `${palette.paper ? paper : ''}${numbers}`);
}

const COLORS: Readonly<Record<Annotation, (palette: Palette) => string>> = {
  values: ({ ink }) => ink,
  jacobians: ({ accent }) => accent,
  gradients: ({ gradient }) => gradient,
  differentials: ({ parameter }) => parameter,
};

type Cubic = readonly [Point, Point, Point, Point];

const STEPS = 256;

/** The part of the curve that lies in the area; undefined where that is none, or so much that no line would be left. */
function gapOf(points: Cubic, area: Area): { from: number; to: number } | undefined {
  const inside: number[] = [];
  for (let k = 0; k <= STEPS; k++) {
    const { x, y } = pointAt(points, k / STEPS);
    if (x > area.left && x < area.right && y > area.top && y < area.bottom) inside.push(k);
  }
  if (inside.length === 0) return undefined;
  const [from, to] = [inside[0], inside[inside.length - 1]];
  return from === 0 || to === STEPS ? undefined : { from: from / STEPS, to: to / STEPS };
}

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

/** De Casteljau's halves of a cubic at t. */
function split([a, b, c, d]: Cubic, t: number): [Cubic, Cubic] {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  const middle = between(abc, bcd, t);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}

function pointAt([a, b, c, d]: Cubic, t: number): Point {
  const s = 1 - t;
  const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: p * a.x + q * b.x + r * c.x + u * d.x, y: p * a.y + q * b.y + r * c.y + u * d.y };
}

function part(points: Cubic, from: number, to: number): Cubic {
  const [, rest] = split(points, from);
  return from === 1 ? rest : split(rest, (to - from) / (1 - from))[0];
}

const pathOf = ([a, ...others]: Cubic): string => `M${pair(a)} C${others.map(pair).join(' ')}`;

const pair = ({ x, y }: Point) => `${rounded(x)},${rounded(y)}`;
