/**
 * A stand-in for the module `electron`: it keeps what it is told and passes messages on, so that the real main process runs in a test.
 */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type {
  BrowserWindowConstructorOptions,
  HandlerDetails,
  MenuItemConstructorOptions,
  PermissionCheckHandlerHandlerDetails,
  Rectangle,
  WindowOpenHandlerResponse,
} from 'electron';
import { vi } from 'vitest';
import type { HostCalls } from '#bridge';

type OpenDetails = Pick<HandlerDetails, 'url' | 'frameName'>;

interface Frame {
  readonly url: string;
}

/** An event as Electron hands it out: whoever hears it may prevent what follows. */
export function event() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

class WebContentsDouble extends EventEmitter {
  mainFrame: Frame = { url: 'about:blank' };
  crashed = false;
  /** What the page was told, in order. */
  readonly told: [channel: string, payload: unknown][] = [];
  openHandler: ((details: OpenDetails) => WindowOpenHandlerResponse) | undefined;

  send(channel: string, payload: unknown): void {
    this.told.push([channel, structuredClone(payload)]);
    this.emit('told', channel, payload);
  }

  setWindowOpenHandler(handler: (details: OpenDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  async printToPDF(): Promise<Uint8Array> {
    return new TextEncoder().encode(`%PDF of ${this.mainFrame.url}`);
  }

  isCrashed(): boolean {
    return this.crashed;
  }
}

export class WindowDouble extends EventEmitter {
  readonly webContents = new WebContentsDouble();
  readonly options: BrowserWindowConstructorOptions;
  readonly #all: Set<WindowDouble>;
  title = '';
  edited = false;
  minimized = false;
  maximized = false;
  bounds: Rectangle;

  constructor(options: BrowserWindowConstructorOptions, all: Set<WindowDouble>) {
    super();
    this.options = options;
    const { x = 100, y = 50, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.#all = all;
    all.add(this);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame = { url };
  }

  setTitle(title: string): void {
    this.title = title;
  }

  setDocumentEdited(edited: boolean): void {
    this.edited = edited;
  }

  getNormalBounds(): Rectangle {
    return this.bounds;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  maximize(): void {
    this.maximized = true;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  restore(): void {
    this.minimized = false;
  }

  focus(): void {
    this.emit('focus');
  }

  /** Closes the window as its close button does, unless someone prevents it. */
  close(): void {
    const closing = event();
    this.emit('close', closing);
    if (closing.defaultPrevented) return;
    this.#all.delete(this);
    this.emit('closed');
  }

  get isOpen(): boolean {
    return this.#all.has(this);
  }
}

type Handler = (event: object, ...args: unknown[]) => Promise<unknown>;
type PermissionAnswer = (granted: boolean) => void;

interface Circumstances {
  /** Where recent files are listed. */
  readonly userData?: string;
  readonly packaged?: boolean;
  /** Whether another instance is running already. */
  readonly second?: boolean;
  readonly displays?: readonly Rectangle[];
}

const ONE_SCREEN = [{ x: 0, y: 0, width: 1920, height: 1080 }];

function electronDouble({
  userData = '/nowhere',
  packaged = false,
  second = false,
  displays = ONE_SCREEN,
}: Circumstances) {
  const windows = new Set<WindowDouble>();
  const handlers = new Map<string, Handler>();
  const app = Object.assign(new EventEmitter(), {
    isPackaged: packaged,
    hasQuit: false,
    requestSingleInstanceLock: () => !second,
    whenReady: async () => {},
    schemes: [] as string[],
    setAsDefaultProtocolClient(scheme: string) {
      this.schemes.push(scheme);
    },
    getPath: (name: string) => (name === 'userData' ? userData : join(userData, name)),
    quit() {
      this.hasQuit = true;
    },
  });
  const double = {
    app,
    /** What the user will choose in the dialogs, and what the dialogs were asked. */
    choice: undefined as string | undefined,
    asked: [] as unknown[],
    errors: [] as string[],
    focused: null as WindowDouble | null,
    displays: displays as readonly Rectangle[],
    menu: [] as MenuItemConstructorOptions[],
    schemes: [] as unknown[],
    protocols: new Map<string, (request: { url: string }) => Promise<Response>>(),
    askPermission: undefined as
      | ((contents: unknown, permission: string, answer: PermissionAnswer) => void)
      | undefined,
    checkPermission: undefined as
      | ((
          contents: unknown,
          permission: string,
          origin?: string,
          details?: PermissionCheckHandlerHandlerDetails,
        ) => boolean)
      | undefined,
    windows: () => [...windows],

    /** A call as the page of `window` makes it: what goes in and out survives a structured clone. */
    async call<K extends keyof HostCalls>(
      window: WindowDouble,
      name: K,
      ...args: Parameters<HostCalls[K]>
    ): Promise<Awaited<ReturnType<HostCalls[K]>>> {
      const sender = window.webContents;
      return double.callFrom({ sender, senderFrame: sender.mainFrame }, name, args) as never;
    },

    /** A call from anywhere, with anything. */
    async callFrom(from: object, name: string, args: unknown[]): Promise<unknown> {
      const handler = handlers.get(`nabla:${name}`);
      if (!handler) throw new Error(`No handler registered for 'nabla:${name}'`);
      return structuredClone(await handler(from, ...structuredClone(args)));
    },
  };

  class BrowserWindow extends WindowDouble {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options, windows);
      double.focused = this;
      this.on('focus', () => {
        double.focused = this;
      });
    }
    static getAllWindows = () => [...windows];
    static getFocusedWindow = () => double.focused;
    static fromWebContents = (contents: unknown) =>
      [...windows].find((window) => window.webContents === contents) ?? null;
  }

  /** The module as `import … from 'electron'` sees it. */
  const module = {
    app,
    BrowserWindow,
    dialog: {
      async showOpenDialog(_: WindowDouble, options: unknown) {
        double.asked.push(options);
        return { canceled: double.choice === undefined, filePaths: double.choice ? [double.choice] : [] };
      },
      async showSaveDialog(_: WindowDouble, options: unknown) {
        double.asked.push(options);
        return { canceled: double.choice === undefined, filePath: double.choice ?? '' };
      },
      showErrorBox(_: string, message: string) {
        double.errors.push(message);
      },
    },
    ipcMain: {
      handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
    },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu(template: MenuItemConstructorOptions[]) {
        double.menu = template;
      },
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => double.schemes.push(...schemes),
      handle: (scheme: string, handler: (request: { url: string }) => Promise<Response>) =>
        double.protocols.set(scheme, handler),
    },
    screen: {
      getAllDisplays: () => double.displays.map((workArea) => ({ workArea })),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler(handler: typeof double.askPermission) {
          double.askPermission = handler;
        },
        setPermissionCheckHandler(handler: typeof double.checkPermission) {
          double.checkPermission = handler;
        },
      },
    },
  };
  return Object.assign(double, { module });
}

export type ElectronDouble = ReturnType<typeof electronDouble>;

/** Starts the real main process in the given circumstances, as `electron . …args` does. */
export async function startMain(
  circumstances: Circumstances,
  ...args: readonly string[]
): Promise<ElectronDouble> {
  const electron = electronDouble(circumstances);
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  const { argv } = process;
  process.argv = ['electron', '.', ...args];
  try {
    await import('../main');
    // It goes on when the application is ready.
    await new Promise(setImmediate);
  } finally {
    process.argv = argv;
  }
  return electron;
}
