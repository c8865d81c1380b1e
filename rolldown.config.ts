/**
 * What runs outside of the page, as single files: the command line, which starts fast, and the engine as a library.
 */
import { defineConfig } from 'rolldown';

export default defineConfig([
  {
    input: 'packages/cli/bin.ts',
    platform: 'node',
    output: { file: 'dist/nabla.js', format: 'esm', minify: true },
  },
  {
    input: 'packages/engine/index.ts',
    platform: 'neutral',
    output: { file: 'dist/engine.js', format: 'esm' },
  },
]);
