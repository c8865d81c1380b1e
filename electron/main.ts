/**
 * The desktop application: one process, its windows, the page they show. It knows no mathematics.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { LINK_SCHEME } from '#bridge';
import { reviveAfterCrash } from './crashes';
import { bringToFront, isUnsaved, setShown, windowWith } from './documents';
import { answerCalls, tell } from './host-calls';
import { Log } from './log';
import { pageHandler, SCHEME } from './protocol';
import { FileStore } from './saving/files';
import { denyPermissions, openWindow } from './window';

const here = fileURLToPath(new URL('.', import.meta.url));

protocol.registerSchemesAsPrivileged([SCHEME]);

/** What a start is about: a file, a link to a graph, or neither. */
interface Named {
  readonly path?: string;
  /** What stands behind the `#` of a link, with it. */
  readonly hash?: string;
}

const LINK = `${LINK_SCHEME}://open`;

/** What is named on a command line, as seen from `folder`: the last argument that looks like one of ours. */
function namedIn(args: readonly string[], folder: string): Named {
  const named = args.slice(1).findLast((arg) => arg.endsWith('.nabla') || isLink(arg));
  if (named === undefined) return {};
  return isLink(named) ? { hash: hashOf(named) } : { path: resolve(folder, named) };
}

const isLink = (text: string): boolean => text.startsWith(`${LINK}#`) || text.startsWith(`${LINK}/#`);

const hashOf = (link: string): string => link.slice(link.indexOf('#'));

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const userData = app.getPath('userData');
  const [files, log] = [new FileStore(userData), new Log(userData)];
  const show = (named: Named = {}) => open(named, files, log);
  denyPermissions(session.defaultSession);
  protocol.handle('app', pageHandler(join(here, '../renderer')));
  answerCalls(ipcMain, { files, log, openWindow: (path) => show(path === undefined ? {} : { path }) });
  // An application that is run from its sources is not what links lead to.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  show(namedIn(process.argv, process.cwd()));

  app.on('second-instance', (_, args, folder) => show(namedIn(args, folder)));
  // How macOS names a file that was double-clicked, and a link.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    show({ path });
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (isLink(url)) show({ hash: hashOf(url) });
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/** Opens a window, with what is named in it; a file that a window shows has one already. */
function open({ path, hash }: Named, files: FileStore, log: Log): void {
  const showing = path === undefined ? undefined : windowWith(path);
  if (showing) return bringToFront(showing);
  const window = openWindow({
    directory: here,
    packaged: app.isPackaged,
    userData: app.getPath('userData'),
  });
  reviveAfterCrash(window, log);
  window.on('close', (event) => {
    // A page that has crashed can neither save nor answer.
    if (!isUnsaved(window) || window.webContents.isCrashed()) return;
    event.preventDefault();
    tell(window, 'closeRequested', null);
  });
  // Before the page says so itself: the file may be named again at once.
  setShown(window, path, () => tell(window, 'fileTouched', null));
  window.webContents.once('did-finish-load', async () => {
    if (hash !== undefined) tell(window, 'linkOpened', hash);
    if (path === undefined) return;
    tell(window, 'fileOpened', await files.read(path));
  });
}
