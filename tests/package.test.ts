/**
 * What is packed works where nothing else is: the examples of the engine's documentation are run from a tarball in an empty folder, and typed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nabla-package-'));

const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

/** The blocks of code, each with what it says it prints: the comments that are not sentences about the code. */
const examples = [
  ...readFileSync(join(root, 'docs/engine.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g),
].map(([, code]) => ({
  title: code.match(/import \{ (.*) \}/)![1],
  code,
  printed: [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$|^\s*console\.log.*\);$|^\/\/ (.*)$/gm)]
    .map(([, behind, below]) => behind ?? below)
    .filter((line) => line !== undefined && !/^(q = |e = |∂z)/.test(line)),
}));

beforeAll(() => {
  // Brings `dist` up to date if it is not, which it is after `npm test` has begun.
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
  const [{ filename }] = JSON.parse(
    npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
}, 120_000);

describe('The engine, installed from a tarball,', () => {
  it.each(examples)('runs the example of $title', ({ code, printed }) => {
    writeFileSync(join(folder, 'example.js'), code);
    const out = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
    expect(out.trim().split('\n')).toEqual(printed);
  });

  it('runs in a worker', () => {
    writeFileSync(join(folder, 'example.js'), examples[0].code);
    writeFileSync(
      join(folder, 'main.js'),
      "import { Worker } from 'node:worker_threads';\nnew Worker(new URL('example.js', import.meta.url));\n",
    );
    const out = execFileSync(process.execPath, ['main.js'], { cwd: folder, encoding: 'utf8' });
    expect(out.trim().split('\n')).toEqual(examples[0].printed);
  });

  it('has types for Node and for bundlers', () => {
    writeFileSync(
      join(folder, 'typed.ts'),
      `import { compile, type Program, Pullback } from 'nabla/engine';
const program: Program = compile([{ id: 'x', op: 'variable', value: 1 }]).run();
const row: Float64Array | undefined = new Pullback(program, program.node('x')!).run().gradient(program.node('x')!);
// @ts-expect-error: a program has no such member
program.nothing;
export { row };
`,
    );
    for (const kind of ['node16', 'bundler']) {
      const module = kind === 'node16' ? 'node16' : 'esnext';
      const args = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--module',
        module,
        '--moduleResolution',
        kind,
        'typed.ts',
      ];
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], {
        cwd: folder,
      });
    }
  }, 60_000);

  it('has the command, too', () => {
    const out = execFileSync(process.execPath, ['node_modules/nabla/dist/nabla.js', '--version'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(out.trim()).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  });

  it('has the fonts and the renderer of pictures, too', () => {
    const graph = fileURLToPath(new URL('../assets/lessons/case-6.nabla', import.meta.url));
    const png = execFileSync(
      process.execPath,
      ['node_modules/nabla/dist/nabla.js', 'export', graph, '--to', 'png'],
      { cwd: folder },
    );
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(10_000);
  });
});
