/**
 * What the host (Electron, a browser, a test) does for the editor: one contract, of values that survive a structured clone. Paths never come
 * from the page: a file is an opaque handle that the host gave out.
 */

/** A file the host knows. */
export interface HostFile {
  readonly handle: string;
  /** Shown in the title: "case-6.nabla". */
  readonly name: string;
  /** The name under which was kept what it took the place of, if that was somebody else's. */
  readonly backup?: string;
}

export interface OpenedFile extends HostFile {
  readonly bytes: Uint8Array;
  /** Another window shows the file, too. */
  readonly elsewhere?: boolean;
}

export interface RecentFile extends HostFile {
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

/** What a picture is saved as. */
export type PictureKind = 'svg' | 'png';

/** What else is saved that is no document. */
export type CopyKind = PictureKind | 'txt' | 'pdf';

export type FileKind = CopyKind | 'graph' | 'opened';

/** What the system shows of Nabla, in the language of the page: what kinds of files are called (`opened`: what can be opened), and a message. */
export interface HostWords extends Readonly<Record<FileKind, string>> {
  /** A page has died, and so has the one that took its place. */
  readonly failedTwice: string;
}

/** What saving may take the place of: the file as this window knows it, or whatever is there by now, of which a copy is kept. */
export type Replaced = 'known' | 'anything';

/** A file that somebody else has changed since it was opened or saved here. Nothing was written. */
export interface HostConflict {
  /** The name of the file. */
  readonly conflict: string;
}

/** What went wrong, for the user to read. */
export interface HostFailure {
  readonly failure: string;
}

/** What the editor asks of its host. `null` means that the user thought better of it. */
export interface HostCalls {
  /** Asks for a file. `here`: it may be shown in this window; otherwise, and where another window shows it, that is the host's to see to. */
  open(here: boolean): Promise<OpenedFile | HostFailure | null>;
  openRecent(handle: string, here: boolean): Promise<OpenedFile | HostFailure | null>;
  /** Another window with nothing in it; false where the host opens none. */
  openWindow(): Promise<boolean>;
  recentFiles(): Promise<readonly RecentFile[]>;
  /** Saves over the file, or asks where when there is none. */
  save(
    text: string,
    suggestedName: string,
    file: string | null,
    over: Replaced,
  ): Promise<HostFile | HostConflict | HostFailure | null>;
  /** Whether somebody else has changed the file: a word for what is there now, another one for each change; null when it is as this window knows it. */
  changeOf(file: string): Promise<string | null>;
  /** Saves a picture or a text where the user says. It is no file of the editor: what is saved later goes elsewhere. */
  saveAs(
    bytes: Uint8Array,
    suggestedName: string,
    kind: CopyKind,
  ): Promise<Pick<HostFile, 'name'> | HostFailure | null>;
  /** Saves what the page prints as PDF where the user says; undefined where the host has nothing of its own for that. */
  savePdf(suggestedName: string): Promise<Pick<HostFile, 'name'> | HostFailure | null | undefined>;
  /** The window's title, and whether closing it would lose work. */
  setState(title: string, unsaved: boolean): Promise<void>;
  /** The window shows this file now; null: none. Says whether another one shows it too. */
  hold(file: string | null): Promise<boolean>;
  /** The native menu, from the command registry. */
  setMenu(menus: readonly HostMenu[]): Promise<void>;
  setWords(words: HostWords): Promise<void>;
  /** What the host knows of itself and of what went wrong, in lines, for a file that the user may send. Nothing is sent by itself. */
  diagnostics(): Promise<string>;
  /** Answers `closeRequested`: the work is saved or given up. */
  close(): Promise<void>;
}

/** What the host tells the editor. */
export interface HostEvents {
  /** A command of the registry was chosen in the native menu. */
  command: string;
  /** A file was named from outside, by a double click in the file manager: what it holds, or why it cannot be read. */
  fileOpened: OpenedFile | HostFailure;
  /** The window is to be closed although work would be lost. */
  closeRequested: null;
  /** A link to a graph was followed: what is behind its `#`. */
  linkOpened: string;
  /** Something may have happened to the file that the window shows. */
  fileTouched: null;
}

export interface Host extends HostCalls {
  /** Calls `listener` for every event of the kind, until the function it returns is called. */
  on<K extends keyof HostEvents>(event: K, listener: (payload: HostEvents[K]) => void): () => void;
}

/** All members by name: a missing one does not compile. */
export const HOST_CALLS = Object.keys({
  open: true,
  openRecent: true,
  openWindow: true,
  recentFiles: true,
  save: true,
  changeOf: true,
  saveAs: true,
  savePdf: true,
  setState: true,
  hold: true,
  setMenu: true,
  setWords: true,
  diagnostics: true,
  close: true,
} satisfies Record<keyof HostCalls, true>) as (keyof HostCalls)[];

export const HOST_EVENTS = Object.keys({
  command: true,
  fileOpened: true,
  closeRequested: true,
  linkOpened: true,
  fileTouched: true,
} satisfies Record<keyof HostEvents, true>) as (keyof HostEvents)[];

/** The name of the global through which a preload script gives its page the host. */
export const HOST_GLOBAL = 'nablaHost';

/** Behind the address of a page that takes the place of one that has died: it opens the work that was copied last. */
export const RECOVER_HASH = '#recover';

/** Links to graphs that the desktop application opens: `nabla://open#graph=…`. */
export const LINK_SCHEME = 'nabla';

/** The window of the speaker's notes: the only one that the page may open, empty, and fills itself. */
export const SPEAKER_WINDOW = 'nabla-speaker';

/** A native menu and the commands in it. */
export interface HostMenu {
  readonly label: string;
  readonly commands: readonly HostMenuItem[];
}

export interface HostMenuItem {
  /** What `command` is told when it is chosen. */
  readonly id: string;
  readonly label: string;
  /** Shown, not registered: the page listens to its keys itself. In Electron's notation: "CmdOrCtrl+Shift+S". */
  readonly accelerator?: string;
}

export const failed = (outcome: object | null): outcome is HostFailure =>
  outcome !== null && 'failure' in outcome;

export const conflicts = (outcome: object): outcome is HostConflict => 'conflict' in outcome;
