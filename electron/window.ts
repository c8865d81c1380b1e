/**
 * How a window is made: nothing in it can reach the system but through the preload script.
 */
import { join } from 'node:path';
import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type Session,
  type WebContents,
} from 'electron';

export const PAGE_ORIGIN = 'app://nabla';

function windowOptions(directory: string, packaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    title: 'Nabla',
    backgroundColor: '#f6f7fa',
    webPreferences: {
      preload: join(directory, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !packaged,
    },
  };
}

/** The page goes nowhere, opens nothing and embeds nothing. */
function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No camera, no location, no notifications; copying to the clipboard is all a page of ours asks for. */
export function denyPermissions(session: Session): void {
  const allowed = new Set(['clipboard-sanitized-write']);
  session.setPermissionRequestHandler((_, permission, answer) => answer(allowed.has(permission)));
  session.setPermissionCheckHandler((_, permission) => allowed.has(permission));
}

export function openWindow(directory: string, packaged: boolean): BrowserWindow {
  const window = new BrowserWindow(windowOptions(directory, packaged));
  confine(window.webContents);
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
}
