/**
 * What went wrong, in a file of the user's own: it is sent nowhere. No texts of documents, no names of files.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bytes; as many again are kept of what was before. */
const MOST = 128 * 1024;

export class Log {
  readonly #path: string;

  constructor(userData: string) {
    this.#path = join(userData, 'nabla.log');
  }

  note(event: string): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      if ((statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0) > MOST)
        renameSync(this.#path, `${this.#path}.1`);
      appendFileSync(
        this.#path,
        `${new Date().toISOString()} ${event.replace(/\s+/g, ' ').slice(0, 2000)}\n`,
      );
    } catch {
      // Where nothing can be kept, nothing is.
    }
  }

  /** What runs here, and what was noted. */
  read(): string {
    const { electron, chrome, node } = process.versions;
    const about = `Electron ${electron}, Chromium ${chrome}, Node ${node}, ${process.platform} ${process.arch}\n`;
    return [about, ...[`${this.#path}.1`, this.#path].map(readIfThere)].join('');
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
