/**
 * The desktop application itself, wherever Electron's binary and a display are at hand; elsewhere the name of the skipped test says what is
 * missing. What needs no binary is tested in preload.test.ts and electron/test.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright';
import { expect, it } from 'vitest';
import { jacobianOf, openLesson } from './page';

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
const name = 'Nabla starts as a desktop application, opens a lesson, shows a Jacobian and quits';

it.skipIf(missing)(missing ? `${name} (skipped: ${missing})` : name, async () => {
  // A profile of its own: a Nabla that is running already stays out of it.
  const userData = mkdtempSync(join(tmpdir(), 'nabla-electron-'));
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    executablePath: electronBinary()!,
    args: [...flags, `--user-data-dir=${userData}`, root],
  });
  try {
    const page = await application.firstWindow();
    expect(page.url()).toBe('app://nabla/index.html');
    await openLesson(page, 'Case 6');
    const label = jacobianOf(page, 'z', 'q');
    await label.waitFor();
    expect(await label.getAttribute('aria-label')).toBe(
      'Jacobian of z with respect to q, 1 by 2: 0.44, 0.52',
    );
    expect(await page.evaluate(() => 'nablaHost' in globalThis && !('require' in globalThis))).toBe(true);
    const quit = application.waitForEvent('close');
    await application.evaluate(({ app }) => app.quit()).catch(() => {});
    await quit;
  } finally {
    await application.close();
    rmSync(userData, { recursive: true, force: true });
  }
});
