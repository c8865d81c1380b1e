/**
 * Finds a real Chromium wherever the tests run: the variable CHROMIUM, Playwright's own, the system's, the one in the npm package, or Debian's
 * when we are root there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

const SYSTEM = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

const ARGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const args = [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ ...(await whereabouts()), args });
}

/** For a process of one's own, which can be killed. */
export async function chromiumCommand() {
  const { executablePath = chromium.executablePath() } = await whereabouts();
  return { executablePath, args: [...args, '--headless', '--no-first-run'] };
}

async function whereabouts(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM;
  if (named) return { executablePath: named };
  if (existsSync(chromium.executablePath())) return {};
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return { executablePath: system };
  const shipped = await shippedByNpm();
  if (shipped) return { executablePath: shipped };
  if (installedByApt()) return { executablePath: '/usr/bin/chromium' };
  throw new Error(
    'No Chromium was found. Install Chrome, Chromium or Edge, or run `npx playwright install chromium`, or name one in the variable CHROMIUM.',
  );
}

/** An optional package of a few megabytes, for Linux on x64. */
async function shippedByNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const { default: shipped } = await import('@sparticuz/chromium');
    const path = await shipped.executablePath();
    // It needs libraries that a bare system may lack.
    return spawnSync(path, ['--version', '--no-sandbox']).status === 0 ? path : undefined;
  } catch {
    return undefined;
  }
}

function installedByApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing Chromium from the packages of this system …');
  execFileSync('apt-get', ['update'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  return existsSync('/usr/bin/chromium');
}
