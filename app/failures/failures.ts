/**
 * What went wrong, kept in this browser alone for a file that the user may send: no document, no name of a file. Nothing is sent by itself.
 */
import { version } from '../../package.json';
import { host } from '../host/host';

const KEY = 'nabla.failures';
const MOST = 30;
const LONGEST = 2000;

/** Notes a failure. */
export function noteFailure(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const entry = `${new Date().toISOString()} ${text}`.slice(0, LONGEST);
  try {
    localStorage.setItem(KEY, JSON.stringify([...kept(), entry].slice(-MOST)));
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

function kept(): readonly string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}

/** Failures that no part of the page has taken care of. */
export function listenToFailures(target: Window): void {
  target.addEventListener('error', ({ error, message }) => noteFailure(error ?? message));
  target.addEventListener('unhandledrejection', ({ reason }) => noteFailure(reason));
}

/** Everything that helps to find a fault, as lines that a person can read before sending them. */
export async function diagnosticsText(): Promise<string> {
  const { width, height } = screen;
  return [
    `Nabla ${version}`,
    `Language ${document.documentElement.lang}, window ${innerWidth} × ${innerHeight}, screen ${width} × ${height}, ${devicePixelRatio} pixels a point`,
    await host.diagnostics(),
    ...kept(),
    '',
  ].join('\n');
}

export { version };
