import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Built as the editor is. */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir: here('../../out/naive'), emptyOutDir: true, minify: true, chunkSizeWarningLimit: 2_000 },
});
