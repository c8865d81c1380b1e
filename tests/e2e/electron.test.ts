/**
 * The desktop application itself, wherever Electron's binary and a display are at hand; elsewhere the name of the skipped test says what is
 * missing. What needs no binary is tested in preload.test.ts and electron/test.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { jacobianOf, nodeOf, openLesson } from './page';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the package keeps its binary once it has been fetched. Importing the package would fetch it. */
function electronBinary(): string | undefined {
  const folder = join(root, 'node_modules/electron');
  if (!existsSync(join(folder, 'path.txt'))) return undefined;
  const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return existsSync(path) ? path : undefined;
}

function obstacle(): string | undefined {
  if (!electronBinary()) return 'Electron’s binary is not here: run `npx install-electron` with internet';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display: run it under `xvfb-run`';
  return undefined;
}

const missing = obstacle();
const named = (name: string) => (missing ? `${name} (skipped: ${missing})` : name);

/** A profile of its own: a Nabla that is running already stays out of it. */
let userData: string;
let application: ElectronApplication | undefined;

beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'nabla-electron-'));
});

afterEach(async () => {
  await application?.close().catch(() => {});
  application = undefined;
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
});

const flags = () => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${join(userData, 'profile')}`,
  root,
];

async function launch(...args: readonly string[]): Promise<Page> {
  application = await _electron.launch({ executablePath: electronBinary()!, args: [...flags(), ...args] });
  return application.firstWindow();
}

function fileWith(text: string): string {
  const path = join(userData, 'graph.nabla');
  writeFileSync(path, text);
  return path;
}

const caseOne = readFileSync(join(root, 'assets/lessons/case-1.nabla'), 'utf8');

async function type(page: Page, x: string): Promise<void> {
  const field = nodeOf(page, 'x').getByRole('textbox', { name: 'x' });
  await field.fill(x);
  await field.press('Enter');
}

it.skipIf(missing)(
  named('Nabla starts as a desktop application, opens a lesson, shows a Jacobian and quits'),
  async () => {
    const page = await launch();
    expect(page.url()).toBe('app://nabla/index.html');
    await openLesson(page, 'Case 6');
    const label = jacobianOf(page, 'z', 'q');
    await label.waitFor();
    expect(await label.getAttribute('aria-label')).toBe(
      'Jacobian of z with respect to q, 1 by 2: 0.44, 0.52',
    );
    expect(await page.evaluate(() => 'nablaHost' in globalThis && !('require' in globalThis))).toBe(true);
    const quit = application!.waitForEvent('close');
    await application!.evaluate(({ app }) => app.quit()).catch(() => {});
    await quit;
  },
);

it.skipIf(missing)(named('A file is opened by its name, edited, saved, and opened again'), async () => {
  const path = fileWith(caseOne);
  const page = await launch(path);
  await nodeOf(page, 'y').waitFor();
  await type(page, '4');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('"value": 4');
  await application!.close();
  const again = await launch(path);
  await expect.poll(() => nodeOf(again, 'y').getAttribute('aria-label')).toContain('16');
});

it.skipIf(missing)(named('Work is offered again after the process was killed'), async () => {
  const page = await launch();
  await openLesson(page, 'Case 1');
  await type(page, '7');
  await page.waitForTimeout(1000);
  const gone = application!.waitForEvent('close');
  application!.process().kill('SIGKILL');
  await gone;
  const again = await launch();
  await again.getByRole('region', { name: 'Unsaved work' }).getByRole('button', { name: 'Open' }).click();
  await expect.poll(() => nodeOf(again, 'y').getAttribute('aria-label')).toContain('49');
});

it.skipIf(missing)(named('The native menu is that of the editor'), async () => {
  await launch();
  const labels = () =>
    application!.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label));
  await expect.poll(labels).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Study', 'Help']));
});

it.skipIf(missing)(named('A second start hands its file to the first'), async () => {
  await launch();
  const opened = application!.waitForEvent('window');
  const second = spawn(electronBinary()!, [...flags(), fileWith(caseOne)], { stdio: 'ignore' });
  const page = await opened;
  await nodeOf(page, 'y').waitFor();
  if (second.exitCode === null) await once(second, 'exit');
  expect(second.exitCode).toBe(0);
});
