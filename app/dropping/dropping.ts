/**
 * Files dropped anywhere on the window. Left to itself, a browser would leave the page to show them.
 */
import { EDITOR_LIMITS } from '#document';
import { openDropped } from '../host/host';
import { t } from '../i18n/i18n';
import { openFrom } from '../state/files';
import { showDialog, useEditor } from '../state/store';

/** Pixels may take more room than the graph in them. */
const MOST_BYTES = 4 * EDITOR_LIMITS.bytes;
const KNOWN = /\.(nabla|json|svg|png)$/i;

/** Tells when files hang over the window, until the function it returns is called. */
export function listenToDrops(target: Window, tell: (over: boolean) => void): () => void {
  const listeners = {
    dragover(event: DragEvent) {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      const welcome = useEditor.getState().dialog === null;
      event.dataTransfer.dropEffect = welcome ? 'copy' : 'none';
      tell(welcome);
    },
    dragleave(event: DragEvent) {
      // From one element to another it is still over the window.
      if (event.relatedTarget === null) tell(false);
    },
    drop(event: DragEvent) {
      tell(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      if (useEditor.getState().dialog === null)
        take([...event.dataTransfer.files], handleIn(event.dataTransfer));
    },
  };
  const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
  for (const [name, listener] of entries) target.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of entries) target.removeEventListener(name, listener);
  };
}

const bringsFiles = (event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** What TypeScript's library does not declare. */
interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** The handle of the file, where the browser has them. It has to be asked for before the event is over. */
async function handleIn({ items }: DataTransfer): Promise<FileSystemFileHandle | undefined> {
  const item = [...items].find(({ kind }) => kind === 'file') as ItemWithHandle | undefined;
  const handle = await item?.getAsFileSystemHandle?.();
  return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined;
}

function take([file, ...more]: readonly File[], handle: Promise<FileSystemFileHandle | undefined>): void {
  if (!file || more.length > 0) return refuse(t('Drop one file at a time.'));
  const { name, size } = file;
  if (!KNOWN.test(name))
    return refuse(
      t('{{file}} is neither a graph (.nabla) nor a picture with a graph inside (.svg, .png).', {
        file: name,
      }),
    );
  if (size > MOST_BYTES) return refuse(t('{{file}} is too large to hold a graph.', { file: name }));
  // Without a handle the file opens all the same, and is saved elsewhere.
  openFrom(async () => openDropped(file, await handle.catch(() => undefined)));
}

const refuse = (message: string) => showDialog({ kind: 'failure', message });
