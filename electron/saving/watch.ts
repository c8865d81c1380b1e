/**
 * Changes that others make to a file, heard of through its folder: whoever saves as we do puts another file in its place.
 */
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Calls `touched` when something may have happened to the file, until the function it returns is called. Never certain: compare. */
export function watchFile(path: string, touched: () => void): () => void {
  const name = basename(path);
  try {
    const watcher = watch(dirname(path), { persistent: false }, (_, changed) => {
      if (changed === null || changed === name) touched();
    });
    // A folder that goes away, or a system that cannot watch: the file is looked at from time to time as well.
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
