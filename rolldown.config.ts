/**
 * The command line as one file that starts fast.
 */
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: 'packages/cli/bin.ts',
  platform: 'node',
  output: { file: 'dist/nabla.js', format: 'esm', minify: true },
});
