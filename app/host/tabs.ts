/**
 * The pages of Nabla that are open in this browser. Each holds a lock for as long as it lives, and loses it however it ends.
 */
const LOCK = 'nabla page ';

/** The name of this page. A page that is loaded again is another one: what the one before left behind is not its own. */
export const thisTab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

let held: Promise<void> | undefined;

/** Resolves once the others can tell that this page is open. */
export function holdTab(): Promise<void> {
  held ??= new Promise((resolve) => {
    // A page served without TLS has no locks: there no page knows of another one.
    if (!navigator.locks) return resolve();
    void navigator.locks.request(LOCK + thisTab, () => {
      resolve();
      return new Promise<never>(() => {});
    });
  });
  return held;
}

/** The names of the pages that are open now. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  await holdTab();
  if (!navigator.locks) return new Set([thisTab]);
  const { held: locks = [] } = await navigator.locks.query();
  const names = locks.map(({ name = '' }) => name).filter((name) => name.startsWith(LOCK));
  return new Set(names.map((name) => name.slice(LOCK.length)));
}
