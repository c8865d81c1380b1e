/**
 * What saving asks of the file system: the part of `node:fs/promises` that a test can put another disk in the place of, one that is full, fails,
 * or loses its power.
 */
import * as fs from 'node:fs/promises';

export interface DiskFile {
  write(bytes: Uint8Array, offset: number): Promise<{ readonly bytesWritten: number }>;
  stat(): Promise<{ readonly size: number }>;
  chmod(mode: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface DiskStat {
  readonly size: number;
  readonly mtimeMs: number;
  readonly mode: number;
}

export interface Disk {
  open(path: string, flags: 'r' | 'r+' | 'wx', mode?: number): Promise<DiskFile>;
  stat(path: string): Promise<DiskStat>;
  readFile(path: string): Promise<Uint8Array>;
  readdir(path: string): Promise<string[]>;
  realpath(path: string): Promise<string>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

/** The one of this machine. */
export const DISK: Disk = fs;

/** Why a call failed: "ENOENT". */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What comes of a call; undefined where there is no such file. */
export async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
