/**
 * The host's side of the bridge: every call checks who asks and what for, before it does anything.
 */
import { basename } from 'node:path';
import { BrowserWindow, dialog, type IpcMain, type IpcMainInvokeEvent } from 'electron';
import * as z from 'zod';
import { type FileKindNames, HOST_CALLS, type HostCalls, type HostEvents } from '#bridge';
import type { FileStore } from './files';
import { setMenu } from './menu';
import { PAGE_ORIGIN } from './window';

z.config({ jitless: true });

/** A document is at most 16 MiB; whoever sends more is not our page. */
const text = z.string().max(1 << 25);
/** More than a poster of pixels has. */
const bytes = z.instanceof(Uint8Array).refine(({ length }) => length <= 1 << 26);
/** Ids, handles and labels; a title is as long as its author likes. */
const short = z.string().max(1000);

/** What each call may be given. */
const ARGUMENTS: Record<keyof HostCalls, z.ZodType<unknown[]>> = {
  open: z.tuple([]),
  openRecent: z.tuple([short]),
  recentFiles: z.tuple([]),
  save: z.tuple([text, text, short.nullable()]),
  saveAs: z.tuple([bytes, text, z.enum(['svg', 'png'])]),
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
  setFileKinds: z.tuple([z.strictObject({ graph: short, opened: short, svg: short, png: short })]),
  close: z.tuple([]),
};

/** A picture that Nabla made holds its graph. */
const EXTENSIONS: Readonly<Record<keyof FileKindNames, string[]>> = {
  graph: ['nabla'],
  opened: ['nabla', 'svg', 'png'],
  svg: ['svg'],
  png: ['png'],
};

/** As the page says; all windows speak one language. */
let kindNames: FileKindNames = {
  graph: 'Nabla graph',
  opened: 'Nabla graph, or a picture of one',
  svg: 'SVG picture',
  png: 'PNG picture',
};

const filtersFor = (kind: keyof FileKindNames) => [{ name: kindNames[kind], extensions: EXTENSIONS[kind] }];

/** Windows whose work would be lost by closing them. */
const unsaved = new WeakSet<BrowserWindow>();

/** The file that each window shows. */
const shown = new WeakMap<BrowserWindow, string>();

export const isUnsaved = (window: BrowserWindow): boolean => unsaved.has(window);

export function tell<K extends keyof HostEvents>(
  window: BrowserWindow,
  event: K,
  payload: HostEvents[K],
): void {
  window.webContents.send(`nabla:${event}`, payload);
}

/** Reads a file for a window, and says whether another one shows it. */
export async function readFor(window: BrowserWindow, files: FileStore, path: string) {
  const opened = await files.read(path);
  const others = BrowserWindow.getAllWindows().filter((other) => other !== window);
  return others.some((other) => shown.get(other) === path) ? { ...opened, elsewhere: true } : opened;
}

/** Answers every call of the contract. */
export function answerCalls(ipc: IpcMain, files: FileStore): void {
  for (const name of HOST_CALLS)
    ipc.handle(`nabla:${name}`, async (event, ...given: unknown[]) => {
      const window = senderOf(event);
      const args = ARGUMENTS[name].safeParse(given);
      if (!args.success) throw new Error(`${name} was called with arguments it does not take`);
      const call = callsFor(window, files)[name] as (...args: unknown[]) => Promise<unknown>;
      return call(...args.data);
    });
}

/** The window of our own page, at the top, or an error: no frame and no other page has anything to ask. */
function senderOf(event: IpcMainInvokeEvent): BrowserWindow {
  const frame = event.senderFrame;
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!window || !frame || frame !== event.sender.mainFrame || !frame.url.startsWith(`${PAGE_ORIGIN}/`))
    throw new Error('only the page of a Nabla window may ask');
  return window;
}

function callsFor(window: BrowserWindow, files: FileStore): HostCalls {
  return {
    async open() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: filtersFor('opened'),
      });
      return canceled ? null : readFor(window, files, filePaths[0]);
    },
    async openRecent(handle) {
      const path = files.pathOf(handle);
      return path === undefined
        ? { failure: 'This file is no longer among the recent ones.' }
        : readFor(window, files, path);
    },
    recentFiles: () => files.recent(),
    async save(contents, suggestedName, handle) {
      const known = handle === null ? undefined : files.pathOf(handle);
      if (known !== undefined) return files.write(known, contents);
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: basename(suggestedName),
        filters: filtersFor('graph'),
      });
      return canceled ? null : files.write(filePath, contents);
    },
    async saveAs(contents, suggestedName, kind) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: basename(suggestedName),
        filters: filtersFor(kind),
      });
      return canceled ? null : files.writeCopy(filePath, contents);
    },
    async setState(title, nowUnsaved) {
      window.setTitle(title);
      window.setDocumentEdited(nowUnsaved);
      if (nowUnsaved) unsaved.add(window);
      else unsaved.delete(window);
    },
    async hold(handle) {
      const path = handle === null ? undefined : files.pathOf(handle);
      if (path === undefined) shown.delete(window);
      else shown.set(window, path);
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
    async setFileKinds(names) {
      kindNames = names;
    },
    async close() {
      unsaved.delete(window);
      window.close();
    },
  };
}
