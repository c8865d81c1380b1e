/**
 * What the host (Electron, a browser, a test) does for the editor: one contract, of values that survive a structured clone. Paths never come
 * from the page: a file is an opaque handle that the host gave out.
 */

/** A file the host knows. */
export interface HostFile {
  readonly handle: string;
  /** Shown in the title: "case-6.nabla". */
  readonly name: string;
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

/** In the language of the page. */
export interface FileKindNames extends Readonly<Record<PictureKind, string>> {
  readonly graph: string;
  /** What can be opened: a graph, or a picture that holds one. */
  readonly opened: string;
}

/** What went wrong, for the user to read. */
export interface HostFailure {
  readonly failure: string;
}

/** What the editor asks of its host. `null` means that the user thought better of it. */
export interface HostCalls {
  open(): Promise<OpenedFile | HostFailure | null>;
  openRecent(handle: string): Promise<OpenedFile | HostFailure>;
  recentFiles(): Promise<readonly RecentFile[]>;
  /** Saves over the file, or asks where when there is none. */
  save(text: string, suggestedName: string, file: string | null): Promise<HostFile | HostFailure | null>;
  /** Saves a picture where the user says. It is no file of the editor: what is saved later goes elsewhere. */
  saveAs(
    bytes: Uint8Array,
    suggestedName: string,
    kind: PictureKind,
  ): Promise<Pick<HostFile, 'name'> | HostFailure | null>;
  /** The window's title, and whether closing it would lose work. */
  setState(title: string, unsaved: boolean): Promise<void>;
  /** The window shows this file now; null: none. Says whether another one shows it too. */
  hold(file: string | null): Promise<boolean>;
  /** The native menu, from the command registry. */
  setMenu(menus: readonly HostMenu[]): Promise<void>;
  /** What kinds of files are called in the system's own dialogs. */
  setFileKinds(names: FileKindNames): Promise<void>;
  /** Answers `closeRequested`: the work is saved or given up. */
  close(): Promise<void>;
}

/** What the host tells the editor. */
export interface HostEvents {
  /** A command of the registry was chosen in the native menu. */
  command: string;
  /** A file was opened from outside: a double click in the file manager. */
  fileOpened: OpenedFile;
  /** The window is to be closed although work would be lost. */
  closeRequested: null;
}

export interface Host extends HostCalls {
  /** Calls `listener` for every event of the kind, until the function it returns is called. */
  on<K extends keyof HostEvents>(event: K, listener: (payload: HostEvents[K]) => void): () => void;
}

/** All members by name: a missing one does not compile. */
export const HOST_CALLS = Object.keys({
  open: true,
  openRecent: true,
  recentFiles: true,
  save: true,
  saveAs: true,
  setState: true,
  hold: true,
  setMenu: true,
  setFileKinds: true,
  close: true,
} satisfies Record<keyof HostCalls, true>) as (keyof HostCalls)[];

export const HOST_EVENTS = Object.keys({
  command: true,
  fileOpened: true,
  closeRequested: true,
} satisfies Record<keyof HostEvents, true>) as (keyof HostEvents)[];

/** The name of the global through which a preload script gives its page the host. */
export const HOST_GLOBAL = 'nablaHost';

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
