/**
 * A window whose page has died gets a new page, which opens the work that was copied last. A page that keeps dying is left alone.
 */
import { type BrowserWindow, dialog } from 'electron';
import { RECOVER_HASH } from '#bridge';
import type { Log } from './log';
import { PAGE_ORIGIN } from './window';
import { wordFor } from './words';

/** Milliseconds within which a second death is no accident. */
const TOO_SOON = 20_000;

export function reviveAfterCrash(window: BrowserWindow, log: Log): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.note(`the page is gone: ${reason} ${exitCode}`);
    const now = Date.now();
    const again = now - last < TOO_SOON;
    last = now;
    if (!again) return void window.loadURL(`${PAGE_ORIGIN}/index.html${RECOVER_HASH}`);
    dialog.showErrorBox('Nabla', wordFor('failedTwice'));
  });
  window.on('unresponsive', () => log.note('the page does not answer'));
  window.on('responsive', () => log.note('the page answers again'));
}
