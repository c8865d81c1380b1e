/**
 * `app://nabla/…`: the built page and nothing else, with its policy as a header.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { CONTENT_POLICY_HEADER } from './content-policy';

export const SCHEME = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Answers requests of the page from the folder it was built into. */
export function pageHandler(root: string): (request: { url: string }) => Promise<Response> {
  return async ({ url }) => {
    const path = pathOf(root, url);
    const type = path && TYPES[extname(path)];
    if (!type) return new Response('not found', { status: 404 });
    try {
      const body = await readFile(path);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': type,
          'content-security-policy': CONTENT_POLICY_HEADER,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      // Whatever cannot be read is not there.
      return new Response('not found', { status: 404 });
    }
  };
}

/** The file a URL names, or nothing when it lies outside the page. */
function pathOf(root: string, url: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (protocol !== 'app:' || host !== 'nabla') return undefined;
    const path = normalize(join(root, decodeURIComponent(pathname)));
    return path.startsWith(root + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}
