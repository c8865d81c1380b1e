/**
 * Serves the built page on 127.0.0.1, with the content policy as a header. Used by `npm start` where there is no window, and by the tests.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../out/renderer', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The policy that the page itself was built with; a header may also forbid frames. */
async function contentPolicy() {
  const page = await readFile(join(ROOT, 'index.html'), 'utf8');
  const [, policy = "default-src 'self'"] =
    page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/) ?? [];
  return `${policy.replaceAll('&#39;', "'")}; frame-ancestors 'none'`;
}

/**
 * Listens on `port`, or on a free one if it is taken, and resolves to the server and its address.
 * @param {number} port
 */
export async function serve(port) {
  const policy = await contentPolicy();
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const path = normalize(join(ROOT, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
      if (!path.startsWith(ROOT + sep)) throw new Error('outside the page');
      const body = await readFile(path);
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      });
      response.end(body);
    } catch {
      // Whatever cannot be read is not there.
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  const listening = await listen(server, port).catch(() => listen(server, 0));
  return { server, url: `http://127.0.0.1:${listening}/` };
}

/** @returns {Promise<number>} */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}
