/**
 * The page without a network: the browser keeps it, once it has been there. The desktop window has its files with it.
 */
export function startOffline(): void {
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !navigator.serviceWorker) return;
  // What the first screen needs goes first.
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('./service-worker.js', { updateViaCache: 'none' }).catch(() => {
      // Private windows keep nothing: there the page needs its server.
    });
  });
}
