/**
 * The desktop application: one process, its windows, the page they show. It knows no mathematics.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { FileStore } from './files';
import { answerCalls, isUnsaved, readFor, tell } from './host-calls';
import { pageHandler, SCHEME } from './protocol';
import { denyPermissions, openWindow } from './window';

const here = fileURLToPath(new URL('.', import.meta.url));

protocol.registerSchemesAsPrivileged([SCHEME]);

/** The file named on a command line, as seen from `folder`: the last argument that looks like one of ours. */
function fileIn(args: readonly string[], folder: string): string | undefined {
  const named = args.slice(1).findLast((arg) => arg.endsWith('.nabla'));
  return named && resolve(folder, named);
}

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  denyPermissions(session.defaultSession);
  protocol.handle('app', pageHandler(join(here, '../renderer')));
  const files = new FileStore(app.getPath('userData'));
  answerCalls(ipcMain, files);
  show(files, fileIn(process.argv, process.cwd()));

  app.on('second-instance', (_, args, folder) => show(files, fileIn(args, folder)));
  // How macOS names a file that was double-clicked.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    show(files, path);
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show(files);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/** Opens a window, with a file in it if one is named. */
function show(files: FileStore, path?: string): void {
  const window = openWindow(here, app.isPackaged);
  window.on('close', (event) => {
    // A page that has crashed can neither save nor answer.
    if (!isUnsaved(window) || window.webContents.isCrashed()) return;
    event.preventDefault();
    tell(window, 'closeRequested', null);
  });
  if (path === undefined) return;
  window.webContents.once('did-finish-load', async () => {
    const opened = await readFor(window, files, path);
    if ('bytes' in opened) tell(window, 'fileOpened', opened);
    else dialog.showErrorBox('Nabla', opened.failure);
  });
}
