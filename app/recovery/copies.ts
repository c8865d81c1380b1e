/**
 * Copies of unsaved work, in IndexedDB: what a page that crashed, or was closed in haste, leaves to the next one. The user's files are never
 * touched.
 */
import { del, entries, get, promisifyRequest, type UseStore } from 'idb-keyval';
import { holdTab, openTabs, thisTab } from '../host/tabs';

export interface Copy {
  readonly title: string;
  readonly text: string;
  readonly nodes: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A copy whose page is gone. */
export interface LeftCopy extends Copy {
  readonly key: string;
}

const STORE = 'copies';

let database: Promise<IDBDatabase> | undefined;

function opened(): Promise<IDBDatabase> {
  if (database) return database;
  const request = indexedDB.open('nabla recovery');
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  database = promisifyRequest(request);
  const forget = () => {
    database = undefined;
  };
  // Safari closes connections on its own.
  database.then((db) => {
    db.onclose = forget;
  }, forget);
  return database;
}

/** What is told to be written is on the disk, not in a cache that a power cut empties. */
const strictly: UseStore = async (mode, callback) => {
  const transaction = (await opened()).transaction(STORE, mode, { durability: 'strict' });
  const result = callback(transaction.objectStore(STORE));
  // A page that is being closed may not live to see its requests answered.
  if (mode === 'readwrite') transaction.commit?.();
  return result;
};

/** Puts these in place of all that was kept for this page, or leaves everything as it was. */
export async function keepCopies(copies: readonly Copy[]): Promise<void> {
  await holdTab();
  await strictly('readwrite', (store) => {
    store.delete(IDBKeyRange.bound(`${thisTab} `, `${thisTab} \uffff`));
    copies.forEach((copy, i) => {
      store.put(copy, `${thisTab} ${i}`);
    });
    return promisifyRequest(store.transaction);
  });
}

/** What pages that are gone have left, the newest first. */
export async function leftCopies(): Promise<readonly LeftCopy[]> {
  const [kept, tabs] = await Promise.all([entries<string, Copy>(strictly), openTabs()]);
  return kept
    .filter(([key]) => !tabs.has(key.slice(0, key.indexOf(' '))))
    .map(([key, copy]) => ({ key, ...copy }))
    .sort((a, b) => b.at - a.at);
}

/** The copy as it is now; undefined when another page has opened or discarded it in the meantime. */
export const leftCopy = (key: string): Promise<Copy | undefined> => get<Copy>(key, strictly);

export const discardCopy = (key: string): Promise<void> => del(key, strictly);
