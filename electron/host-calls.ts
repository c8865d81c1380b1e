/**
 * The host's side of the bridge: every call checks who asks and what for, before it does anything.
 */
import { basename } from 'node:path';
import { BrowserWindow, dialog, type IpcMain, type IpcMainInvokeEvent } from 'electron';
import * as z from 'zod';
import { type FileKind, HOST_CALLS, type HostCalls, type HostEvents } from '#bridge';
import { bringToFront, setShown, setUnsaved, windowWith } from './documents';
import type { Log } from './log';
import { setMenu } from './menu';
import type { FileStore } from './saving/files';
import { PAGE_ORIGIN } from './window';
import { setWords, wordFor } from './words';

z.config({ jitless: true });

/** A document is at most 16 MiB; whoever sends more is not our page. */
const text = z.string().max(1 << 25);
/** More than a poster of pixels has. */
const bytes = z.instanceof(Uint8Array).refine(({ length }) => length <= 1 << 26);
/** Ids, handles and labels; a title is as long as its author likes. */
const short = z.string().max(1000);

/** What each call may be given. */
const ARGUMENTS: Record<keyof HostCalls, z.ZodType<unknown[]>> = {
  open: z.tuple([z.boolean()]),
  openRecent: z.tuple([short, z.boolean()]),
  openWindow: z.tuple([]),
  recentFiles: z.tuple([]),
  save: z.tuple([text, text, short.nullable(), z.enum(['known', 'anything'])]),
  changeOf: z.tuple([short]),
  saveAs: z.tuple([bytes, text, z.enum(['svg', 'png', 'txt'])]),
  savePdf: z.tuple([text]),
  setState: z.tuple([text, z.boolean()]),
  hold: z.tuple([short.nullable()]),
  setMenu: z.tuple([
    z.array(
      z.object({
        label: short,
        commands: z.array(z.object({ id: short, label: short, accelerator: short.optional() })).max(200),
      }),
    ),
  ]),
  setWords: z.tuple([
    z.strictObject({
      graph: short,
      opened: short,
      svg: short,
      png: short,
      txt: short,
      pdf: short,
      failedTwice: short,
    }),
  ]),
  diagnostics: z.tuple([]),
  close: z.tuple([]),
};

/** A picture that Nabla made holds its graph. */
const EXTENSIONS: Readonly<Record<FileKind, string[]>> = {
  graph: ['nabla'],
  opened: ['nabla', 'svg', 'png'],
  svg: ['svg'],
  png: ['png'],
  txt: ['txt'],
  pdf: ['pdf'],
};

const filtersFor = (kind: FileKind) => [{ name: wordFor(kind), extensions: EXTENSIONS[kind] }];

export function tell<K extends keyof HostEvents>(
  window: BrowserWindow,
  event: K,
  payload: HostEvents[K],
): void {
  window.webContents.send(`nabla:${event}`, payload);
}

/** Opens a window, with a file in it if one is named. */
type OpenWindow = (path?: string) => void;

/** What the calls work with. */
export interface Services {
  readonly files: FileStore;
  readonly log: Log;
  readonly openWindow: OpenWindow;
}

/** Answers every call of the contract. */
export function answerCalls(ipc: IpcMain, services: Services): void {
  for (const name of HOST_CALLS)
    ipc.handle(`nabla:${name}`, async (event, ...given: unknown[]) => {
      const window = senderOf(event);
      const args = argumentsIn(name, given);
      if (!args) throw new Error(`${name} was called with arguments it does not take`);
      const call = callsFor(window, services)[name] as (...args: unknown[]) => Promise<unknown>;
      return call(...args);
    });
}

/** What a call was given, if it takes that. */
function argumentsIn(name: keyof HostCalls, given: unknown[]): unknown[] | undefined {
  try {
    return ARGUMENTS[name].safeParse(given).data;
  } catch {
    // The length of a text is asked of anything: an object may have one that has no value.
    return undefined;
  }
}

/** The window of our own page, at the top, or an error: no frame and no other page has anything to ask. */
function senderOf(event: IpcMainInvokeEvent): BrowserWindow {
  const frame = event.senderFrame;
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!window || !frame || frame !== event.sender.mainFrame || !frame.url.startsWith(`${PAGE_ORIGIN}/`))
    throw new Error('only the page of a Nabla window may ask');
  return window;
}

function callsFor(window: BrowserWindow, { files, log, openWindow }: Services): HostCalls {
  /** Where a document goes: to the window that shows it, to this one, or to one of its own. */
  async function shownIn(path: string, here: boolean) {
    const other = windowWith(path);
    if (other && other !== window) bringToFront(other);
    else if (here) return files.read(path);
    else openWindow(path);
    return null;
  }
  return {
    async open(here) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: filtersFor('opened'),
      });
      return canceled ? null : shownIn(filePaths[0], here);
    },
    async openRecent(handle, here) {
      const path = files.pathOf(handle);
      return path === undefined
        ? { failure: 'This file is no longer among the recent ones.' }
        : shownIn(path, here);
    },
    async openWindow() {
      openWindow();
      return true;
    },
    recentFiles: () => files.recent(),
    async save(contents, suggestedName, handle, over) {
      const known = handle === null ? undefined : files.pathOf(handle);
      if (known !== undefined) return files.write(known, contents, over);
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: basename(suggestedName),
        filters: filtersFor('graph'),
      });
      const other = canceled ? undefined : windowWith(filePath);
      if (other && other !== window)
        return {
          failure: `"${basename(filePath)}" was not saved: it is open in another window. Choose another name.`,
        };
      // The dialog has asked whether a file that is there is to be replaced.
      return canceled ? null : files.write(filePath, contents, 'chosen');
    },
    async changeOf(handle) {
      const path = files.pathOf(handle);
      return path === undefined ? null : files.change(path);
    },
    async saveAs(contents, suggestedName, kind) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: basename(suggestedName),
        filters: filtersFor(kind),
      });
      return canceled ? null : files.writeCopy(filePath, contents);
    },
    async savePdf(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: basename(suggestedName),
        filters: filtersFor('pdf'),
      });
      if (canceled) return null;
      // As the style sheet for paper says: pages, sizes, what is left out.
      const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
      return files.writeCopy(filePath, new Uint8Array(pdf));
    },
    async setState(title, nowUnsaved) {
      window.setTitle(title);
      window.setDocumentEdited(nowUnsaved);
      setUnsaved(window, nowUnsaved);
    },
    async hold(handle) {
      const path = handle === null ? undefined : files.pathOf(handle);
      setShown(window, path, () => tell(window, 'fileTouched', null));
      // A file has one window here: who opens it again is shown that one.
      return false;
    },
    async setMenu(menus) {
      // All windows share one menu: what is chosen is meant for the one in front.
      setMenu(menus, (id) => {
        const front = BrowserWindow.getFocusedWindow();
        if (front) tell(front, 'command', id);
      });
    },
    async setWords(words) {
      setWords(words);
    },
    async diagnostics() {
      return log.read();
    },
    async close() {
      setUnsaved(window, false);
      window.close();
    },
  };
}
