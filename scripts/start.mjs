/**
 * `npm start`: builds if need be, then opens the desktop window where there is a display and Electron's binary is there or can be had; else
 * serves the same page on 127.0.0.1 and opens the default browser where there is a display.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { serve } from './serve.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PORT = 4317;
const require = createRequire(import.meta.url);

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** The path of Electron's binary, fetched on the first start; undefined where it cannot be had. */
function electronBinary() {
  const installer = require.resolve('electron/install.js');
  console.log('Looking for Electron (fetched once) …');
  const { status } = spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 120_000 });
  return status === 0 ? require('electron') : undefined;
}

function openBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
    'xdg-open',
  ];
  // Without a browser to open, the address on the terminal is enough.
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

build();
const binary = hasDisplay ? electronBinary() : undefined;
if (binary) {
  // Debian and others run as root in containers, where Chromium has no sandbox to offer.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  spawn(binary, [...flags, ROOT, ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code) =>
    process.exit(code ?? 1),
  );
} else {
  const { url } = await serve(PORT);
  console.log(`Nabla is at ${url} (press Ctrl+C to stop)`);
  if (hasDisplay) openBrowser(url);
}
