/**
 * Where windows are: the next one opens where the last one was closed, if there is still a screen there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import * as z from 'zod';

const schema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});

type Placement = z.infer<typeof schema>;

const fileIn = (userData: string): string => join(userData, 'window.json');

/** Pixels from one window to the next that opens over it, so that both are seen. */
const STEP = 28;
/** Pixels of a window's upper edge that are enough to take hold of. */
const ENOUGH = 120;

/** The bounds of a new window among those that are open; none where nothing is known, or where the screen is gone. */
export function placeOf(userData: string, open: readonly BrowserWindow[]): Partial<Placement> {
  const kept = open.length > 0 ? { ...open.at(-1)!.getNormalBounds(), maximized: false } : recall(userData);
  if (!kept) return {};
  const by = open.length > 0 ? STEP : 0;
  const place = { ...kept, x: kept.x + by, y: kept.y + by };
  const { width, height, maximized } = kept;
  return isInReach(place) ? place : { width, height, maximized };
}

/** Keeps where the window was when it is closed. */
export function keepPlace(window: BrowserWindow, userData: string): void {
  window.on('close', () => {
    const place: Placement = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      mkdirSync(dirname(fileIn(userData)), { recursive: true });
      writeFileSync(fileIn(userData), JSON.stringify(place));
    } catch {
      // The next window opens where the system puts it.
    }
  });
}

function recall(userData: string): Placement | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(fileIn(userData), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function isInReach({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const seen = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return seen >= ENOUGH && y >= workArea.y && y <= workArea.y + workArea.height - ENOUGH;
  });
}
