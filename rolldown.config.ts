/**
 * What runs outside of the page: the command line, which starts fast and loads the drawing of pictures when it is asked for one, and the
 * engine as a library, a single file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'rolldown';
import { RESOURCES } from './packages/cli/resources.ts';

const { resolve } = createRequire(import.meta.url);

/** Fonts and WebAssembly, beside the code that reads them. */
const resources: Plugin = {
  name: 'resources',
  buildStart() {
    for (const [name, path] of Object.entries(RESOURCES))
      this.emitFile({ type: 'asset', fileName: `resources/${name}`, source: readFileSync(resolve(path)) });
  },
};

export default defineConfig([
  {
    input: { nabla: 'packages/cli/bin.ts' },
    platform: 'node',
    plugins: [resources],
    output: { dir: 'dist', chunkFileNames: 'nabla-[name].js', format: 'esm', minify: true },
  },
  {
    input: 'packages/engine/index.ts',
    platform: 'neutral',
    output: { file: 'dist/engine.js', format: 'esm' },
  },
]);
