/**
 * Keeps the page in the browser, so that it starts without a network. The build puts two lines in front of this file: FILES, all that the page
 * is made of, and VERSION, which is another one whenever any of them is.
 *
 * A page runs with the files of one version from start to end: a new version is fetched beside the old one, and takes its place when no page of
 * the old one is open any more.
 */
/* global FILES, VERSION */
const PREFIX = `nabla ${self.registration.scope} `;
const NAME = PREFIX + VERSION;

self.addEventListener('install', (event) => event.waitUntil(fetchFiles()));
self.addEventListener('activate', (event) => event.waitUntil(removeOldVersions()));
self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

/** All or none: a version that lacks a file is never installed. */
async function fetchFiles() {
  const cache = await caches.open(NAME);
  await cache.addAll(FILES.map((path) => new Request(path, { cache: 'no-cache' })));
}

async function removeOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request) {
  const cache = await caches.open(NAME);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}
