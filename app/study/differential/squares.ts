/**
 * Squares of the plane drawn on a canvas: contours with the lines of the tangent plane, grids with their linear images, arrows.
 */
import { contours } from 'd3-contour';
import { sheetOf, slopesOf } from '#scene';
import { type DifferentialNow, dxOf, pictureOf } from './differential';
import { color } from './Plot';

/** Points that the function is evaluated at, in a row of the square. */
const COUNT = 37;
const LEVELS = 9;
/** Lines of a grid, to either side; every one goes through points that are evaluated. */
const LINES = 10;

type Point2 = readonly [number, number];

/** From the plane to the pixels of a square canvas. */
export interface Frame {
  readonly middle: Point2;
  readonly radius: number;
  readonly side: number;
}

const pixel = ({ middle, radius, side }: Frame, [x, y]: Point2): Point2 => [
  ((x - middle[0]) / radius + 1) * (side / 2),
  (1 - (y - middle[1]) / radius) * (side / 2),
];

export const placeAt = ({ middle, radius, side }: Frame, [px, py]: Point2): Point2 => [
  middle[0] + (px / (side / 2) - 1) * radius,
  middle[1] + (1 - py / (side / 2)) * radius,
];

/** The square around the point that shows the whole step h dx. */
export function frameOf(now: DifferentialNow, h: number, side: number): Frame {
  const [dx, dy] = dxOf(now);
  const reach = Math.max(Math.abs(dx), Math.abs(dy)) || 1;
  const middle = now.moving.map(({ leaf, at }) => leaf.tensor!.data[at]);
  return { middle: [middle[0], middle[1]], radius: 2 * h * reach, side };
}

/** The square of the two numbers that move: contours of what they make, or its grid; the step, and the gradient. */
export function drawDomain(
  context: CanvasRenderingContext2D,
  now: DifferentialNow,
  frame: Frame,
  h: number,
): void {
  const [first, second] = now.moving;
  clear(context, frame.side);
  if (pictureOf(now) === 'contours') {
    const sheet = sheetOf(now.of, [first, second], frame.radius, COUNT);
    const values = sheet.values.map(([v]) => v);
    const [gx, gy] = slopesOf(now.of, [first, second]).map(([slope]) => slope);
    drawContours(context, frame, values, now.of.tensor!.data[0], [gx, gy]);
    const length = Math.hypot(gx, gy);
    const scale = length === 0 ? 0 : frame.radius / 2 / length;
    if (scale > 0 && Number.isFinite(scale))
      arrow(
        context,
        frame,
        frame.middle,
        [frame.middle[0] + scale * gx, frame.middle[1] + scale * gy],
        'gradient',
      );
  } else drawGrid(context, frame, (point) => point, 'line-strong');
  const [dx, dy] = dxOf(now);
  arrow(context, frame, frame.middle, [frame.middle[0] + h * dx, frame.middle[1] + h * dy], 'parameter');
}

/** Contours of the function, and dashed those of its tangent plane, at the same heights. */
function drawContours(
  context: CanvasRenderingContext2D,
  frame: Frame,
  values: readonly number[],
  here: number,
  [gx, gy]: Point2,
): void {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (!(high > low)) return;
  const levels = Array.from(
    { length: LEVELS },
    (_, k) => here + ((k - (LEVELS - 1) / 2) * (high - low)) / LEVELS,
  );
  const cell = frame.side / (COUNT - 1);
  const lines = contours().size([COUNT, COUNT]).thresholds(levels)(flat(values, low));
  context.strokeStyle = color('accent');
  context.lineWidth = 1.5;
  context.setLineDash([]);
  for (const { coordinates } of lines) {
    context.beginPath();
    for (const ring of coordinates.flat())
      ring.forEach(([i, j], k) => {
        // Where a contour runs along the edge of the square it is no contour.
        const [x, y] = [(i - 0.5) * cell, frame.side - (j - 0.5) * cell];
        const edge = i <= 0.5 || j <= 0.5 || i >= COUNT - 0.5 || j >= COUNT - 0.5;
        if (k === 0 || edge) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
    context.stroke();
  }
  context.strokeStyle = color('ink-soft');
  context.setLineDash([6, 5]);
  context.lineWidth = 1.25;
  for (const level of levels) {
    const ends = lineOf(gx, gy, level - here, frame.radius);
    if (ends)
      line(
        context,
        frame,
        ends.map(([x, y]): Point2 => [frame.middle[0] + x, frame.middle[1] + y]),
      );
  }
  context.setLineDash([]);
}

/** d3 takes no NaN. */
const flat = (values: readonly number[], low: number): number[] =>
  values.map((v) => (Number.isFinite(v) ? v : low));

/** Two points far outside of the square on the line gx·x + gy·y = c. */
function lineOf(gx: number, gy: number, c: number, radius: number): readonly Point2[] | undefined {
  const square = gx * gx + gy * gy;
  if (!(square > 0)) return undefined;
  const [x, y] = [(c * gx) / square, (c * gy) / square];
  const far = (4 * radius) / Math.sqrt(square);
  return [
    [x - far * gy, y + far * gx],
    [x + far * gy, y - far * gx],
  ];
}

/** What becomes of the grid: bent by the function, and straight by its differential. */
export function drawImage(
  context: CanvasRenderingContext2D,
  now: DifferentialNow,
  radius: number,
  h: number,
  side: number,
): void {
  clear(context, side);
  const [first, second] = now.moving;
  const { values } = sheetOf(now.of, [first, second], radius, COUNT);
  const columns = slopesOf(now.of, [first, second]);
  const here: Point2 = [now.of.tensor!.data[0], now.of.tensor!.data[1]];
  const linear = ([x, y]: Point2): Point2 => [
    here[0] + columns[0][0] * x + columns[1][0] * y,
    here[1] + columns[0][1] * x + columns[1][1] * y,
  ];
  const reach = Math.max(
    ...values.map(([u, v]) => Math.max(Math.abs(u - here[0]), Math.abs(v - here[1]))).filter(Number.isFinite),
    ...[-1, 1].flatMap((a) =>
      [-1, 1].map((b) => Math.max(...linear([a * radius, b * radius]).map((v, k) => Math.abs(v - here[k])))),
    ),
  );
  const frame: Frame = { middle: here, radius: 1.05 * (reach || 1), side };
  const local: Frame = { middle: [0, 0], radius, side };
  context.setLineDash([6, 5]);
  drawGrid(context, frame, linear, 'ink-soft', local);
  context.setLineDash([]);
  const bent = ([x, y]: Point2): Point2 => {
    const [i, j] = [x, y].map((v) => Math.round(((v / radius + 1) * (COUNT - 1)) / 2));
    const [u, v] = values[j * COUNT + i];
    return [u, v];
  };
  drawGrid(context, frame, bent, 'accent', local);
  const [dx, dy] = dxOf(now);
  arrow(context, frame, here, linear([h * dx, h * dy]), 'parameter');
}

export function clear(context: CanvasRenderingContext2D, side: number): void {
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, side, side);
}

/** The lines of a square grid, each point where `image` takes it. */
function drawGrid(
  context: CanvasRenderingContext2D,
  frame: Frame,
  image: (point: Point2) => Point2,
  token: string,
  { middle, radius }: Frame = frame,
): void {
  context.strokeStyle = color(token);
  context.lineWidth = 1.25;
  const along = Array.from({ length: COUNT }, (_, k) => ((2 * k) / (COUNT - 1) - 1) * radius);
  const lines = Array.from({ length: LINES }, (_, k) => along[(k * (COUNT - 1)) / (LINES - 1)]);
  for (const at of lines) {
    line(
      context,
      frame,
      along.map((t) => image([middle[0] + at, middle[1] + t])),
    );
    line(
      context,
      frame,
      along.map((t) => image([middle[0] + t, middle[1] + at])),
    );
  }
}

function line(context: CanvasRenderingContext2D, frame: Frame, points: readonly Point2[]): void {
  context.beginPath();
  for (const point of points) context.lineTo(...pixel(frame, point));
  context.stroke();
}

const HEAD = 10;

function arrow(
  context: CanvasRenderingContext2D,
  frame: Frame,
  from: Point2,
  to: Point2,
  token: string,
): void {
  const [x0, y0] = pixel(frame, from);
  const [x, y] = pixel(frame, to);
  const angle = Math.atan2(y - y0, x - x0);
  context.strokeStyle = color(token);
  context.fillStyle = color(token);
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x, y);
  context.stroke();
  context.beginPath();
  context.moveTo(x, y);
  for (const side of [-0.4, 0.4])
    context.lineTo(x - HEAD * Math.cos(angle + side), y - HEAD * Math.sin(angle + side));
  context.fill();
  context.beginPath();
  context.arc(x0, y0, 3.5, 0, 2 * Math.PI);
  context.fill();
}
