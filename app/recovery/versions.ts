/**
 * Earlier versions of graphs, in IndexedDB: as they were opened, saved or given up. The user's files are never touched.
 */
import { createStore, delMany, entries, set, type UseStore } from 'idb-keyval';

export interface Version {
  /** Of the file, or what it would be called. */
  readonly name: string;
  readonly text: string;
  readonly nodes: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: 'opened' | 'saved' | 'given up';
}

export interface KeptVersion extends Version {
  readonly key: string;
}

const MOST_OF_A_NAME = 40;
/** Characters, of all texts together. */
const MOST = 24_000_000;
const OLDEST = 120 * 24 * 3600 * 1000;

let store: UseStore | undefined;

function versions(): UseStore {
  store ??= createStore('nabla versions', 'versions');
  return store;
}

/** Keeps a version, unless the last one of that name says the same. A browser that keeps nothing has no versions: nothing waits for this. */
export async function keepVersion(version: Version): Promise<void> {
  try {
    const kept = await allVersions();
    const last = kept.find(({ name }) => name === version.name);
    if (last?.text === version.text) return;
    const key = `${version.at} ${Math.random().toString(36).slice(2)}`;
    await set(key, version, versions());
    await delMany(tooMany([{ key, ...version }, ...kept], version.at), versions());
  } catch {
    // No room, or none at all.
  }
}

/** Those of a name, the newest first. */
export async function versionsOf(name: string): Promise<readonly KeptVersion[]> {
  return (await allVersions()).filter((version) => version.name === name);
}

async function allVersions(): Promise<readonly KeptVersion[]> {
  const kept = await entries<string, Version>(versions());
  return kept.map(([key, version]) => ({ key, ...version })).sort((a, b) => b.at - a.at);
}

/** The keys of those for which there is no room, given the newest first. */
export function tooMany(kept: readonly KeptVersion[], now: number): string[] {
  const counts = new Map<string, number>();
  let characters = 0;
  return kept.flatMap(({ key, name, text, at }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    characters += text.length;
    return count > MOST_OF_A_NAME || characters > MOST || now - at > OLDEST ? [key] : [];
  });
}
