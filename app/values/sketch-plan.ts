/**
 * Where the numbers are that are drawn on a canvas over their elements, and what stands in front of them. All lengths are pixels of the canvas.
 */
import type { Look } from './look';

/** The numbers of one element. */
export interface Sketch {
  readonly element: HTMLElement;
  /** How they look now. */
  look(): Look;
  /** Puts a look into the element. */
  write(look: Look): void;
}

export interface Plan {
  /** What the canvas covers of the screen: all that is drawn, and no more. Every pixel of it is handed over in every frame. */
  readonly frame: Frame;
  /** From the back to the front: each hides what is behind it. */
  readonly hosts: Host[];
}

/** In pixels of the page, as seen from the window. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A label or a node, and the numbers on it. */
interface Host extends Box {
  readonly element: HTMLElement;
  readonly texts: readonly Text[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Text {
  readonly sketch: Sketch;
  /** What the element holds: there is room for what is not longer, and what is a little longer is squeezed. */
  readonly held: Look;
  readonly font: string;
  readonly color: string;
  readonly align: CanvasTextAlign;
  /** Where the first line begins, ends or has its middle. */
  readonly x: number;
  readonly baseline: number;
  /** From one line to the next. */
  readonly line: number;
  /** The width of a line of what the element holds. */
  readonly room: number;
}

const HOSTS = '[data-wire], [data-node]';

/** Everything in sight of the canvas, which is laid over it. */
export function planOf(canvas: HTMLCanvasElement, sketches: Iterable<Sketch>): Plan {
  const room = canvas.parentElement!.getBoundingClientRect();
  const own = new Map<Element | null, Sketch[]>();
  for (const sketch of sketches) {
    const host = sketch.element.closest(HOSTS);
    own.set(host, [...(own.get(host) ?? []), sketch]);
  }
  const inSight = inOrder(canvas.parentElement!.querySelectorAll<HTMLElement>(HOSTS)).filter((host) => {
    const { left, right, top, bottom } = host.getBoundingClientRect();
    return left < room.right && right > room.left && top < room.bottom && bottom > room.top;
  });
  // All are written before the first is measured, so that the page is laid out once.
  const written = inSight.map((host) => ({ host, texts: (own.get(host) ?? []).map(writeNow) }));
  const frame = frameOf(inSight, room);
  Object.assign(canvas.style, {
    left: `${frame.left - room.left}px`,
    top: `${frame.top - room.top}px`,
    width: `${frame.width}px`,
    height: `${frame.height}px`,
  });
  return { frame, hosts: written.map(({ host, texts }) => hostOf(host, texts, frame)) };
}

/** Pixels by which a label may grow before all is at rest. */
const MARGIN = 40;

/** The smallest rectangle around all of them, within the room. */
function frameOf(hosts: readonly HTMLElement[], room: DOMRect): Frame {
  const boxes = hosts.map((host) => host.getBoundingClientRect());
  const left = Math.max(room.left, Math.floor(Math.min(...boxes.map((box) => box.left)) - MARGIN));
  const top = Math.max(room.top, Math.floor(Math.min(...boxes.map((box) => box.top)) - MARGIN));
  const right = Math.min(room.right, Math.ceil(Math.max(...boxes.map((box) => box.right)) + MARGIN));
  const bottom = Math.min(room.bottom, Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + MARGIN));
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** What is in front comes last. */
function inOrder(hosts: Iterable<HTMLElement>): HTMLElement[] {
  const level = (host: HTMLElement) => Number(host.parentElement?.style.zIndex || 0);
  return Array.from(hosts).sort((a, b) => level(a) - level(b));
}

type Written = Pick<Text, 'sketch' | 'held'>;

function writeNow(sketch: Sketch): Written {
  const held = sketch.look();
  sketch.write(held);
  return { sketch, held };
}

function hostOf(element: HTMLElement, texts: readonly Written[], frame: Frame): Host {
  return { element, texts: texts.map((text) => textOf(text, frame)), ...boxOf(element, frame) };
}

function boxOf(element: HTMLElement, frame: Frame): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y, w, h] = [left - frame.left, top - frame.top, width, height].map((a) => a * devicePixelRatio);
  return { x, y, width: w, height: h };
}

function textOf({ sketch, held }: Written, frame: Frame): Text {
  const { element } = sketch;
  if (!held.heat) element.dataset.sketched = '';
  const { x: left, y, width } = boxOf(element, frame);
  const { fontSize, fontFamily, lineHeight, paddingLeft, paddingTop, textAlign, color } =
    getComputedStyle(element);
  const scale = width / element.offsetWidth;
  const [size, line, side, top] = [fontSize, lineHeight, paddingLeft, paddingTop].map(
    (length) => scale * Number.parseFloat(length),
  );
  const align = textAlign === 'right' || textAlign === 'center' ? textAlign : 'left';
  const x = left + { left: side, center: width / 2, right: width - side }[align];
  // The middle of the digits of a monospaced font is 0.365 above their baseline.
  const baseline = y + top + line / 2 + 0.365 * size;
  const font = `${size}px ${fontFamily}`;
  return { sketch, held, font, color, align, x, baseline, line, room: width - 2 * side };
}

/** An element that grows is laid out and painted, and all around it: only what would be hard to read gets more room before all is at rest. */
const MOST_SQUEEZED = 4 / 3;

/** Draws how the numbers look now. */
export function draw(canvas: HTMLCanvasElement, { frame, hosts }: Plan): void {
  const looks = hosts.map(({ texts }) => texts.map(({ sketch }) => sketch.look()));
  makeRoom(hosts, looks, frame);
  const [width, height] = [frame.width, frame.height].map((side) => Math.round(side * devicePixelRatio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  // What is drawn in software is kept where it is drawn.
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.clearRect(0, 0, width, height);
  let before: Text | undefined;
  hosts.forEach((host, i) => {
    context.clearRect(host.x, host.y, host.width, host.height);
    host.texts.forEach((text, k) => {
      const look = looks[i][k];
      if (look.heat) text.sketch.write(look);
      else {
        take(context, text, before);
        before = text;
        write(context, text, look.text);
      }
    });
  });
}

/** Font and colour, where they are not those of the text before: to read a font again takes a third of the time of a line. */
function take(context: CanvasRenderingContext2D, { font, color, align }: Text, before?: Text): void {
  if (font !== before?.font) context.font = font;
  if (color !== before?.color) context.fillStyle = color;
  if (align !== before?.align) context.textAlign = align;
}

function makeRoom(hosts: Host[], looks: readonly (readonly Look[])[], frame: Frame): void {
  const tooLong = ({ held }: Text, look: Look) =>
    look.form !== held.form || look.text.length > MOST_SQUEEZED * held.text.length;
  const grown = hosts.flatMap(({ texts }, i) =>
    texts.some((text, k) => tooLong(text, looks[i][k])) ? [i] : [],
  );
  for (const i of grown) for (const [k, { sketch }] of hosts[i].texts.entries()) sketch.write(looks[i][k]);
  for (const i of grown) {
    const { element, texts } = hosts[i];
    const written = texts.map(({ sketch }, k) => ({ sketch, held: looks[i][k] }));
    hosts[i] = hostOf(element, written, frame);
  }
}

function write(context: CanvasRenderingContext2D, text: Text, look: string): void {
  const room = look.length > text.held.text.length ? text.room : undefined;
  look.split('\n').forEach((line, k) => {
    context.fillText(line, text.x, text.baseline + k * text.line, room);
  });
}
