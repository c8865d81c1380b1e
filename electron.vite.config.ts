/**
 * The three parts of the desktop application: main, preload, renderer.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import renderer from './app/vite.config';

const entry = (file: string) => resolve(import.meta.dirname, 'electron', file);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: { input: entry('main.ts'), output: { format: 'es', entryFileNames: 'main.js' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload script must be CommonJS.
      rollupOptions: { input: entry('preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
  },
  renderer,
});
