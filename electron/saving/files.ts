/**
 * Files on disk, known to the page by opaque handles only.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { HostConflict, HostFailure, HostFile, OpenedFile, RecentFile, Replaced } from '#bridge';
import { EDITOR_LIMITS } from '#document';
import { codeOf, DISK, type Disk, ifThere } from './disk';
import { isChanged, replaceFile, type Seen, seenAs, sweep } from './replace-file';

const MOST_RECENT = 10;

interface Recent {
  readonly path: string;
  readonly openedAt: number;
}

export class FileStore {
  readonly #recentPath: string;
  readonly #disk: Disk;
  readonly #paths = new Map<string, string>();
  /** What we last read from a path, or wrote there. */
  readonly #seen = new Map<string, Seen>();
  /** Nothing is saved before what was left of savings is gone. */
  readonly #swept: Promise<void>;
  /** The savings of a path wait for each other. */
  readonly #saving = new Map<string, Promise<unknown>>();

  /** `userData` is the folder where the list of recent files is kept. */
  constructor(userData: string, disk: Disk = DISK) {
    this.#recentPath = join(userData, 'recent-files.json');
    this.#disk = disk;
    this.#swept = this.#sweep();
  }

  /** The path behind a handle that this store gave out. */
  pathOf(handle: string): string | undefined {
    return this.#paths.get(handle);
  }

  async read(path: string): Promise<OpenedFile | HostFailure> {
    try {
      // Taken before the bytes: a change that comes between the two is noticed later, and not overwritten.
      const stat = await this.#disk.stat(path);
      const { size } = stat;
      // The reader refuses larger files by their size alone; there is no need to load one.
      if (size > EDITOR_LIMITS.bytes)
        return {
          failure: `"${basename(path)}" has ${size} bytes: more than the editor opens. ${EDITOR_LIMITS.remedy}`,
        };
      const bytes = new Uint8Array(await this.#disk.readFile(path));
      this.#seen.set(path, seenAs(stat, bytes));
      await this.#note(path);
      return { ...this.#file(path), bytes };
    } catch (error) {
      return { failure: `"${basename(path)}" cannot be read: ${reason(error)}` };
    }
  }

  /** Saves a document. What may be replaced: the file as we know it; whatever is there by now, of which a copy is kept; or what a dialog has asked about. */
  async write(
    path: string,
    text: string,
    over: Replaced | 'chosen',
  ): Promise<HostFile | HostConflict | HostFailure> {
    const before = this.#saving.get(path) ?? this.#swept;
    const saving = before.then(() => this.#writeNow(path, new TextEncoder().encode(text), over));
    this.#saving.set(path, saving);
    return saving;
  }

  async #writeNow(path: string, bytes: Uint8Array, over: Replaced | 'chosen') {
    const name = basename(path);
    try {
      const backup = over === 'anything' ? await this.#keepWhatIsThere(path) : undefined;
      const seen = await replaceFile(
        this.#disk,
        path,
        bytes,
        over === 'known' ? this.#seen.get(path) : undefined,
      );
      if (!seen) return { conflict: name };
      this.#seen.set(path, seen);
      await this.#note(path);
      return { ...this.#file(path), ...(backup !== undefined && { backup }) };
    } catch (error) {
      return { failure: `"${name}" was not saved: ${reason(error)}` };
    }
  }

  /** Copies what somebody else has written beside it, and says under which name. */
  async #keepWhatIsThere(path: string): Promise<string | undefined> {
    const there = await ifThere(this.#disk.readFile(path));
    if (!there) return undefined;
    const extension = extname(path);
    const when = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const name = `${basename(path, extension).slice(0, 60)}.${when}${extension}`;
    await replaceFile(this.#disk, join(dirname(path), name), new Uint8Array(there));
    return name;
  }

  /** A word for what is there now, if it is not what we know: another one for each change. */
  async change(path: string): Promise<string | null> {
    // What we are writing ourselves is no change of somebody else's.
    await this.#saving.get(path);
    const seen = this.#seen.get(path);
    try {
      if (!seen || !(await isChanged(this.#disk, path, seen))) return null;
      const { size, mtimeMs } = await this.#disk.stat(path);
      return `${size} ${mtimeMs}`;
    } catch {
      // What cannot be looked at now is looked at again, and compared when it is saved.
      return null;
    }
  }

  /** Removes what savings have left that the end of the application cut off, where files were last. */
  async #sweep(): Promise<void> {
    const folders = new Set((await this.#recall()).map(({ path }) => dirname(path)));
    for (const folder of folders) await sweep(this.#disk, folder);
  }

  /** Writes what is not a document of the editor: it gets no handle, and is not listed. */
  async writeCopy(path: string, bytes: Uint8Array): Promise<Pick<HostFile, 'name'> | HostFailure> {
    await this.#swept;
    try {
      await replaceFile(this.#disk, path, bytes);
      return { name: basename(path) };
    } catch (error) {
      return { failure: `"${basename(path)}" was not saved: ${reason(error)}` };
    }
  }

  async recent(): Promise<RecentFile[]> {
    return (await this.#recall()).map(({ path, openedAt }) => ({ ...this.#file(path), openedAt }));
  }

  #file(path: string): HostFile {
    const known = [...this.#paths].find(([, other]) => other === path)?.[0];
    const handle = known ?? randomUUID();
    this.#paths.set(handle, path);
    return { handle, name: basename(path) };
  }

  async #recall(): Promise<Recent[]> {
    try {
      const list: unknown = JSON.parse(new TextDecoder().decode(await this.#disk.readFile(this.#recentPath)));
      return Array.isArray(list) ? list.filter(isRecent) : [];
    } catch {
      // No list yet, or one that was damaged: it is only a convenience.
      return [];
    }
  }

  async #note(path: string): Promise<void> {
    const others = (await this.#recall()).filter((recent) => recent.path !== path);
    const list = [{ path, openedAt: Date.now() }, ...others].slice(0, MOST_RECENT);
    try {
      await mkdir(dirname(this.#recentPath), { recursive: true });
      await writeFile(this.#recentPath, JSON.stringify(list));
    } catch {
      // What was opened is open and what was saved is saved, listed or not.
    }
  }
}

const isRecent = (entry: unknown): entry is Recent =>
  typeof entry === 'object' &&
  entry !== null &&
  typeof (entry as Recent).path === 'string' &&
  typeof (entry as Recent).openedAt === 'number';

const REASONS: Record<string, string> = {
  ENOENT: 'the file or its folder is not there any more.',
  EACCES: 'you are not allowed to: change its permissions, or choose another place.',
  EPERM: 'you are not allowed to: change its permissions, or choose another place.',
  EROFS: 'the disk is read-only: choose another place.',
  ENOSPC: 'the disk is full: make room, or choose another place.',
  EISDIR: 'it is a folder: expected a file.',
};

function reason(error: unknown): string {
  const code = codeOf(error);
  // Node's own words end with the path, which is not the page's business.
  return REASONS[code] ?? `${(error as Error).message.split(',', 1)[0]}.`;
}
