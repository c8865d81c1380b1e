/**
 * The browser as a host: File System Access where it is there, else upload and download. Recent files are kept in IndexedDB, with their bytes,
 * so that they open again even where the browser gives no lasting access to the disk.
 */
import { get, set } from 'idb-keyval';
import type { CopyKind, Host, HostConflict, HostFailure, HostFile, OpenedFile, RecentFile } from '#bridge';
import { type PlainText, t } from '../i18n/i18n';
import { isShownElsewhere, noteShown } from './shown-files';

interface Remembered extends RecentFile {
  readonly bytes: Uint8Array;
  readonly fileHandle?: FileSystemFileHandle;
}

/** As lists were kept when only graphs could be opened. */
type RememberedAsText = Omit<Remembered, 'bytes'> & { readonly text: string };

const withBytes = ({ text, ...entry }: RememberedAsText): Remembered => ({
  ...entry,
  bytes: new TextEncoder().encode(text),
});

const RECENT_KEY = 'recent files';
const MOST_RECENT = 8;
/** What can be opened: a graph, or a picture of one with the graph inside. */
const ACCEPTED = {
  'application/json': ['.nabla'],
  'image/svg+xml': ['.svg'],
  'image/png': ['.png'],
} as const;

const typesToOpen = () => [{ description: t('Graphs, and pictures of graphs'), accept: ACCEPTED }];
const typesToSave = () => [
  { description: t('Nabla graph'), accept: { 'application/json': ACCEPTED['application/json'] } },
];

const MEDIA_TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  txt: 'text/plain',
  pdf: 'application/pdf',
} as const satisfies Record<CopyKind, string>;

const KIND_NAMES = {
  svg: 'SVG picture',
  png: 'PNG picture',
  txt: 'Text file',
  pdf: 'PDF document',
} as const satisfies Record<CopyKind, PlainText>;

const typesToCopy = (kind: CopyKind) => [
  {
    description: t(KIND_NAMES[kind]),
    accept: { [MEDIA_TYPES[kind]]: [`.${kind}` as const] },
  },
];

/** The parts of File System Access that TypeScript's library does not declare. */
interface FilePickers {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

/** The host of a page in a browser, which is given files and handles by the page itself, too. */
interface BrowserHost extends Host {
  /** A file that the page has come by; with a handle it is saved over, and opens again as it is on disk. */
  opened(file: File, fileHandle?: FileSystemFileHandle): Promise<OpenedFile>;
}

export function createBrowserHost(): BrowserHost {
  const pickers = window as FilePickers;
  const handles = new Map<string, FileSystemFileHandle>();
  /** Each file as it was when it was last read or written here. */
  const seen = new Map<string, { readonly state: string; readonly bytes: Uint8Array }>();
  let saving: Promise<unknown> = Promise.resolve();
  let unsaved = false;
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });

  async function opened(file: File, fileHandle?: FileSystemFileHandle): Promise<OpenedFile> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const handle = fileHandle ? remember(fileHandle) : '';
    if (fileHandle) seen.set(handle, { state: stateOf(file), bytes });
    await note({ handle: handle || file.name, name: file.name, bytes }, fileHandle);
    return { handle, name: file.name, bytes, elsewhere: await isElsewhere(fileHandle) };
  }

  function remember(fileHandle: FileSystemFileHandle): string {
    const handle = crypto.randomUUID();
    handles.set(handle, fileHandle);
    return handle;
  }

  /** The file as it is on disk, if it is not as we know it. One that is gone, or may not be read now, is none. */
  async function changeOf(handle: string): Promise<File | undefined> {
    const there = await handles
      .get(handle)
      ?.getFile()
      .catch(() => undefined);
    const known = seen.get(handle);
    if (!there || !known || stateOf(there) === known.state) return undefined;
    return sameBytes(new Uint8Array(await there.arrayBuffer()), known.bytes) ? undefined : there;
  }

  return {
    opened,

    async open() {
      if (!pickers.showOpenFilePicker) return upload(opened);
      return unlessAborted(async () => {
        const [fileHandle] = await pickers.showOpenFilePicker!({ types: typesToOpen() });
        return opened(await fileHandle.getFile(), fileHandle);
      });
    },

    // A browser opens its windows itself.
    async openWindow() {
      return false;
    },

    async openRecent(handle) {
      const entry = (await recall()).find((recent) => recent.handle === handle);
      if (!entry) return { failure: t('This file is no longer among the recent ones.') };
      const fromDisk = entry.fileHandle && (await readAgain(entry.fileHandle));
      if (fromDisk) return opened(fromDisk, entry.fileHandle);
      return { handle: '', name: entry.name, bytes: entry.bytes };
    },

    async recentFiles() {
      return (await recall()).map(({ handle, name, openedAt }) => ({ handle, name, openedAt }));
    },

    async save(text, suggestedName, file, over) {
      const known = file === null ? undefined : handles.get(file);
      if (!known && !pickers.showSaveFilePicker) {
        download(text, 'application/json', suggestedName);
        await note({ handle: suggestedName, name: suggestedName, bytes: new TextEncoder().encode(text) });
        return { handle: '', name: suggestedName };
      }
      const saved = unlessAborted(async (): Promise<HostFile | HostConflict> => {
        const fileHandle =
          known ?? (await pickers.showSaveFilePicker!({ suggestedName, types: typesToSave() }));
        const there = known && (await changeOf(file!));
        if (there && over === 'known') return { conflict: fileHandle.name };
        const backup = there ? await keepAmongRecent(there) : undefined;
        const stream = await fileHandle.createWritable();
        await stream.write(text);
        await stream.close();
        const handle = known ? file! : remember(fileHandle);
        const bytes = new TextEncoder().encode(text);
        seen.set(handle, { state: stateOf(await fileHandle.getFile()), bytes });
        await note({ handle, name: fileHandle.name, bytes }, fileHandle);
        return { handle, name: fileHandle.name, ...(backup !== undefined && { backup }) };
      });
      saving = saved;
      return saved;
    },

    async changeOf(handle) {
      // What we are writing ourselves is no change of somebody else's.
      await saving;
      const there = await changeOf(handle).catch(() => undefined);
      return there ? stateOf(there) : null;
    },

    async saveAs(bytes, suggestedName, kind) {
      if (!pickers.showSaveFilePicker) {
        download(bytes, MEDIA_TYPES[kind], suggestedName);
        return { name: suggestedName };
      }
      return unlessAborted(async () => {
        const types = typesToCopy(kind);
        const fileHandle = await pickers.showSaveFilePicker!({ suggestedName, types });
        const stream = await fileHandle.createWritable();
        await stream.write(bytes as Uint8Array<ArrayBuffer>);
        await stream.close();
        return { name: fileHandle.name };
      });
    },

    // The dialog for printing saves as PDF.
    async savePdf() {
      return undefined;
    },

    async setState(title, nowUnsaved) {
      document.title = title;
      unsaved = nowUnsaved;
    },

    async hold(file) {
      // A browser that keeps nothing cannot tell other pages either.
      const fileHandle = file === null ? undefined : handles.get(file);
      await noteShown(fileHandle).catch(() => {});
      return isElsewhere(fileHandle);
    },

    async close() {
      window.close();
    },

    async diagnostics() {
      return navigator.userAgent;
    },

    // A browser has no menu of ours…
    async setMenu() {},
    async setWords() {},
    // … and opens no files from outside.
    on: () => () => {},
  };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, k) => byte === b[k]);

const stateOf = ({ size, lastModified }: File): string => `${size} ${lastModified}`;

/** A browser writes no file beside another: what is to be replaced is kept among the recent files. */
async function keepAmongRecent(file: File): Promise<string> {
  const when = new Date(file.lastModified).toISOString().slice(0, 19).replaceAll(':', '-');
  const name = file.name.replace(/(?=\.[^.]*$)|$/, `.${when}`);
  await note({ handle: name, name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return name;
}

/** A browser that keeps nothing knows of no other page. */
const isElsewhere = async (fileHandle: FileSystemFileHandle | undefined): Promise<boolean> =>
  fileHandle !== undefined && isShownElsewhere(fileHandle).catch(() => false);

/** A cancelled picker is no failure; everything else is told. */
async function unlessAborted<T>(action: () => Promise<T>): Promise<T | HostFailure | null> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: t('The browser refused: {{reason}}', { reason }) };
  }
}

function upload(opened: (file: File) => Promise<OpenedFile>): Promise<OpenedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ['.nabla', ...Object.keys(ACCEPTED)].join();
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? opened(file) : null);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

function download(contents: string | Uint8Array, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([contents as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function recall(): Promise<readonly Remembered[]> {
  try {
    const list = (await get<readonly (Remembered | RememberedAsText)[]>(RECENT_KEY)) ?? [];
    return list.map((entry) => ('bytes' in entry ? entry : withBytes(entry)));
  } catch {
    // No IndexedDB: nothing is remembered.
    return [];
  }
}

/** Remembers a file. A browser that keeps nothing (a private window) still opens and saves. */
async function note({ handle, name, bytes }: OpenedFile, fileHandle?: FileSystemFileHandle): Promise<void> {
  const others = (await recall()).filter((recent) => recent.name !== name);
  const entry: Remembered = {
    handle,
    name,
    openedAt: Date.now(),
    bytes,
    ...(fileHandle && { fileHandle }),
  };
  await set(RECENT_KEY, [entry, ...others].slice(0, MOST_RECENT)).catch(() => {});
}

/** The file as it is on disk now, if the user (still) lets us read it. */
async function readAgain(fileHandle: FileSystemFileHandle): Promise<File | undefined> {
  const access = fileHandle as FileSystemFileHandle & {
    requestPermission?(options: { mode: string }): Promise<PermissionState>;
  };
  try {
    if ((await access.requestPermission?.({ mode: 'readwrite' })) !== 'granted') return undefined;
    return await fileHandle.getFile();
  } catch {
    // Moved or deleted since: what was kept is opened instead.
    return undefined;
  }
}
