/**
 * The surface of a number over the plane of two, with its tangent plane: a drawing of quadrilaterals, the farthest first.
 */
import { sheetOf, slopesOf } from '#scene';
import { type DifferentialNow, dxOf } from './differential';
import { color } from './Plot';
import { clear, type Frame } from './squares';

/** Points that the function is evaluated at, in a row of the square. */
const COUNT = 13;
/** The highest point above the middle, for half the width of the square; and how steeply it is looked at. */
const HEIGHT = 0.8;
const ELEVATION = Math.PI / 7;

/** In the square −1 … 1, and as high. */
type Point3 = readonly [number, number, number];
type Point2 = readonly [number, number];

interface Face {
  readonly corners: readonly Point3[];
  readonly isPlane: boolean;
  /** Larger is farther; of two at one place the higher is nearer to who looks from above. */
  readonly depth: number;
  readonly height: number;
}

/** Draws both around the point, seen from `turn` radians, with the step h dx on the plane and what is left up to the surface. */
export function drawSurface(
  context: CanvasRenderingContext2D,
  now: DifferentialNow,
  { radius, side }: Frame,
  h: number,
  turn: number,
): void {
  clear(context, side);
  const [first, second] = now.moving;
  const here = now.of.tensor!.data[0];
  const slopes = slopesOf(now.of, [first, second]).map(([slope]) => slope);
  const values = sheetOf(now.of, [first, second], radius, COUNT).values.map(([v]) => v - here);
  const plane = (x: number, y: number) => radius * (slopes[0] * x + slopes[1] * y);
  const along = Array.from({ length: COUNT }, (_, k) => (2 * k) / (COUNT - 1) - 1);
  const planes = along.flatMap((y) => along.map((x) => plane(x, y)));
  const highest = Math.max(...[...values, ...planes].filter(Number.isFinite).map(Math.abs)) || 1;
  const seen = viewFrom(turn, side, HEIGHT / highest);
  const sheets = [facesOf(along, values, false, turn), facesOf(along, planes, true, turn)].flat();
  for (const face of sheets.sort((a, b) => b.depth - a.depth || a.height - b.height))
    fill(context, face, seen);
  const [dx, dy] = dxOf(now).map((d) => (h * d) / radius);
  const end: Point3 = [dx, dy, plane(dx, dy)];
  stroke(context, 'parameter', 3, [seen([0, 0, 0]), seen(end)]);
  const reached = valueNear(values, dx, dy);
  if (Number.isFinite(reached)) stroke(context, 'gradient', 2.5, [seen(end), seen([dx, dy, reached])]);
  context.fillStyle = color('parameter');
  context.beginPath();
  context.arc(...seen([0, 0, 0]), 3.5, 0, 2 * Math.PI);
  context.fill();
}

/** From the square and its heights to pixels. */
function viewFrom(turn: number, side: number, scale: number): (point: Point3) => [number, number] {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const size = side / 3;
  return ([x, y, z]) => [
    side / 2 + size * (x * cos - y * sin),
    side / 2 - size * ((x * sin + y * cos) * Math.sin(ELEVATION) + scale * z),
  ];
}

/** The faces of a sheet whose heights are given by rows; those without a number are left out. */
function facesOf(
  along: readonly number[],
  heights: readonly number[],
  isPlane: boolean,
  turn: number,
): Face[] {
  const n = along.length;
  const faces: Face[] = [];
  for (let j = 0; j + 1 < n; j++)
    for (let i = 0; i + 1 < n; i++) {
      const corners = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
      ].map(([p, q]): Point3 => [along[p], along[q], heights[q * n + p]]);
      if (!corners.every(([, , z]) => Number.isFinite(z))) continue;
      const [x, y] = [(along[i] + along[i + 1]) / 2, (along[j] + along[j + 1]) / 2];
      const height = corners.reduce((sum, [, , z]) => sum + z, 0);
      faces.push({ corners, isPlane, depth: x * Math.sin(turn) + y * Math.cos(turn), height });
    }
  return faces;
}

function fill(
  context: CanvasRenderingContext2D,
  { corners, isPlane }: Face,
  seen: (p: Point3) => Point2,
): void {
  context.beginPath();
  for (const corner of corners) context.lineTo(...seen(corner));
  context.closePath();
  context.globalAlpha = isPlane ? 0.3 : 0.45;
  context.fillStyle = color(isPlane ? 'target' : 'accent');
  context.fill();
  context.globalAlpha = isPlane ? 0.35 : 0.9;
  context.strokeStyle = color(isPlane ? 'target' : 'accent');
  context.lineWidth = 0.75;
  context.stroke();
  context.globalAlpha = 1;
}

function stroke(
  context: CanvasRenderingContext2D,
  token: string,
  width: number,
  points: readonly Point2[],
): void {
  context.strokeStyle = color(token);
  context.lineWidth = width;
  context.beginPath();
  for (const point of points) context.lineTo(...point);
  context.stroke();
}

/** The height of the surface at a place, between the points that were evaluated. */
function valueNear(heights: readonly number[], x: number, y: number): number {
  const [u, v] = [x, y].map((t) => ((t + 1) * (COUNT - 1)) / 2);
  const [i, j] = [u, v].map((t) => Math.max(0, Math.min(COUNT - 2, Math.floor(t))));
  const at = (p: number, q: number) => heights[q * COUNT + p];
  const [a, b] = [u - i, v - j];
  return (
    (1 - a) * (1 - b) * at(i, j) +
    a * (1 - b) * at(i + 1, j) +
    (1 - a) * b * at(i, j + 1) +
    a * b * at(i + 1, j + 1)
  );
}
