/**
 * The host of this page: what a preload script offers, or the browser itself.
 */
import { HOST_GLOBAL, type Host, type OpenedFile } from '#bridge';
import { createBrowserHost } from './browser-host';

const offered = (globalThis as { [HOST_GLOBAL]?: Host })[HOST_GLOBAL];
const browser = offered ? undefined : createBrowserHost();

export const host: Host = offered ?? browser!;

/** A file that was dropped. Only a browser gives the page handles; elsewhere saving asks where. */
export async function openDropped(file: File, fileHandle?: FileSystemFileHandle): Promise<OpenedFile> {
  if (browser) return browser.opened(file, fileHandle);
  return { handle: '', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
