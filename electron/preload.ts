/**
 * The only thing the page is given: the host of the contract, by message.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { HOST_CALLS, HOST_EVENTS, HOST_GLOBAL, type HostEvents } from '#bridge';

const calls = Object.fromEntries(
  HOST_CALLS.map((name) => [name, (...args: unknown[]) => ipcRenderer.invoke(`nabla:${name}`, ...args)]),
);

function on<K extends keyof HostEvents>(event: K, listener: (payload: HostEvents[K]) => void): () => void {
  if (!HOST_EVENTS.includes(event)) throw new Error(`there is no event ${event}`);
  const hear = (_: IpcRendererEvent, payload: HostEvents[K]) => listener(payload);
  ipcRenderer.on(`nabla:${event}`, hear);
  return () => {
    ipcRenderer.off(`nabla:${event}`, hear);
  };
}

contextBridge.exposeInMainWorld(HOST_GLOBAL, { ...calls, on });
