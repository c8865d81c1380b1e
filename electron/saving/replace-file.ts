/**
 * Saving: the old text is there, or the new one, whole, whatever fails and whenever the power goes. The new text is written beside the file,
 * made sure of, and put in its place by one renaming (Pillai et al., All File Systems Are Not Created Equal, OSDI 2014).
 */
import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { codeOf, type Disk, type DiskStat, ifThere } from './disk';

/** A file as we last read or wrote it. */
export interface Seen {
  readonly size: number;
  readonly mtimeMs: number;
  readonly hash: string;
}

export const seenAs = ({ mtimeMs }: Pick<DiskStat, 'mtimeMs'>, bytes: Uint8Array): Seen => ({
  size: bytes.length,
  mtimeMs,
  hash: createHash('sha256').update(bytes).digest('hex'),
});

/** Whether somebody else has written another text since. A file that is gone is none. */
export async function isChanged(disk: Disk, path: string, seen: Seen): Promise<boolean> {
  const now = await ifThere(disk.stat(path));
  if (!now || (now.size === seen.size && now.mtimeMs === seen.mtimeMs)) return false;
  return now.size !== seen.size || seenAs(now, await disk.readFile(path)).hash !== seen.hash;
}

/**
 * Puts `bytes` in the place of the file at `path`, or creates it. Given what was `seen` of it, a file that has changed since is left as it is,
 * and undefined comes back.
 *
 * @throws what the disk throws; the file is then as it was before, or as it was to be, and nothing is left beside it that can be removed.
 */
export async function replaceFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  seen?: Seen,
): Promise<Seen | undefined> {
  // A link stays a link: what it leads to is replaced.
  const target = (await ifThere(disk.realpath(path))) ?? path;
  const before = await ifThere(disk.stat(target));
  // Putting another in its place asks the folder only; a file that is read-only is to stay as it is.
  if (before) await (await disk.open(target, 'r+')).close();
  const temporary = temporaryFor(target);
  try {
    await writeWhole(disk, temporary, bytes, before?.mode);
    // As late as can be: what comes between this and the renaming is lost.
    if (seen && (await isChanged(disk, target, seen))) {
      await disk.unlink(temporary);
      return undefined;
    }
    await renamed(disk, temporary, target);
  } catch (error) {
    await disk.unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(disk, dirname(target));
  return seenAs(await disk.stat(target), bytes);
}

async function writeWhole(disk: Disk, path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await disk.open(path, 'wx', mode);
  try {
    // The mode given to open is cut by the umask.
    if (mode !== undefined) await file.chmod(mode);
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
    // A full disk may have taken less than it said.
    const { size } = await file.stat();
    if (size !== bytes.length) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    await file.sync();
  } finally {
    await file.close();
  }
}

/** On Windows whoever looks at a file (a virus scanner, an index) keeps it from being replaced for a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
const WAITS = process.platform === 'win32' ? [20, 60, 180, 500] : [];

async function renamed(disk: Disk, from: string, to: string): Promise<void> {
  for (const wait of WAITS) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!HELD.has(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  await disk.rename(from, to);
}

/** Systems that keep folders in another way refuse to open or to sync one. */
const NO_FOLDERS = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF']);

/** Makes sure that the renaming lasts, too. */
async function syncFolder(disk: Disk, folder: string): Promise<void> {
  try {
    const opened = await disk.open(folder, 'r');
    try {
      await opened.sync();
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!NO_FOLDERS.has(codeOf(error))) throw error;
  }
}

const LEFT_OVER = /^\..{1,40}\.[0-9a-f]{16}\.nabla-tmp$/su;

/** Of another name for each saving, in the same folder: only there a file is renamed in one step. Names have a limit. */
const temporaryFor = (target: string): string =>
  join(
    dirname(target),
    `.${Array.from(basename(target)).slice(0, 40).join('')}.${randomBytes(8).toString('hex')}.nabla-tmp`,
  );

/** Removes what savings have left behind that were cut off. Call it when nobody is saving. */
export async function sweep(disk: Disk, folder: string): Promise<void> {
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names) if (LEFT_OVER.test(name)) await disk.unlink(join(folder, name)).catch(() => {});
}
