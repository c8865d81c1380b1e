/**
 * The desktop application: the real main process with a stand-in for Electron, on real files. What a window may do, whom the host answers,
 * what happens to files, windows and menus.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import type { MenuItemConstructorOptions, Rectangle } from 'electron';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOST_CALLS, type HostCalls, type HostFile, SPEAKER_WINDOW } from '#bridge';
import { EDITOR_LIMITS } from '#document';
import { CONTENT_POLICY_HEADER } from '../content-policy';
import { pageHandler } from '../protocol';
import { type ElectronDouble, event, startMain, WindowDouble } from './electron-double';

let folder: string;
let userData: string;
let electron: ElectronDouble;
let window: WindowDouble;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nabla-main-'));
  userData = join(folder, 'user data');
  electron = await startMain({ userData });
  [window] = electron.windows();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  vi.doUnmock('electron');
});

/** A file in the temporary folder. */
function file(name: string, text = 'a graph'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What the user chooses in the next dialogs; nothing is "Cancel". */
function choose(path?: string): void {
  electron.choice = path;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The folder's files, but for the list of recent ones. */
const files = () => readdirSync(folder).filter((name) => join(folder, name) !== userData);

async function opened(path: string) {
  choose(path);
  const outcome = await electron.call(window, 'open', true);
  if (outcome === null || 'failure' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('A window', () => {
  it('shows the page and nothing else', () => {
    expect(electron.windows()).toHaveLength(1);
    expect(window.webContents.mainFrame.url).toBe('app://nabla/index.html');
    expect([...electron.protocols.keys()]).toEqual(['app']);
    expect(electron.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('is isolated from the system: sandboxed, without Node, without webviews', () => {
    expect(window.options.webPreferences).toEqual({
      preload: expect.stringMatching(/preload[/\\]preload\.cjs$/),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
    });
  });

  it('has no developer tools in the packaged application', async () => {
    const packaged = await startMain({ packaged: true });
    expect(packaged.windows()[0].options.webPreferences?.devTools).toBe(false);
  });

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
    const attempt = event();
    window.webContents.emit(name, attempt, 'https://example.org/');
    expect(attempt.defaultPrevented).toBe(true);
  });

  it.each([
    ['https://example.org/', ''],
    ['https://example.org/', SPEAKER_WINDOW],
    ['app://nabla/index.html', SPEAKER_WINDOW],
    ['about:blank', ''],
    ['about:blank', 'another'],
  ])('opens no window for the page with %s in it, named "%s"', (url, frameName) => {
    expect(window.webContents.openHandler?.({ url, frameName })).toEqual({ action: 'deny' });
  });

  it("opens an empty window for the speaker's notes, as confined as itself and without the host", () => {
    const answer = window.webContents.openHandler?.({ url: 'about:blank', frameName: SPEAKER_WINDOW });
    const { preload, ...confined } = window.options.webPreferences!;
    expect(preload).toBeDefined();
    expect(answer).toEqual({
      action: 'allow',
      overrideBrowserWindowOptions: { title: 'Nabla', webPreferences: confined },
    });
    const speaker = new WindowDouble({}, new Set());
    window.webContents.emit('did-create-window', speaker);
    const attempt = event();
    speaker.webContents.emit('will-navigate', attempt, 'https://example.org/');
    expect(attempt.defaultPrevented).toBe(true);
    expect(speaker.webContents.openHandler?.({ url: 'https://example.org/', frameName: '' })).toEqual({
      action: 'deny',
    });
  });

  it.each([
    ['clipboard-sanitized-write', true],
    ['fullscreen', true],
    ['clipboard-read', false],
    ['geolocation', false],
    ['media', false],
    ['notifications', false],
    ['fileSystem', false],
    ['openExternal', false],
    ['hid', false],
    ['unknown', false],
  ])('asking for the permission %s is told %s', (permission, granted) => {
    const answers: boolean[] = [];
    electron.askPermission?.(window.webContents, permission, (answer) => answers.push(answer));
    expect(answers).toEqual([granted]);
    expect(electron.checkPermission?.(window.webContents, permission)).toBe(granted);
  });
});

describe('The place of a window', () => {
  const place = { x: 300, y: 200, width: 1000, height: 700 };
  const start = async (displays?: readonly Rectangle[]) => {
    const { windows } = await startMain({ userData, ...(displays && { displays }) });
    return windows()[0];
  };

  beforeEach(() => {
    window.bounds = place;
    window.close();
  });

  it('is that of the last one that was closed', async () => {
    expect((await start()).options).toMatchObject(place);
  });

  it('is the whole screen if it was, and smaller again as before', async () => {
    const before = await start();
    before.maximize();
    before.close();
    const after = await start();
    expect(after.maximized).toBe(true);
    expect(after.options).toMatchObject(place);
  });

  it('is on the second screen, and left to the system where that one is gone', async () => {
    window = await start();
    window.bounds = { ...place, x: 2300 };
    window.close();
    const second = { x: 1920, y: 0, width: 1920, height: 1080 };
    const both = [{ x: 0, y: 0, width: 1920, height: 1080 }, second];
    expect((await start(both)).options.x).toBe(2300);
    const { options } = await start();
    expect(options).toMatchObject({ width: 1000, height: 700 });
    expect(options.x).toBeUndefined();
  });

  it.each(['not JSON', '{}', '{"x":1e9}', '{"x":0,"y":0,"width":1,"height":1,"maximized":false}', 'null'])(
    'is the usual one when what was kept is %s',
    async (damaged) => {
      writeFileSync(join(userData, 'window.json'), damaged);
      expect((await start()).options).toMatchObject({ width: 1440, height: 900 });
    },
  );

  it('is a little beside the one before it', async () => {
    window = await start();
    electron = await startMain({ userData });
    await electron.call(electron.windows()[0], 'openWindow');
    expect(electron.windows()[1].options).toMatchObject({ x: 328, y: 228, width: 1000, height: 700 });
  });
});

describe('The page', () => {
  let page: string;
  let fetched: (url: string) => Promise<Response>;

  beforeEach(() => {
    page = join(folder, 'page');
    mkdirSync(join(page, 'assets'), { recursive: true });
    for (const name of [
      'index.html',
      'assets/index.js',
      'assets/a b.css',
      'assets/notes.txt',
      'secret.nabla',
    ])
      writeFileSync(join(page, name), name);
    mkdirSync(join(page, 'folder.js'));
    // Neighbours that a wrong prefix would let out.
    writeFileSync(join(folder, 'outside.js'), 'outside');
    mkdirSync(`${page}-old`);
    writeFileSync(join(`${page}-old`, 'index.js'), 'old');
    const answer = pageHandler(page);
    fetched = (url) => answer({ url });
  });

  it.each([
    ['app://nabla/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://nabla/index.html?x=1#y', 'index.html', 'text/html; charset=utf-8'],
    ['app://nabla/assets/index.js', 'assets/index.js', 'text/javascript; charset=utf-8'],
    ['app://nabla/assets/a%20b.css', 'assets/a b.css', 'text/css; charset=utf-8'],
    ['app://nabla/assets/../index.html', 'index.html', 'text/html; charset=utf-8'],
  ])('answers %s', async (url, body, type) => {
    const response = await fetched(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(body);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('carries its policy, which allows nothing from elsewhere, nothing inline and no frames', async () => {
    const { headers } = await fetched('app://nabla/index.html');
    expect(headers.get('content-security-policy')).toBe(CONTENT_POLICY_HEADER);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(CONTENT_POLICY_HEADER).toContain("default-src 'none'");
    expect(CONTENT_POLICY_HEADER).toContain("frame-ancestors 'none'");
    expect(CONTENT_POLICY_HEADER).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each([
    'app://nabla/../outside.js',
    'app://nabla/%2e%2e/outside.js',
    'app://nabla/..%2foutside.js',
    'app://nabla/%2e%2e%2foutside.js',
    'app://nabla/assets/%2e%2e%2f%2e%2e%2foutside.js',
    'app://nabla/%252e%252e%252foutside.js',
    'app://nabla/..\\outside.js',
    'app://nabla/..%5coutside.js',
    'app://nabla/assets\\..\\..\\outside.js',
    'app://nabla/../page-old/index.js',
    'app://nabla/..%2fpage-old%2findex.js',
    'app://nabla//etc/index.js',
    'app://nabla/index.html%00.js',
    'app://nabla/%ff.js',
    'app://elsewhere/index.html',
    'app://nabla.example.org/index.html',
    'app://nabla:80/index.html',
    'app:///index.html',
    'file:///index.html',
    'https://nabla/index.html',
    'index.html',
    'app://nabla/assets/notes.txt',
    'app://nabla/secret.nabla',
    'app://nabla/missing.js',
    'app://nabla/folder.js',
    'app://nabla/assets/',
    'app://nabla/',
    'app://nabla',
  ])('has nothing at %s', async (url) => {
    const response = await fetched(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('not found');
  });

  it('comes from the folder that is built beside the main process', async () => {
    const answer = electron.protocols.get('app')!;
    expect((await answer({ url: 'app://nabla/../main/main.js' })).status).toBe(404);
  });
});

/** Arguments that each call takes. */
const RIGHT: { [K in keyof HostCalls]: Parameters<HostCalls[K]> } = {
  open: [true],
  openRecent: ['handle', true],
  openWindow: [],
  recentFiles: [],
  save: ['text', 'graph.nabla', null, 'known'],
  changeOf: ['handle'],
  saveAs: [new Uint8Array([1, 2]), 'graph.png', 'png'],
  savePdf: ['graph.pdf'],
  setState: ['title', false],
  hold: ['handle'],
  setMenu: [[{ label: 'File', commands: [{ id: 'file.new', label: 'New', accelerator: 'CmdOrCtrl+N' }] }]],
  setWords: [{ graph: 'G', opened: 'O', svg: 'S', png: 'P', txt: 'T', pdf: 'D', failedTwice: 'F' }],
  diagnostics: [],
  close: [],
};

const tooLong = 'x'.repeat(1001);
const item = { id: 'a', label: 'A' };

/** Arguments that it does not. */
const WRONG: Record<keyof HostCalls, unknown[][]> = {
  open: [[], ['/etc/passwd'], [null], [true, '/etc/passwd']],
  openRecent: [
    [],
    ['a'],
    [1, true],
    [null, true],
    [['a'], true],
    [{ handle: 'a' }, true],
    ['a', 'b'],
    [tooLong, true],
  ],
  openWindow: [['/etc/passwd'], [true]],
  changeOf: [[], [1], [null], [tooLong], ['a', 'b']],
  recentFiles: [[1]],
  save: [
    [],
    ['text'],
    ['text', 'name'],
    ['text', 'name', undefined],
    ['text', 'name', 1],
    ['text', 'name', tooLong],
    ['text', 'name', null],
    [new Uint8Array(1), 'name', null, 'known'],
    ['text', null, null, 'known'],
    ['text', 'name', null, '/etc/passwd'],
    ['text', 'name', null, 'chosen'],
    ['text', 'name', null, 'known', 'known'],
    ['x'.repeat((1 << 25) + 1), 'name', null, 'known'],
  ],
  saveAs: [
    [],
    [new Uint8Array(1), 'name'],
    ['text', 'name', 'svg'],
    [[1, 2], 'name', 'svg'],
    [new Uint8Array(1), null, 'svg'],
    [new Uint8Array(1), 'name', 'pdf'],
    [new Uint8Array(1), 'name', 'svg', '/etc/passwd'],
    [new Uint8Array((1 << 26) + 1), 'name', 'png'],
  ],
  setState: [[], ['title'], ['title', 'yes'], [1, true], ['title', true, true]],
  hold: [[], [1], [undefined], [tooLong], ['a', 'b']],
  setMenu: [
    [],
    [null],
    ['File'],
    [[{ label: 'File' }]],
    [[{ label: 1, commands: [] }]],
    [[{ label: 'File', commands: [{ id: 'a' }] }]],
    [[{ label: 'File', commands: [{ ...item, accelerator: 1 }] }]],
    [[{ label: 'File', commands: [{ ...item, label: tooLong }] }]],
    [[{ label: 'File', commands: Array(201).fill(item) }]],
  ],
  setWords: [
    [],
    [null],
    [{}],
    [{ graph: 'G', opened: 'O', svg: 'S', png: 'P' }],
    [{ graph: 'G', opened: 'O', svg: 'S', png: 1, txt: 'T', pdf: 'D', failedTwice: 'F' }],
    [{ graph: 'G', opened: 'O', svg: 'S', png: tooLong, txt: 'T', pdf: 'D', failedTwice: 'F' }],
    [{ graph: 'G', opened: 'O', svg: 'S', png: 'P', txt: 'T', pdf: 'D', failedTwice: 'F', doc: 'D' }],
  ],
  diagnostics: [[true]],
  savePdf: [[], [1], [null], ['name', '/etc/passwd']],
  close: [[true]],
};

describe.each(HOST_CALLS)('The call %s', (name) => {
  const args = RIGHT[name] as unknown[];

  it('is answered when the page of a window asks', async () => {
    const sender = window.webContents;
    await electron.callFrom({ sender, senderFrame: sender.mainFrame }, name, args);
  });

  it('is refused when a frame inside the page asks, or a page of another origin, or nobody', async () => {
    const sender = window.webContents;
    const ours = sender.mainFrame;
    const refused = (from: object) =>
      expect(electron.callFrom(from, name, args)).rejects.toThrow('only the page of a Nabla window may ask');
    await refused({ sender, senderFrame: { url: ours.url } });
    await refused({ sender, senderFrame: null });
    await refused({ sender: { mainFrame: ours }, senderFrame: ours });
    for (const url of [
      'https://example.org/',
      'app://nabla.example.org/',
      'app://nabla',
      'file:///tmp/index.html',
      'about:blank',
      'data:text/html,app://nabla/',
    ]) {
      sender.mainFrame = { url };
      await refused({ sender, senderFrame: sender.mainFrame });
    }
    expect(electron.asked).toEqual([]);
  });

  it('is refused with arguments that it does not take', async () => {
    const sender = window.webContents;
    for (const wrong of WRONG[name])
      await expect(electron.callFrom({ sender, senderFrame: sender.mainFrame }, name, wrong)).rejects.toThrow(
        `${name} was called with arguments it does not take`,
      );
    expect(electron.asked).toEqual([]);
    expect(electron.menu).toEqual([]);
  });
});

describe('Opening a file', () => {
  it('asks for a graph and gives its name, its bytes and an opaque handle: never its path', async () => {
    const path = file('case.nabla', '∇ graph');
    const outcome = await opened(path);
    expect(electron.asked).toEqual([
      {
        properties: ['openFile'],
        filters: [{ name: 'Nabla graph, or a picture of one', extensions: ['nabla', 'svg', 'png'] }],
      },
    ]);
    expect(outcome).toEqual({
      handle: expect.any(String),
      name: 'case.nabla',
      bytes: expect.any(Uint8Array),
    });
    expect(text(outcome.bytes)).toBe('∇ graph');
    expect(outcome.handle).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify([outcome, await electron.call(window, 'recentFiles')])).not.toContain(
      basename(folder),
    );
  });

  it('that another window shows brings that one to the front, as long as it does', async () => {
    const path = file('shared.nabla');
    symlinkSync(path, join(folder, 'by another name.nabla'));
    const { handle } = await opened(path);
    await electron.call(window, 'hold', handle);
    window.minimized = true;
    await electron.call(window, 'openWindow');
    const other = electron.windows().at(-1)!;
    expect(other).not.toBe(window);
    expect(electron.focused).toBe(other);
    expect(await electron.call(other, 'openRecent', handle, true)).toBeNull();
    expect(electron.focused).toBe(window);
    expect(window.minimized).toBe(false);
    other.focus();
    choose(join(folder, 'by another name.nabla'));
    expect(await electron.call(other, 'open', true)).toBeNull();
    expect(electron.focused).toBe(window);
    await electron.call(window, 'hold', null);
    expect(await electron.call(other, 'openRecent', handle, true)).toMatchObject({ name: 'shared.nabla' });
    expect(electron.windows()).toHaveLength(2);
  });

  it('goes to a window of its own where this one shows something', async () => {
    choose(file('second.nabla', 'second'));
    expect(await electron.call(window, 'open', false)).toBeNull();
    const [, other] = electron.windows();
    other.webContents.emit('did-finish-load');
    await vi.waitFor(() => expect(other.webContents.told).toHaveLength(1));
    expect(other.webContents.told).toMatchObject([['nabla:fileOpened', { name: 'second.nabla' }]]);
  });

  it('reads it again for the window that shows it', async () => {
    const path = file('mine.nabla', 'before');
    const { handle } = await opened(path);
    await electron.call(window, 'hold', handle);
    writeFileSync(path, 'after');
    const again = await electron.call(window, 'openRecent', handle, true);
    expect(again && 'bytes' in again && text(again.bytes)).toBe('after');
  });

  it('does nothing when the user cancels', async () => {
    choose();
    expect(await electron.call(window, 'open', true)).toBeNull();
  });

  it('lists what was opened and saved last first, ten at most, and opens it again', async () => {
    const paths = Array.from({ length: 12 }, (_, i) => file(`${i}.nabla`, `graph ${i}`));
    for (const path of paths) await opened(path);
    await opened(paths[5]);
    const recent = await electron.call(window, 'recentFiles');
    expect(recent.map(({ name }) => name)).toEqual([5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((i) => `${i}.nabla`));
    const again = await electron.call(window, 'openRecent', recent[1].handle, true);
    expect(again && 'bytes' in again && text(again.bytes)).toBe('graph 11');
  });

  it('remembers the list after a restart, under new handles', async () => {
    const before = await opened(file('kept.nabla'));
    const later = await startMain({ userData });
    const [page] = later.windows();
    const [recent] = await later.call(page, 'recentFiles');
    expect(recent.name).toBe('kept.nabla');
    expect(recent.handle).not.toBe(before.handle);
    expect(await later.call(page, 'openRecent', recent.handle, true)).toMatchObject({ name: 'kept.nabla' });
    expect(await later.call(page, 'openRecent', before.handle, true)).toEqual({
      failure: 'This file is no longer among the recent ones.',
    });
  });

  it.each(['', 'unknown', '/etc/passwd', '__proto__', 'constructor'])(
    'is refused for the handle %j, which was not given out',
    async (handle) => {
      expect(await electron.call(window, 'openRecent', handle, true)).toEqual({
        failure: 'This file is no longer among the recent ones.',
      });
    },
  );

  it.each(['not JSON', '{}', '[1, null, {"path": 1}]'])('survives a damaged list: %s', async (damaged) => {
    mkdirSync(userData);
    writeFileSync(join(userData, 'recent-files.json'), damaged);
    expect(await electron.call(window, 'recentFiles')).toEqual([]);
    await opened(file('case.nabla'));
    expect(await electron.call(window, 'recentFiles')).toHaveLength(1);
  });

  it('works where no list can be kept', async () => {
    writeFileSync(userData, 'a file where a folder should be');
    expect(text((await opened(file('case.nabla'))).bytes)).toBe('a graph');
  });

  it('of a missing file, a folder, or one that is too large fails with a sentence', async () => {
    mkdirSync(join(folder, 'folder.nabla'));
    truncateSync(file('large.nabla'), EDITOR_LIMITS.bytes + 1);
    const failures = [];
    for (const name of ['missing.nabla', 'folder.nabla', 'large.nabla', 'large.nabla/inside.nabla']) {
      choose(join(folder, name));
      failures.push(await electron.call(window, 'open', true));
    }
    expect(failures).toEqual([
      { failure: '"missing.nabla" cannot be read: the file or its folder is not there any more.' },
      { failure: '"folder.nabla" cannot be read: it is a folder: expected a file.' },
      {
        failure: `"large.nabla" has ${EDITOR_LIMITS.bytes + 1} bytes: more than the editor opens. ${EDITOR_LIMITS.remedy}`,
      },
      { failure: '"inside.nabla" cannot be read: ENOTDIR: not a directory.' },
    ]);
  });
});

describe('Saving a file', () => {
  const save = (contents: string, handle: string | null = null, name = 'graph.nabla') =>
    electron.call(window, 'save', contents, name, handle, 'known');

  async function saved(contents: string, handle: string | null = null): Promise<HostFile> {
    const outcome = await save(contents, handle);
    if (outcome === null || !('handle' in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  it('calls the kinds of files what the page calls them', async () => {
    const french = {
      graph: 'Graphe',
      opened: 'Graphe ou image',
      svg: 'Image SVG',
      png: 'Image PNG',
      txt: 'Texte',
      pdf: 'Document PDF',
      failedTwice: 'Deux fois',
    };
    await electron.call(window, 'setWords', french);
    choose();
    await save('∇');
    await electron.call(window, 'open', true);
    await electron.call(window, 'saveAs', new Uint8Array([1]), 'graph.svg', 'svg');
    expect(electron.asked).toMatchObject([
      { filters: [{ name: 'Graphe' }] },
      { filters: [{ name: 'Graphe ou image' }] },
      { filters: [{ name: 'Image SVG' }] },
    ]);
    await electron.call(window, 'setWords', {
      graph: 'Nabla graph',
      opened: 'Nabla graph, or a picture of one',
      svg: 'SVG picture',
      png: 'PNG picture',
      txt: 'Text file',
      pdf: 'PDF document',
      failedTwice: 'Twice',
    });
  });

  it('asks where, writes the text and gives a handle that saves there again without asking', async () => {
    choose(join(folder, 'new.nabla'));
    const first = await saved('∇ one');
    expect(electron.asked).toEqual([
      { defaultPath: 'graph.nabla', filters: [{ name: 'Nabla graph', extensions: ['nabla'] }] },
    ]);
    expect(first).toEqual({ handle: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'new.nabla' });
    expect(readFileSync(join(folder, 'new.nabla'), 'utf8')).toBe('∇ one');
    choose();
    expect(await saved('two', first.handle)).toEqual(first);
    expect(readFileSync(join(folder, 'new.nabla'), 'utf8')).toBe('two');
    expect(electron.asked).toHaveLength(1);
    expect(files()).toEqual(['new.nabla']);
  });

  it('goes to the file that was opened', async () => {
    const path = file('case.nabla', 'before');
    const { handle, name } = await opened(path);
    expect(await saved('after', handle)).toEqual({ handle, name });
    expect(readFileSync(path, 'utf8')).toBe('after');
  });

  it('does nothing when the user cancels', async () => {
    choose();
    expect(await save('text')).toBeNull();
    expect(files()).toEqual([]);
  });

  it('asks where when the handle was not given out: a page cannot name a path', async () => {
    const victim = file('victim.nabla', 'untouched');
    choose();
    expect(await save('text', victim)).toBeNull();
    expect(await save('text', null, victim)).toBeNull();
    expect(electron.asked).toMatchObject([{ defaultPath: 'graph.nabla' }, { defaultPath: 'victim.nabla' }]);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
  });

  it('keeps a link a link, and who may read the file', async () => {
    const path = file('real.nabla', 'before');
    chmodSync(path, 0o600);
    symlinkSync(path, join(folder, 'link.nabla'));
    const { handle } = await opened(join(folder, 'link.nabla'));
    await saved('after', handle);
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(files()).toEqual(['link.nabla', 'real.nabla']);
  });

  it('fails with a sentence, and leaves nothing behind, where there is no such folder or a folder of that name', async () => {
    mkdirSync(join(folder, 'folder.nabla'));
    file('plain');
    const failures = [];
    for (const name of [
      'missing/graph.nabla',
      'folder.nabla',
      'plain/graph.nabla',
      `${'x'.repeat(300)}.nabla`,
    ]) {
      choose(join(folder, name));
      failures.push(await save('text'));
    }
    expect(failures).toEqual([
      { failure: '"graph.nabla" was not saved: the file or its folder is not there any more.' },
      { failure: '"folder.nabla" was not saved: it is a folder: expected a file.' },
      { failure: '"graph.nabla" was not saved: ENOTDIR: not a directory.' },
      { failure: expect.stringContaining('was not saved: ENAMETOOLONG: name too long.') },
    ]);
    expect(files()).toEqual(['folder.nabla', 'plain']);
    expect(readdirSync(join(folder, 'folder.nabla'))).toEqual([]);
    expect(await electron.call(window, 'recentFiles')).toEqual([]);
  });

  it('never replaces a read-only file, and writes nothing into a read-only folder', async () => {
    mkdirSync(join(folder, 'closed'));
    const path = file('fixed.nabla', 'untouched');
    const { handle } = await opened(path);
    chmodSync(path, 0o444);
    chmodSync(join(folder, 'closed'), 0o555);
    chmodSync(folder, 0o777);
    const failure = 'you are not allowed to: change its permissions, or choose another place.';
    await withoutPrivileges(async () => {
      expect(await save('text', handle)).toEqual({ failure: `"fixed.nabla" was not saved: ${failure}` });
      choose(join(folder, 'closed/graph.nabla'));
      expect(await save('text')).toEqual({ failure: `"graph.nabla" was not saved: ${failure}` });
    });
    expect(readFileSync(path, 'utf8')).toBe('untouched');
    expect(files()).toEqual(['closed', 'fixed.nabla']);
    expect(readdirSync(join(folder, 'closed'))).toEqual([]);
    chmodSync(join(folder, 'closed'), 0o755);
  });

  it('keeps the old text whole, and says what to do, when the disk is full', async () => {
    const path = file('case.nabla', 'old');
    vi.doMock('node:fs/promises', async (original) => {
      const real = await original<typeof import('node:fs/promises')>();
      const open = async (...args: Parameters<typeof real.open>) =>
        Object.assign(await real.open(...args), {
          write: async () => {
            throw Object.assign(new Error(`ENOSPC: no space left, write '${path}'`), { code: 'ENOSPC' });
          },
        });
      return { ...real, open };
    });
    electron = await startMain({ userData });
    vi.doUnmock('node:fs/promises');
    [window] = electron.windows();
    const { handle } = await opened(path);
    expect(await save('new', handle)).toEqual({
      failure: '"case.nabla" was not saved: the disk is full: make room, or choose another place.',
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(files()).toEqual(['case.nabla']);
  });

  it('takes a name as long as the disk takes it', async () => {
    const name = `${'x'.repeat(244)}.nabla`;
    choose(join(folder, name));
    expect(await saved('text')).toMatchObject({ name });
  });

  it('succeeds where no list of recent files can be kept', async () => {
    writeFileSync(userData, 'a file where a folder should be');
    choose(join(folder, 'new.nabla'));
    expect(await saved('text')).toMatchObject({ name: 'new.nabla' });
  });

  it('takes a title of any length', async () => {
    choose(join(folder, 'new.nabla'));
    expect(await save('text', null, `${'long '.repeat(1000)}.nabla`)).toMatchObject({ name: 'new.nabla' });
  });
});

/** Permissions do not bind root: for a moment, be somebody else. */
async function withoutPrivileges(action: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await action();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('A file that somebody else has changed', () => {
  let path: string;
  let handle: string;

  beforeEach(async () => {
    path = file('case.nabla', 'before');
    ({ handle } = await opened(path));
    await electron.call(window, 'hold', handle);
  });

  it('is told of when its window asks, with another word for each change', async () => {
    const change = () => electron.call(window, 'changeOf', handle);
    expect(await change()).toBeNull();
    writeFileSync(path, 'theirs');
    const first = await change();
    expect(first).toEqual(expect.any(String));
    expect(await change()).toBe(first);
    writeFileSync(path, 'theirs again');
    expect(await change()).not.toBe(first);
    rmSync(path);
    expect(await change()).toBeNull();
    expect(await electron.call(window, 'changeOf', 'unknown')).toBeNull();
  });

  it('is heard of by the window that shows it, and by that one as long as it does', async () => {
    const heard = () => window.webContents.told.filter(([channel]) => channel === 'nabla:fileTouched').length;
    writeFileSync(path, 'theirs');
    await vi.waitFor(() => expect(heard()).toBeGreaterThan(0));
    await electron.call(window, 'hold', null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = heard();
    writeFileSync(path, 'theirs again');
    file('another.nabla');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard()).toBe(before);
  });

  it('is not what we are writing ourselves, whoever asks in the meantime', async () => {
    const saving = electron.call(window, 'save', 'ours', 'x', handle, 'known');
    const asked = Array.from({ length: 20 }, () => electron.call(window, 'changeOf', handle));
    await saving;
    expect(new Set(await Promise.all(asked))).toEqual(new Set([null]));
  });

  it('has one listener for the end of its window, however often it is saved', async () => {
    for (let k = 0; k < 20; k++) {
      await electron.call(window, 'save', `${k}`, 'x', handle, 'known');
      await electron.call(window, 'hold', handle);
    }
    expect(window.listenerCount('closed')).toBe(1);
  });

  it('is not saved over', async () => {
    writeFileSync(path, 'theirs');
    expect(await electron.call(window, 'save', 'mine', 'x', handle, 'known')).toEqual({
      conflict: 'case.nabla',
    });
    expect(readFileSync(path, 'utf8')).toBe('theirs');
    expect(files()).toEqual(['case.nabla']);
  });

  it('is replaced when that is wanted, and kept beside under a name with the time', async () => {
    writeFileSync(path, 'theirs');
    const outcome = await electron.call(window, 'save', 'mine', 'x', handle, 'anything');
    expect(outcome).toMatchObject({ name: 'case.nabla' });
    const backup = outcome && 'backup' in outcome ? outcome.backup! : '';
    expect(backup).toMatch(/^case\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.nabla$/);
    expect(readFileSync(join(folder, backup), 'utf8')).toBe('theirs');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    // Known again.
    expect(await electron.call(window, 'save', 'mine 2', 'x', handle, 'known')).not.toHaveProperty(
      'conflict',
    );
  });

  it('is no file of ours while two savings overlap', async () => {
    const both = await Promise.all(
      ['one', 'two'].map((mine) => electron.call(window, 'save', mine, 'x', handle, 'known')),
    );
    expect(both).toEqual([
      { handle, name: 'case.nabla' },
      { handle, name: 'case.nabla' },
    ]);
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  it('is not replaced by another window that saves under its name', async () => {
    await electron.call(window, 'openWindow');
    choose(path);
    expect(await electron.call(electron.windows()[1], 'save', 'other', 'x', null, 'known')).toEqual({
      failure: '"case.nabla" was not saved: it is open in another window. Choose another name.',
    });
    expect(readFileSync(path, 'utf8')).toBe('before');
  });
});

it('What savings left that were cut off is gone after the next start', async () => {
  await opened(file('case.nabla'));
  file('.case.nabla.0123456789abcdef.nabla-tmp', 'half');
  await startMain({ userData });
  await vi.waitFor(() => expect(files()).toEqual(['case.nabla']));
});

describe('Saving a picture', () => {
  const picture = new Uint8Array([0x89, 0x50, 0, 255]);

  it('asks where and writes the bytes; it is no recent file, and nothing else is saved over it', async () => {
    choose(join(folder, 'slide.png'));
    const outcome = await electron.call(window, 'saveAs', picture, '../graph.png', 'png');
    expect(electron.asked).toEqual([
      { defaultPath: 'graph.png', filters: [{ name: 'PNG picture', extensions: ['png'] }] },
    ]);
    expect(outcome).toEqual({ name: 'slide.png' });
    expect(new Uint8Array(readFileSync(join(folder, 'slide.png')))).toEqual(picture);
    expect(await electron.call(window, 'recentFiles')).toEqual([]);
  });

  it('does nothing when the user cancels', async () => {
    choose();
    expect(await electron.call(window, 'saveAs', picture, 'graph.svg', 'svg')).toBeNull();
    expect(files()).toEqual([]);
  });

  it('fails with a sentence where there is no such folder', async () => {
    choose(join(folder, 'none/slide.svg'));
    expect(await electron.call(window, 'saveAs', picture, 'graph.svg', 'svg')).toEqual({
      failure: '"slide.svg" was not saved: the file or its folder is not there any more.',
    });
  });
});

it('A PDF is what the window prints, and goes where the user says', async () => {
  choose(join(folder, 'slide.pdf'));
  expect(await electron.call(window, 'savePdf', '../graph.pdf')).toEqual({ name: 'slide.pdf' });
  expect(electron.asked).toMatchObject([{ defaultPath: 'graph.pdf', filters: [{ extensions: ['pdf'] }] }]);
  expect(readFileSync(join(folder, 'slide.pdf'), 'utf8')).toBe('%PDF of app://nabla/index.html');
  choose();
  expect(await electron.call(window, 'savePdf', 'graph.pdf')).toBeNull();
});

describe('Closing a window', () => {
  it('is immediate when nothing would be lost', async () => {
    await electron.call(window, 'setState', 'case.nabla – Nabla', false);
    expect([window.title, window.edited]).toEqual(['case.nabla – Nabla', false]);
    window.close();
    expect(window.isOpen).toBe(false);
    expect(window.webContents.told).toEqual([]);
  });

  it('asks the page first when work would be lost; the page closes it', async () => {
    await electron.call(window, 'setState', '• case.nabla – Nabla', true);
    expect([window.title, window.edited]).toEqual(['• case.nabla – Nabla', true]);
    window.close();
    window.close();
    expect(window.isOpen).toBe(true);
    expect(window.webContents.told).toEqual([
      ['nabla:closeRequested', null],
      ['nabla:closeRequested', null],
    ]);
    await electron.call(window, 'close');
    expect(window.isOpen).toBe(false);
  });

  it('is immediate again after the work is saved', async () => {
    await electron.call(window, 'setState', '• Nabla', true);
    await electron.call(window, 'setState', 'Nabla', false);
    window.close();
    expect(window.isOpen).toBe(false);
  });

  it('guards the work of a graph with a title of any length', async () => {
    await electron.call(window, 'setState', 'long '.repeat(1000), true);
    window.close();
    expect(window.isOpen).toBe(true);
  });

  it('is not held up by a page that has crashed', async () => {
    await electron.call(window, 'setState', '• Nabla', true);
    window.webContents.crashed = true;
    window.close();
    expect(window.isOpen).toBe(false);
  });

  it('says nothing to other windows', async () => {
    electron.app.emit('second-instance', {}, ['nabla'], folder);
    const [, other] = electron.windows();
    await electron.call(window, 'setState', '• Nabla', true);
    other.close();
    expect([window.isOpen, other.isOpen]).toEqual([true, false]);
    window.close();
    expect(other.webContents.told).toEqual([]);
  });

  it('ends the application with the last one, but on a Mac', async () => {
    window.close();
    electron.app.emit('window-all-closed');
    expect(electron.app.hasQuit).toBe(process.platform !== 'darwin');
    electron.app.emit('activate');
    electron.app.emit('activate');
    expect(electron.windows()).toHaveLength(1);
  });
});

describe('The native menu', () => {
  const menus = [
    {
      label: 'File',
      commands: [
        { id: 'file.save', label: 'Save', accelerator: 'CmdOrCtrl+S' },
        { id: 'file.welcome', label: 'Gallery' },
      ],
    },
    { label: 'View', commands: [{ id: 'view.fit', label: 'Fit all', accelerator: 'Shift+1' }] },
  ];

  const itemsOf = ({ submenu }: MenuItemConstructorOptions) => submenu as MenuItemConstructorOptions[];
  const chosen = (item: MenuItemConstructorOptions) => item.click?.({} as never, undefined, {} as never);

  it('lists the commands of the page; keys are shown, and heard by the page alone', async () => {
    await electron.call(window, 'setMenu', menus);
    const click = expect.any(Function);
    const [file, view] = electron.menu.filter(({ role }) => role === undefined);
    expect(file).toEqual({
      label: 'File',
      submenu: [
        { id: 'file.save', label: 'Save', click, accelerator: 'CmdOrCtrl+S', registerAccelerator: false },
        { id: 'file.welcome', label: 'Gallery', click },
        { type: 'separator' },
        { role: 'quit' },
      ],
    });
    expect(view).toEqual({
      label: 'View',
      submenu: [
        { id: 'view.fit', label: 'Fit all', click, accelerator: 'Shift+1', registerAccelerator: false },
      ],
    });
  });

  it('ends its first menu with quitting, in whatever language the page speaks', async () => {
    const [, view] = menus;
    await electron.call(window, 'setMenu', [{ label: 'Fichier', commands: [] }, view]);
    const [file, other] = electron.menu.filter(({ role }) => role === undefined);
    expect(itemsOf(file).at(-1)).toEqual({ role: 'quit' });
    expect(itemsOf(other).map(({ role }) => role)).toEqual([undefined]);
  });

  it('begins with the application’s own menu on a Mac, and ends with the windows', async () => {
    const { menuTemplate } = await import('../menu');
    const roles = (platform: NodeJS.Platform) =>
      menuTemplate(menus, () => {}, platform).map(({ role, label }) => role ?? label);
    expect(roles('darwin')).toEqual(['appMenu', 'File', 'View', 'windowMenu']);
    expect(roles('linux')).toEqual(['File', 'View']);
    expect(roles('win32')).toEqual(['File', 'View']);
  });

  it('tells the window in front what was chosen', async () => {
    electron.app.emit('second-instance', {}, ['nabla'], folder);
    const [, other] = electron.windows();
    await electron.call(window, 'setMenu', menus);
    await electron.call(other, 'setMenu', menus);
    const [save] = itemsOf(electron.menu.find(({ label }) => label === 'File')!);
    electron.focused = window;
    chosen(save);
    expect(window.webContents.told).toEqual([['nabla:command', 'file.save']]);
    expect(other.webContents.told).toEqual([]);
    electron.focused = null;
    chosen(save);
    expect(window.webContents.told).toHaveLength(1);
  });
});

describe('A file named from outside', () => {
  /** What the page was told when it had loaded. */
  async function toldAfterLoad(page: WindowDouble): Promise<unknown[]> {
    const told = new Promise((resolve) => page.webContents.once('told', resolve));
    expect(page.webContents.told).toEqual([]);
    page.webContents.emit('did-finish-load');
    await told;
    return page.webContents.told;
  }

  const openedAs = (name: string, contents: string) => [
    ['nabla:fileOpened', { handle: expect.any(String), name, bytes: new TextEncoder().encode(contents) }],
  ];

  it('on the command line is opened once the page has loaded', async () => {
    const path = file('named.nabla', 'named');
    const started = await startMain({ userData }, '--flag', 'other.txt', path);
    const [page] = started.windows();
    expect(await toldAfterLoad(page)).toEqual(openedAs('named.nabla', 'named'));
    page.webContents.emit('did-finish-load');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.webContents.told).toHaveLength(1);
  });

  it('is found from the folder where it was named, now and when it is opened again', async () => {
    const path = file('relative.nabla', 'relative');
    const started = await startMain({ userData }, relative(process.cwd(), path));
    await toldAfterLoad(started.windows()[0]);
    const list = readFileSync(join(userData, 'recent-files.json'), 'utf8');
    expect(JSON.parse(list)).toMatchObject([{ path }]);
  });

  it('that cannot be read is told to the page, which says so', async () => {
    const started = await startMain({ userData }, join(folder, 'missing.nabla'));
    expect(await toldAfterLoad(started.windows()[0])).toEqual([
      [
        'nabla:fileOpened',
        { failure: '"missing.nabla" cannot be read: the file or its folder is not there any more.' },
      ],
    ]);
  });

  it('twice in a row has one window', async () => {
    file('twice.nabla', 'twice');
    for (const _ of [1, 2]) electron.app.emit('second-instance', {}, ['nabla', 'twice.nabla'], folder);
    expect(electron.windows()).toHaveLength(2);
    expect(electron.focused).toBe(electron.windows()[1]);
  });

  it('in a second start opens in a new window of the first instance, from the second’s folder', async () => {
    file('second.nabla', 'second');
    electron.app.emit('second-instance', {}, ['nabla', '--flag', 'second.nabla'], folder);
    expect(electron.windows()).toHaveLength(2);
    expect(await toldAfterLoad(electron.windows()[1])).toEqual(openedAs('second.nabla', 'second'));
    expect(window.webContents.told).toEqual([]);
  });
});

describe('A link to a graph', () => {
  const told = async (started: ElectronDouble) => {
    const page = started.windows().at(-1)!;
    page.webContents.emit('did-finish-load');
    await new Promise(setImmediate);
    return page.webContents.told;
  };

  it.each(['nabla://open#graph=abc', 'nabla://open/#graph=abc'])(
    '%s is handed to a new page',
    async (link) => {
      expect(await told(await startMain({ userData }, link))).toEqual([['nabla:linkOpened', '#graph=abc']]);
      electron.app.emit('second-instance', {}, ['nabla', link], folder);
      expect(electron.windows()).toHaveLength(2);
      expect(await told(electron)).toEqual([['nabla:linkOpened', '#graph=abc']]);
    },
  );

  it('comes by an event of its own on a Mac', async () => {
    const opening = event();
    electron.app.emit('open-url', opening, 'nabla://open#graph=abc');
    expect(opening.defaultPrevented).toBe(true);
    expect(await told(electron)).toEqual([['nabla:linkOpened', '#graph=abc']]);
  });

  it.each([
    'nabla://elsewhere#graph=abc',
    'nabla:open#graph=abc',
    'https://example.org/#graph=abc',
    'javascript:1',
  ])('%s is none', async (link) => {
    expect(await told(await startMain({ userData }, link))).toEqual([]);
    electron.app.emit('open-url', event(), link);
    expect(electron.windows()).toHaveLength(1);
  });

  it('leads to the application that is installed, not to one that is run from its sources', async () => {
    expect(electron.app.schemes).toEqual([]);
    expect((await startMain({ packaged: true, userData })).app.schemes).toEqual(['nabla']);
  });
});

describe('A page that dies', () => {
  const die = (reason: string) => window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });

  it('has another one in its place, which goes on with the work', () => {
    die('crashed');
    expect(window.webContents.mainFrame.url).toBe('app://nabla/index.html#recover');
  });

  it('is left alone when it does so again at once', () => {
    die('crashed');
    window.webContents.mainFrame = { url: 'the page' };
    die('oom');
    expect(window.webContents.mainFrame.url).toBe('the page');
    expect(electron.errors).toEqual([expect.stringContaining('failed twice in a row')]);
  });

  it('has gone by itself when it was closed', () => {
    window.webContents.mainFrame = { url: 'the page' };
    die('clean-exit');
    expect(window.webContents.mainFrame.url).toBe('the page');
  });

  it('is noted in a log, which is read for the user and never grows large', async () => {
    die('crashed');
    expect(await electron.call(window, 'diagnostics')).toMatch(
      /^Electron .*\n\d{4}-\d\d-\d\dT[\d:.]+Z the page is gone: crashed 5\n$/,
    );
    writeFileSync(join(userData, 'nabla.log'), 'x'.repeat(200_000));
    for (let k = 0; k < 3; k++) window.emit('unresponsive');
    expect(statSync(join(userData, 'nabla.log')).size).toBeLessThan(1000);
    expect(await electron.call(window, 'diagnostics')).toContain('the page does not answer');
  });
});

describe('A second instance', () => {
  it('quits at once, without a window', async () => {
    const second = await startMain({ userData, second: true });
    expect(second.app.hasQuit).toBe(true);
    expect(second.windows()).toEqual([]);
    expect(second.protocols.size).toBe(0);
    expect(existsSync(userData)).toBe(false);
  });

  it('does not end the first', () => {
    expect(electron.app.hasQuit).toBe(false);
  });
});
