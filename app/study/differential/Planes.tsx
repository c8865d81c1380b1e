/**
 * Two numbers that move: the plane they move in, where the direction is drawn and dragged, and what becomes of it.
 */
import { type KeyboardEvent, type PointerEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { register } from '../../state/live';
import { type EditorState, useEditor } from '../../state/store';
import { useSteady } from '../../state/structure';
import {
  type DifferentialNow,
  differentialNow,
  dxOf,
  pictureOf,
  sizeNow,
  turnDirection,
} from './differential';
import styles from './differential.module.css';
import { drawDomain, drawImage, type Frame, frameOf, placeAt } from './squares';
import { drawSurface } from './surface';

const SIDE = 176;

export function Planes() {
  const { t } = useTranslation();
  const picture = useSteady((state) => {
    const now = differentialNow(state);
    return now && pictureOf(now);
  });
  const of = useSteady((state) => differentialNow(state)?.of.id ?? '');
  const [inSpace, setInSpace] = useState(false);
  const flat = picture !== 'contours' || !inSpace;
  return (
    <div className={styles.planes}>
      <figure>
        {flat ? <Domain /> : <Surface />}
        {picture === 'contours' && (
          <button type="button" aria-pressed={inSpace} onClick={() => setInSpace(!inSpace)}>
            {t('Surface')}
          </button>
        )}
        <figcaption>
          {picture === 'grids'
            ? t('Drag the direction.')
            : flat
              ? t('Level lines of {{of}}, dashed those of its tangent plane. Drag the direction.', { of })
              : t('The surface of {{of}} and its tangent plane. Drag to turn.', { of })}
        </figcaption>
      </figure>
      {picture === 'grids' && (
        <figure>
          <Image />
          <figcaption>
            {t('What {{of}} makes of the grid, dashed what its differential makes of it.', { of })}
          </figcaption>
        </figure>
      )}
    </div>
  );
}

/** A canvas that is painted with the numbers. */
function usePainting(paint: (context: CanvasRenderingContext2D, now: DifferentialNow, h: number) => void) {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current!;
    canvas.width = canvas.height = SIDE * devicePixelRatio;
    const context = canvas.getContext('2d')!;
    return register({
      paint() {
        const state = useEditor.getState();
        const now = differentialNow(state);
        if (now?.moving.length === 2) paint(context, now, sizeNow(state));
      },
    });
  }, [paint]);
  return ref;
}

/** While it is dragged the plane keeps its scale. */
let held: Frame | undefined;

function paintDomain(context: CanvasRenderingContext2D, now: DifferentialNow, h: number): void {
  drawDomain(context, now, held ?? frameOf(now, h, SIDE), h);
}

function paintImage(context: CanvasRenderingContext2D, now: DifferentialNow, h: number): void {
  drawImage(context, now, (held ?? frameOf(now, h, SIDE)).radius, h, SIDE);
}

/** Three digits are as fine as a hand is. */
const rounded = (v: number) => Number(v.toPrecision(3));

/** Radians that an arrow key turns the direction by, and the factor that it grows by. */
const TURN = Math.PI / 36;
const GROWTH = 1.1;

function Domain() {
  const { t } = useTranslation();
  const ref = usePainting(paintDomain);
  const told = useSteady((state) => dxNow(state).join(', '));
  const degrees = useSteady((state) => Math.round(angleOf(dxNow(state))));
  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!held) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = placeAt(held, [event.clientX - box.left, event.clientY - box.top]);
    const h = sizeNow(useEditor.getState());
    turnDirection([rounded((x - held.middle[0]) / h), rounded((y - held.middle[1]) / h)]);
  };
  const end = () => {
    held = undefined;
  };
  return (
    <canvas
      ref={ref}
      tabIndex={0}
      role="slider"
      aria-label={t('Direction')}
      aria-valuemin={-180}
      aria-valuemax={180}
      aria-valuenow={degrees}
      aria-valuetext={told}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const state = useEditor.getState();
        const now = differentialNow(state);
        held = now && frameOf(now, sizeNow(state), SIDE);
        drag(event);
      }}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        if (turnByKey(event)) event.preventDefault();
      }}
    />
  );
}

/** Degrees that the surface is turned by at first, and by an arrow key. */
const TURNED = -35;
const TURN_STEP = 5;

function Surface() {
  const { t } = useTranslation();
  const [degrees, setDegrees] = useState(TURNED);
  const drag = useRef<{ readonly x: number; readonly degrees: number } | undefined>(undefined);
  const paint = useCallback(
    (context: CanvasRenderingContext2D, now: DifferentialNow, h: number) =>
      drawSurface(context, now, frameOf(now, h, SIDE), h, (degrees * Math.PI) / 180),
    [degrees],
  );
  const ref = usePainting(paint);
  const turnTo = (to: number) => setDegrees(((((to + 180) % 360) + 360) % 360) - 180);
  const end = () => {
    drag.current = undefined;
  };
  return (
    <canvas
      ref={ref}
      tabIndex={0}
      role="slider"
      aria-label={t('Turn of the surface')}
      aria-valuemin={-180}
      aria-valuemax={180}
      aria-valuenow={Math.round(degrees)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, degrees };
      }}
      onPointerMove={({ clientX }) => drag.current && turnTo(drag.current.degrees + clientX - drag.current.x)}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -TURN_STEP, ArrowRight: TURN_STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        turnTo(degrees + by);
      }}
    />
  );
}

/** (dx₁, dx₂). */
function dxNow(state: EditorState): number[] {
  const now = differentialNow(state);
  return now ? dxOf(now) : [0, 0];
}

const angleOf = ([dx, dy]: readonly number[]): number => (Math.atan2(dy, dx) * 180) / Math.PI;

/** Left and right turn the direction, up and down make it longer and shorter. */
function turnByKey({ key }: KeyboardEvent): boolean {
  const turns: Readonly<Record<string, readonly [turn: number, growth: number]>> = {
    ArrowLeft: [TURN, 1],
    ArrowRight: [-TURN, 1],
    ArrowUp: [0, GROWTH],
    ArrowDown: [0, 1 / GROWTH],
  };
  const [turn, growth] = turns[key] ?? [];
  if (turn === undefined || growth === undefined) return false;
  const [dx, dy] = dxNow(useEditor.getState());
  const [cos, sin] = [growth * Math.cos(turn), growth * Math.sin(turn)];
  turnDirection([rounded(cos * dx - sin * dy), rounded(sin * dx + cos * dy)]);
  return true;
}

function Image() {
  const ref = usePainting(paintImage);
  return <canvas ref={ref} />;
}
