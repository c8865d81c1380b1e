/**
 * Files on disk, known to the page by opaque handles only.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { HostFailure, HostFile, OpenedFile, RecentFile } from '#bridge';
import { EDITOR_LIMITS } from '#document';

const MOST_RECENT = 10;

interface Recent {
  readonly path: string;
  readonly openedAt: number;
}

export class FileStore {
  readonly #recentPath: string;
  readonly #paths = new Map<string, string>();

  /** `userData` is the folder where the list of recent files is kept. */
  constructor(userData: string) {
    this.#recentPath = join(userData, 'recent-files.json');
  }

  /** The path behind a handle that this store gave out. */
  pathOf(handle: string): string | undefined {
    return this.#paths.get(handle);
  }

  async read(path: string): Promise<OpenedFile | HostFailure> {
    try {
      const { size } = await stat(path);
      // The reader refuses larger files by their size alone; there is no need to load one.
      if (size > EDITOR_LIMITS.bytes)
        return {
          failure: `"${basename(path)}" has ${size} bytes: more than the editor opens. ${EDITOR_LIMITS.remedy}`,
        };
      const bytes = new Uint8Array(await readFile(path));
      await this.#note(path);
      return { ...this.#file(path), bytes };
    } catch (error) {
      return { failure: `"${basename(path)}" cannot be read: ${reason(error)}` };
    }
  }

  /** Writes a file beside the target and puts it in its place, so that the old or the new text is there, whole. */
  async write(path: string, text: string): Promise<HostFile | HostFailure> {
    try {
      await replaceFile(path, text);
      await this.#note(path);
      return this.#file(path);
    } catch (error) {
      return { failure: `"${basename(path)}" was not saved: ${reason(error)}` };
    }
  }

  /** Writes what is not a document of the editor: it gets no handle, and is not listed. */
  async writeCopy(path: string, bytes: Uint8Array): Promise<Pick<HostFile, 'name'> | HostFailure> {
    try {
      await replaceFile(path, bytes);
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
      const list: unknown = JSON.parse(await readFile(this.#recentPath, 'utf8'));
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

async function replaceFile(path: string, contents: string | Uint8Array): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => undefined);
  // Putting another in its place asks the folder only; a file that is read-only is to stay as it is.
  if (before) await (await open(target, 'r+')).close();
  const temporary = join(dirname(target), `.nabla-${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', before?.mode);
    try {
      // The mode given to open is cut by the umask.
      if (before) await file.chmod(before.mode);
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'the file or its folder is not there any more.',
  EACCES: 'you are not allowed to: change its permissions, or choose another place.',
  EPERM: 'you are not allowed to: change its permissions, or choose another place.',
  EROFS: 'the disk is read-only: choose another place.',
  ENOSPC: 'the disk is full: make room, or choose another place.',
  EISDIR: 'it is a folder: expected a file.',
};

function reason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  // Node's own words end with the path, which is not the page's business.
  return REASONS[code] ?? `${message.split(',', 1)[0]}.`;
}
