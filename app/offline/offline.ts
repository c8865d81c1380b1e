/**
 * The page without a network: the browser keeps it, once it has been there. The desktop window has its files with it.
 */
/** Milliseconds. To be kept, all files of the page are fetched once more: half a second that the first graph needs. */
const KEEP_AFTER = 3000;

export function startOffline(): void {
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !navigator.serviceWorker) return;
  window.addEventListener('load', () => setTimeout(keepPage, KEEP_AFTER));
}

function keepPage(): void {
  navigator.serviceWorker.register('./service-worker.js', { updateViaCache: 'none' }).catch(() => {
    // Private windows keep nothing: there the page needs its server.
  });
}
