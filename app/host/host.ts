/**
 * The host of this page: what a preload script offers, or the browser itself.
 */
import { HOST_GLOBAL, type Host } from '#bridge';
import { createBrowserHost } from './browser-host';

const offered = (globalThis as { [HOST_GLOBAL]?: Host })[HOST_GLOBAL];

export const host: Host = offered ?? createBrowserHost();
