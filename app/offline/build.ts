/**
 * What makes the built page an application that can be installed and starts without a network: its manifest, its icons, and the service worker
 * with the list of all files.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ASSETS = new URL('../../assets/', import.meta.url);
const WORKER = new URL('service-worker.js', import.meta.url);

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: file,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

const MANIFEST = {
  id: './',
  name: 'Nabla',
  description: 'See differential calculus: graphs whose edges carry their Jacobians.',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f6f7fa',
  theme_color: '#2747b0',
  categories: ['education', 'productivity'],
  icons: [
    icon('icon-192.png', 192, 'any'),
    icon('icon-512.png', 512, 'any'),
    icon('icon-maskable-512.png', 512, 'maskable'),
  ],
};

export const offline: Plugin = {
  name: 'offline',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
    { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icon-192.png' }, injectTo: 'head' },
  ],
  generateBundle() {
    const emit = (fileName: string, source: string | Uint8Array) =>
      this.emitFile({ type: 'asset', fileName, source });
    emit('manifest.webmanifest', JSON.stringify(MANIFEST));
    for (const { src } of MANIFEST.icons) emit(src, readFileSync(new URL(src, ASSETS)));
  },
  // The page itself is among the files only once all of them are made.
  writeBundle({ dir }, bundle) {
    const version = createHash('sha256');
    const names = Object.keys(bundle).sort();
    for (const name of names) {
      const file = bundle[name];
      version.update(name).update(file.type === 'chunk' ? file.code : file.source);
    }
    // Some servers lead from index.html to the folder, and a page may not be answered with what was led elsewhere.
    const files = names.map((name) => (name === 'index.html' ? './' : name));
    const head = `const FILES = ${JSON.stringify(files)};\nconst VERSION = '${version.digest('hex').slice(0, 16)}';\n`;
    writeFileSync(join(dir!, 'service-worker.js'), head + readFileSync(WORKER, 'utf8'));
  },
};
