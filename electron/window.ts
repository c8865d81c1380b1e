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
import { SPEAKER_WINDOW } from '#bridge';
import { keepPlace, placeOf } from './placement';

export const PAGE_ORIGIN = 'app://nabla';

/** Where the application is, and where it keeps what it knows. */
export interface Surroundings {
  readonly directory: string;
  readonly packaged: boolean;
  readonly userData: string;
}

function windowOptions({ directory, packaged }: Surroundings): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    title: 'Nabla',
    backgroundColor: '#f6f7fa',
    webPreferences: { ...confined(packaged), preload: join(directory, '../preload/preload.cjs') },
  };
}

const confined = (packaged: boolean) => ({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  devTools: !packaged,
});

/** The page goes nowhere and embeds nothing. It opens an empty window for the speaker, which can do less than itself: it has no preload script. */
function confine(contents: WebContents, packaged: boolean): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url, frameName }) => {
    if (url !== 'about:blank' || frameName !== SPEAKER_WINDOW) return { action: 'deny' };
    const webPreferences = confined(packaged);
    return { action: 'allow', overrideBrowserWindowOptions: { title: 'Nabla', webPreferences } };
  });
  contents.on('did-create-window', (speaker) => confine(speaker.webContents, packaged));
}

/** No camera, no location, no notifications: a page of ours copies to the clipboard and presents on the whole screen. */
export function denyPermissions(session: Session): void {
  const allowed = new Set(['clipboard-sanitized-write', 'fullscreen']);
  session.setPermissionRequestHandler((_, permission, answer) => answer(allowed.has(permission)));
  session.setPermissionCheckHandler((_, permission) => allowed.has(permission));
}

export function openWindow(surroundings: Surroundings): BrowserWindow {
  const { userData, packaged } = surroundings;
  const { maximized = false, ...bounds } = placeOf(userData, BrowserWindow.getAllWindows());
  const window = new BrowserWindow({ ...windowOptions(surroundings), ...bounds });
  if (maximized) window.maximize();
  keepPlace(window, userData);
  confine(window.webContents, packaged);
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
}
