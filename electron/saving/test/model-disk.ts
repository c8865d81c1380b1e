/**
 * A disk in memory that forgets when its power goes what it was not told to keep, that may be full, and that may fail at any call.
 */
import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../disk';

/** A file without its name. */
class Inode {
  data = new Uint8Array();
  /** What lasts: everything up to the last sync. */
  synced = new Uint8Array();
  readonly mode: number;

  constructor(mode = 0o644) {
    this.mode = mode;
  }
}

/** A change of a folder: these names lead to these files now, or to none. */
type Step = ReadonlyMap<string, Inode | undefined>;

export const error = (code: string): Error => Object.assign(new Error(`${code}: as planned`), { code });

export class ModelDisk implements Disk {
  readonly #names = new Map<string, Inode>();
  readonly #kept = new Map<string, Inode>();
  /** What has happened to folders since they were last synced. */
  #pending: { readonly folder: string; readonly step: Step }[] = [];
  #time = 0;
  readonly #times = new Map<Inode, number>();
  /** Bytes that it still takes. */
  room = Number.POSITIVE_INFINITY;
  /** Says that it took bytes that it has no room for. */
  lies = false;
  /** Called before everything that may change what lasts, and before every call at all. */
  before: () => void = () => {};

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  async open(path: string, flags: 'r' | 'r+' | 'wx', mode?: number): Promise<DiskFile> {
    this.before();
    if (path === '/') return this.#folder(path);
    const there = this.#names.get(path);
    if (flags === 'wx' && there) throw error('EEXIST');
    if (flags !== 'wx' && !there) throw error('ENOENT');
    const inode = there ?? new Inode(mode);
    if (!there) this.#change(path, new Map([[path, inode]]));
    return this.#file(inode);
  }

  async stat(path: string) {
    this.before();
    const inode = this.#inode(path);
    return { size: inode.data.length, mtimeMs: this.#times.get(inode) ?? 0, mode: inode.mode };
  }

  async readFile(path: string): Promise<Uint8Array> {
    this.before();
    return this.#inode(path).data;
  }

  async readdir(): Promise<string[]> {
    this.before();
    return [...this.#names.keys()].map((path) => path.slice(1));
  }

  async realpath(path: string): Promise<string> {
    this.before();
    this.#inode(path);
    return path;
  }

  async rename(from: string, to: string): Promise<void> {
    this.before();
    this.#change(
      to,
      new Map([
        [to, this.#inode(from)],
        [from, undefined],
      ]),
    );
  }

  async unlink(path: string): Promise<void> {
    this.before();
    this.#inode(path);
    this.#change(path, new Map([[path, undefined]]));
  }

  /** Somebody else puts another text there, at once and for ever. */
  put(path: string, text: string): void {
    const inode = new Inode();
    inode.data = inode.synced = new TextEncoder().encode(text);
    this.#times.set(inode, ++this.#time);
    this.#names.set(path, inode);
    this.#kept.set(path, inode);
  }

  /** What is there now. */
  now(): Map<string, string> {
    return texts(this.#names, ({ data }) => data);
  }

  /** Everything that may be there when the power has gone now: any part of what was not kept. */
  *afterPowerLoss(): Generator<Map<string, string>> {
    const steps = this.#pending.map(({ step }) => step);
    for (let chosen = 0; chosen < 1 << steps.length; chosen++) {
      const names = new Map(this.#kept);
      steps.forEach((step, k) => {
        if (chosen & (1 << k)) apply(names, step);
      });
      // Of what was written after the last sync: nothing, all, a half, or only the length.
      for (const left of [
        ({ synced }: Inode) => synced,
        ({ data }: Inode) => data,
        ({ data, synced }: Inode) => (data === synced ? data : data.slice(0, data.length >> 1)),
        ({ data, synced }: Inode) => (data === synced ? data : new Uint8Array(data.length)),
      ])
        yield texts(names, left);
    }
  }

  #change(path: string, step: Step): void {
    apply(this.#names, step);
    this.#pending.push({ folder: dirname(path), step });
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(path);
    if (!inode) throw error('ENOENT');
    return inode;
  }

  #file(inode: Inode): DiskFile {
    return {
      write: async (bytes, offset) => {
        this.before();
        const wanted = bytes.subarray(offset);
        const taken = wanted.subarray(0, Math.min(wanted.length, this.room));
        if (taken.length === 0 && wanted.length > 0 && !this.lies) throw error('ENOSPC');
        this.room -= taken.length;
        this.#times.set(inode, ++this.#time);
        inode.data = new Uint8Array([...inode.data, ...taken]);
        return { bytesWritten: this.lies ? wanted.length : taken.length };
      },
      stat: async () => {
        this.before();
        return { size: inode.data.length };
      },
      chmod: async () => this.before(),
      sync: async () => {
        this.before();
        inode.synced = inode.data;
      },
      close: async () => this.before(),
    };
  }

  #folder(path: string): DiskFile {
    const nothing = async () => {
      this.before();
      throw error('EISDIR');
    };
    return {
      write: nothing,
      stat: nothing,
      chmod: nothing,
      sync: async () => {
        this.before();
        for (const { folder, step } of this.#pending) if (folder === path) apply(this.#kept, step);
        this.#pending = this.#pending.filter(({ folder }) => folder !== path);
      },
      close: async () => this.before(),
    };
  }
}

function apply(names: Map<string, Inode>, step: Step): void {
  for (const [path, inode] of step) {
    if (inode) names.set(path, inode);
    else names.delete(path);
  }
}

const texts = (names: ReadonlyMap<string, Inode>, left: (inode: Inode) => Uint8Array): Map<string, string> =>
  new Map([...names].map(([path, inode]) => [path, new TextDecoder().decode(left(inode))]));
