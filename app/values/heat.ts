/**
 * Heat maps on a canvas: cells on whole pixels of the screen, with a minus sign in those that are negative.
 */
import {
  type Grid,
  type HeatTheme,
  heatColor,
  heatShares,
  heatSignColor,
  holdsSign,
  SIGN,
  sizeOfHeat,
} from '#scene';
import { currentTheme } from '../state/theme';

/** In pixels of the canvas. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws every entry of the grid as a cell of the area. */
export function drawHeat(
  context: CanvasRenderingContext2D,
  grid: Grid,
  { left, top, width, height }: Area,
  theme: HeatTheme,
  shares = heatShares(grid),
): void {
  const { rows, cols } = grid;
  const signs = holdsSign(width / cols, height / rows);
  for (let i = 0, k = 0; i < rows; i++) {
    const [y, bottom] = [Math.round(top + (height * i) / rows), Math.round(top + (height * (i + 1)) / rows)];
    for (let j = 0; j < cols; j++, k++) {
      const [x, right] = [Math.round(left + (width * j) / cols), Math.round(left + (width * (j + 1)) / cols)];
      context.fillStyle = heatColor(shares[k], theme);
      context.fillRect(x, y, right - x, bottom - y);
      const sign = signs && heatSignColor(shares[k], theme);
      if (!sign) continue;
      const [across, thick] = [(right - x) * SIGN.width, Math.max(1, Math.round((bottom - y) * SIGN.height))];
      context.fillStyle = sign;
      context.fillRect(
        (x + right - across) / 2,
        Math.round((y + bottom - thick) / 2),
        Math.round(across),
        thick,
      );
    }
  }
}

/** Sharp up to this zoom. */
const SHARPNESS = 2;

/** Paints grids of one size into a canvas, each unless it would look as the one before. */
export function heatPainter(canvas: HTMLCanvasElement): (grid: Grid) => void {
  let shown: string | undefined;
  return (grid) => {
    const theme = currentTheme();
    const shares = heatShares(grid);
    const look = theme + shares.map((share) => heatColor(share, theme));
    if (look === shown) return;
    shown = look;
    const { width, height } = sizeOfHeat(grid.rows, grid.cols);
    const scale = SHARPNESS * devicePixelRatio;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const whole = { left: 0, top: 0, width: canvas.width, height: canvas.height };
    drawHeat(canvas.getContext('2d')!, grid, whole, theme, shares);
  };
}
