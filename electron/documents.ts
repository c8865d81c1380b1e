/**
 * A document has one window: which window shows which file, and what each of them would lose.
 */
import { realpathSync } from 'node:fs';
import { BrowserWindow } from 'electron';
import { watchFile } from './saving/watch';

/** Windows whose work would be lost by closing them. */
const unsaved = new WeakSet<BrowserWindow>();

interface Shown {
  readonly path: string;
  stopWatching(): void;
}

const shown = new WeakMap<BrowserWindow, Shown>();

export const isUnsaved = (window: BrowserWindow): boolean => unsaved.has(window);

export function setUnsaved(window: BrowserWindow, now: boolean): void {
  if (now) unsaved.add(window);
  else unsaved.delete(window);
}

/** The window shows this file now, and hears when it may have been changed; undefined: none. */
export function setShown(window: BrowserWindow, path: string | undefined, touched: () => void): void {
  const before = shown.get(window);
  if (before && path !== undefined && before.path === real(path)) return;
  if (before) {
    before.stopWatching();
    window.off('closed', before.stopWatching);
    shown.delete(window);
  }
  if (path === undefined) return;
  const stopWatching = watchFile(path, touched);
  shown.set(window, { path: real(path), stopWatching });
  window.once('closed', stopWatching);
}

/** The window that shows a file, by whatever name. */
export const windowWith = (path: string): BrowserWindow | undefined =>
  BrowserWindow.getAllWindows().find((window) => shown.get(window)?.path === real(path));

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
