/**
 * The desktop application without Electron: the built page talks through the built preload script, in a real browser, to the real main process
 * and to real files. Only the module `electron` is a stand-in, on both sides.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOST_CALLS, type Host } from '#bridge';
import { linkTo } from '../../app/share/link';
import { type ElectronDouble, startMain, type WindowDouble } from '../../electron/test/electron-double';
import { jacobianOf, nodeOf, openLesson, type Stage, setStage } from './page';
import { command } from './scenes';

const root = fileURLToPath(new URL('../..', import.meta.url));
const preload = readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8');
const caseOne = readFileSync(join(root, 'assets/lessons/case-1.nabla'), 'utf8');

let stage: Stage;
let folder: string;
let electron: ElectronDouble;
let window: WindowDouble;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  vi.doUnmock('electron');
  await stage.close();
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nabla-preload-'));
});

afterEach(async () => {
  endWatching();
  await page.context().close();
  rmSync(folder, { recursive: true, force: true });
  expect(stage.troubles.splice(0)).toEqual([]);
});

/** Starts the application: main process, window, preload script, page. */
async function start(...args: readonly string[]): Promise<void> {
  endWatching();
  electron = await startMain({ userData: join(folder, 'user data') }, ...args);
  [window] = electron.windows();
  const { webContents } = window;
  page = await stage.open();
  await page.exposeFunction('invokeMain', (channel: string, given: unknown[]) =>
    electron.callFrom(
      { sender: webContents, senderFrame: webContents.mainFrame },
      channel.replace('nabla:', ''),
      given,
    ),
  );
  webContents.on('told', (channel: string, payload: unknown) => {
    void page.evaluate(([name, value]) => (globalThis as unknown as StandIn).hearMain(name, value), [
      channel,
      payload,
    ] as const);
  });
  await page.addInitScript(standIn(preload));
  await page.reload();
  webContents.emit('did-finish-load');
}

/** Nobody watches files for a page that is gone. */
function endWatching(): void {
  for (const open of electron?.windows() ?? []) open.emit('closed');
}

/** What the stand-in leaves on the page. */
interface StandIn {
  readonly exposed: readonly string[];
  readonly nablaHost: Host;
  readonly heard: string[];
  hearMain(channel: string, payload: unknown): void;
}

/** The preload script as Electron's sandbox runs it: CommonJS, with the module `electron` and no other. */
const standIn = (script: string) => `{
  const listeners = new Map();
  const exposed = [];
  globalThis.exposed = exposed;
  globalThis.hearMain = (channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, payload);
  };
  const electron = {
    contextBridge: { exposeInMainWorld: (name, api) => {
        globalThis[name] = Object.freeze(api);
        exposed.push(name);
      } },
    ipcRenderer: {
      invoke: (channel, ...args) => globalThis.invokeMain(channel, args),
      on: (channel, listener) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      off: (channel, listener) => listeners.get(channel)?.delete(listener),
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload script has no module ' + name);
    return electron;
  };
  (function (module, exports) { ${script} })({ exports: {} }, {});
}`;

/** A file in the temporary folder, opened through the dialog. */
async function open(name: string, text = caseOne): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  electron.choice = path;
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await page.getByRole('main', { name: 'Graph' }).waitFor();
  return path;
}

/** Types another x = 3 into the graph of case 1. */
async function type(number: string): Promise<void> {
  await nodeOf(page, 'x').getByRole('textbox', { name: 'x' }).click();
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
}

const unsavedDialog = () => page.getByRole('alertdialog', { name: 'Save the changes to “Case 1' });

describe('The preload script', () => {
  it('gives the page the calls of the contract, and nothing else of Electron', async () => {
    await start();
    const given = await page.evaluate(() => {
      const { exposed, nablaHost } = globalThis as unknown as StandIn;
      return { exposed, members: Object.keys(nablaHost) };
    });
    expect(given).toEqual({ exposed: ['nablaHost'], members: [...HOST_CALLS, 'on'] });
  });

  it('hears the events of the contract until told to stop, and no others', async () => {
    await start();
    await page.evaluate(() => {
      const { nablaHost } = globalThis as unknown as StandIn;
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const stop = nablaHost.on('command', (id) => {
        heard.push(id);
        stop();
      });
    });
    const heard = () => page.evaluate(() => (globalThis as unknown as StandIn).heard);
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    const before = await theme();
    window.webContents.send('nabla:command', 'view.theme');
    await expect.poll(theme).not.toBe(before);
    window.webContents.send('nabla:command', 'view.theme');
    // The page itself still listens.
    await expect.poll(theme).toBe(before);
    expect(await heard()).toEqual(['view.theme']);
    const refused = page.evaluate(() => {
      (globalThis as unknown as StandIn).nablaHost.on('anything' as 'command', () => {});
    });
    await expect(refused).rejects.toThrow('there is no event anything');
  });
});

describe('On the desktop', () => {
  it('a file is opened from disk, edited and saved over, byte for byte what the graph is', async () => {
    await start();
    const path = await open('one.nabla');
    await expect.poll(() => window.title).toBe('one.nabla – Nabla');
    expect(await jacobianOf(page, 'y', 'x').getAttribute('aria-label')).toContain('6');
    await page.keyboard.press('Control+s');
    await type('4');
    await expect.poll(() => window.title).toBe('• one.nabla – Nabla');
    expect(window.edited).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(caseOne);
    await page.keyboard.press('Control+s');
    await expect.poll(() => window.edited).toBe(false);
    expect(window.title).toBe('one.nabla – Nabla');
    expect(readFileSync(path, 'utf8')).toBe(caseOne.replace('"value": 3', '"value": 4'));
    expect(readdirSync(folder).sort()).toEqual(['one.nabla', 'user data']);
    // The file was known: no dialog but the one that opened it.
    expect(electron.asked).toHaveLength(1);
  });

  it('a graph of the gallery is saved where the user says, and again there without asking', async () => {
    await start();
    await openLesson(page, 'Case 1');
    const path = join(folder, 'mine.nabla');
    electron.choice = path;
    await page.keyboard.press('Control+s');
    await expect.poll(() => window.title).toBe('mine.nabla – Nabla');
    expect(electron.asked).toMatchObject([{ defaultPath: 'case-1-scalar-to-scalar.nabla' }]);
    expect(readFileSync(path, 'utf8')).toBe(caseOne);
    await type('5');
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFileSync(path, 'utf8')).toContain('"value": 5');
    expect(electron.asked).toHaveLength(1);
  });

  it('a file that was opened is listed on the next start, and opens from there', async () => {
    await start();
    await open('listed.nabla');
    await page.context().close();
    await start();
    await page.getByRole('region', { name: 'Recent files' }).getByRole('button').click();
    await nodeOf(page, 'y').waitFor();
    await expect.poll(() => window.title).toBe('listed.nabla – Nabla');
  });

  it('a file named on the command line is on the screen', async () => {
    const path = join(folder, 'named.nabla');
    writeFileSync(path, caseOne);
    await start(path);
    await nodeOf(page, 'y').waitFor();
    await expect.poll(() => window.title).toBe('named.nabla – Nabla');
  });

  it('what goes wrong with a file is told, and the graph stays unsaved', async () => {
    await start();
    await open('one.nabla');
    await type('4');
    electron.choice = join(folder, 'gone/one.nabla');
    await page.keyboard.press('Control+Shift+s');
    const message = page.getByRole('alertdialog', { name: 'That did not work' });
    await message.waitFor();
    expect(await message.innerText()).toContain(
      '"one.nabla" was not saved: the file or its folder is not there any more.',
    );
    expect(window.edited).toBe(true);
  });

  it('the native menu lists the commands of the editor and runs them', async () => {
    await start();
    await open('one.nabla');
    await type('4');
    await expect.poll(() => nodeOf(page, 'y').getAttribute('aria-label')).toContain('16');
    expect(electron.menu.map(({ label }) => label).filter(Boolean)).toEqual([
      'File',
      'Edit',
      'Select',
      'View',
      'Study',
      'Graph',
      'Arrange',
      'Help',
    ]);
    choose('Undo');
    await expect.poll(() => nodeOf(page, 'y').getAttribute('aria-label')).toContain('9');
    choose('Gradient rows');
    await expect
      .poll(() => page.getByRole('button', { name: 'Gradient rows' }).getAttribute('aria-pressed'))
      .toBe('true');
    // A command that makes no sense now does nothing.
    choose('Undo');
    choose('Values');
    await expect
      .poll(() => page.getByRole('button', { name: 'Values', exact: true }).getAttribute('aria-pressed'))
      .toBe('true');
    expect(await nodeOf(page, 'y').getAttribute('aria-label')).toContain('9');
  });

  it('a window with unsaved work asks before it closes: cancel keeps it open', async () => {
    await start();
    await open('one.nabla');
    await type('4');
    await expect.poll(() => window.edited).toBe(true);
    window.close();
    await unsavedDialog().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => unsavedDialog().count()).toBe(0);
    expect(window.isOpen).toBe(true);
    expect(window.edited).toBe(true);
  });

  it('… the work can be given up', async () => {
    await start();
    const path = await open('one.nabla');
    await type('4');
    await expect.poll(() => window.edited).toBe(true);
    window.close();
    await page.getByRole('button', { name: 'Don’t save' }).click();
    await expect.poll(() => window.isOpen).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(caseOne);
  });

  it('… or saved first', async () => {
    await start();
    const path = await open('one.nabla');
    await type('4');
    await expect.poll(() => window.edited).toBe(true);
    window.close();
    await unsavedDialog().getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => window.isOpen).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(caseOne.replace('"value": 3', '"value": 4'));
  });

  it('a title of any length keeps the work from being lost', async () => {
    await start();
    await page.getByRole('button', { name: 'New graph' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('long '.repeat(1000));
    await page.keyboard.press('Enter');
    await expect.poll(() => window.edited).toBe(true);
  });
});

describe('A file that another program changes', () => {
  const question = () => page.getByRole('alertdialog', { name: 'one.nabla was changed by somebody else' });
  const choice = (name: string) => question().getByRole('button', { name });
  const theirs = caseOne.replace('"value": 3', '"value": 7');
  const shownX = () => nodeOf(page, 'x').getByRole('textbox', { name: 'x' }).inputValue();
  let path: string;

  beforeEach(async () => {
    await start();
    path = await open('one.nabla');
    await expect.poll(() => window.title).toBe('one.nabla – Nabla');
  });

  it('is asked about at once; what is there can be opened', async () => {
    writeFileSync(path, theirs);
    await choice('Open what is there').click();
    await expect.poll(shownX).toBe('7');
    await expect.poll(() => window.title).toBe('one.nabla – Nabla');
    await type('8');
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFileSync(path, 'utf8')).toContain('"value": 8');
    expect(await question().count()).toBe(0);
  });

  it('is not saved over before somebody has decided, however often it is put off', async () => {
    await type('4');
    writeFileSync(path, theirs);
    await choice('Decide later').click();
    await expect.poll(() => question().count()).toBe(0);
    await page.keyboard.press('Control+s');
    await choice('Decide later').click();
    expect(readFileSync(path, 'utf8')).toBe(theirs);
    expect(window.edited).toBe(true);
    expect(await shownX()).toBe('4');
  });

  it('is replaced, and kept beside', async () => {
    await type('4');
    writeFileSync(path, theirs);
    await choice('Replace it').click();
    await expect.poll(() => readFileSync(path, 'utf8')).toContain('"value": 4');
    const backup = readdirSync(folder).find((name) => /^one\.20.*\.nabla$/.test(name))!;
    expect(readFileSync(join(folder, backup), 'utf8')).toBe(theirs);
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toBe(`What it took the place of is kept as ${backup}.`);
    expect(window.edited).toBe(false);
  });

  it('stays as it is when ours becomes a file of its own', async () => {
    await type('4');
    writeFileSync(path, theirs);
    electron.choice = join(folder, 'mine.nabla');
    await choice('Save mine as a copy…').click();
    await expect.poll(() => window.title).toBe('mine.nabla – Nabla');
    expect(readFileSync(path, 'utf8')).toBe(theirs);
    expect(readFileSync(join(folder, 'mine.nabla'), 'utf8')).toContain('"value": 4');
  });
});

it('A graph opens in a window of its own where one is shown; an empty window takes it itself', async () => {
  await start();
  await page.keyboard.press('Control+n');
  await page.getByRole('main', { name: 'Graph' }).waitFor();
  expect(electron.windows()).toHaveLength(1);
  electron.choice = join(folder, 'one.nabla');
  writeFileSync(electron.choice, caseOne);
  await page.keyboard.press('Control+o');
  await nodeOf(page, 'y').waitFor();
  expect(electron.windows()).toHaveLength(1);
  await page.keyboard.press('Control+n');
  await expect.poll(() => electron.windows().length).toBe(2);
  electron.choice = join(folder, 'two.nabla');
  writeFileSync(electron.choice, caseOne);
  await page.keyboard.press('Control+o');
  await expect.poll(() => electron.windows().length).toBe(3);
  await nodeOf(page, 'y').waitFor();
  expect(window.title).toBe('one.nabla – Nabla');
});

it('What is wrong with a file named on the command line is told by the page', async () => {
  await start(join(folder, 'missing.nabla'));
  const message = page.getByRole('alertdialog', { name: 'That did not work' });
  await expect
    .poll(() => message.innerText())
    .toContain('"missing.nabla" cannot be read: the file or its folder is not there any more.');
});

it('A link to a graph is shown before it is opened', async () => {
  await start(linkTo(caseOne, 'nabla://open'));
  const question = page.getByRole('alertdialog', { name: 'Open “Case 1: scalar to scalar” from the link?' });
  await question.getByRole('button', { name: 'Open' }).click();
  await nodeOf(page, 'y').waitFor();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await command(page, 'Copy a link to this graph');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  // This page comes from a server, as that of the application does not.
  await expect.poll(copied).toMatch(/^http.*#graph=/);
});

it('A page that takes the place of one that has died goes on with its work', async () => {
  await start();
  await open('one.nabla');
  await type('4');
  await expect.poll(() => window.edited).toBe(true);
  // As long as it takes to be copied.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  const other = await page.context().newPage();
  await page.close();
  page = other;
  await page.goto(`${stage.url}#recover`);
  await nodeOf(page, 'y').waitFor();
  await expect.poll(() => nodeOf(page, 'y').getAttribute('aria-label')).toContain('16');
  expect(new URL(page.url()).hash).toBe('');
});

/** Chooses an item of the native menu. */
function choose(label: string): void {
  const items = electron.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  const item = items.find((other) => other.label === label);
  item!.click!({} as never, undefined, {} as never);
}
