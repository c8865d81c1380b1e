/**
 * Which page shows which file on disk, so that two pages do not write over each other's work unaware. Only the browser can tell whether two
 * handles lead to the same file, so the handles themselves are kept.
 */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import { holdTab, openTabs, thisTab } from './tabs';

let store: UseStore | undefined;

function shown(): UseStore {
  store ??= createStore('nabla shown files', 'files');
  return store;
}

/** This page shows the file now; undefined: none that is on disk. */
export async function noteShown(handle: FileSystemFileHandle | undefined): Promise<void> {
  await holdTab();
  await (handle ? set(thisTab, handle, shown()) : del(thisTab, shown()));
}

/** Whether another page shows the file. */
export async function isShownElsewhere(handle: FileSystemFileHandle): Promise<boolean> {
  const [files, tabs] = await Promise.all([entries<string, FileSystemFileHandle>(shown()), openTabs()]);
  for (const [tab, other] of files) {
    if (!tabs.has(tab)) await del(tab, shown());
    else if (tab !== thisTab && (await handle.isSameEntry(other))) return true;
  }
  return false;
}
