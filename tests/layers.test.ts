/**
 * The linter knows which way is down: an import that points up is an error.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folder of a file, what it imports, whether that is refused. */
const IMPORTS: [folder: string, source: string, refused: boolean][] = [
  ['packages/engine', '#document', true],
  ['packages/engine', 'zod', true],
  ['packages/engine/operators', '../../document/graph', true],
  ['packages/engine/operators', '../operator', false],
  ['packages/engine', '#formula', true],
  ['packages/formula', '#document', true],
  ['packages/formula', '../document/graph', true],
  ['packages/formula', 'zod', true],
  ['packages/formula', '#engine', false],
  ['packages/formula', 'mathjs/number', false],
  ['packages/document', '#formula', false],
  ['packages/document', '../formula/parse', true],
  ['packages/document', '#scene', true],
  ['packages/document', '../scene/boxes', true],
  ['packages/document', '#engine', false],
  ['packages/scene', '../../app/state/store', true],
  ['packages/bridge', '#engine', true],
  ['packages/cli', '../scene/boxes', true],
  ['packages/cli', '#scene', false],
  ['packages/cli', '#bridge', true],
  ['packages/cli', '#document', false],
  ['electron', '#engine', true],
  ['electron', '#bridge', false],
  ['app/canvas', 'katex', true],
  ['app/math', 'katex', false],
  ['app/host', '../../electron/main', true],
];

it('An import that points up is refused by the linter, one that points down is not', () => {
  const copy = mkdtempSync(join(tmpdir(), 'nabla-layers-'));
  copyFileSync(join(root, 'biome.json'), join(copy, 'biome.json'));
  const paths = IMPORTS.map(([folder], i) => join(folder, `file-${i}.ts`));
  IMPORTS.forEach(([, source], i) => {
    mkdirSync(join(copy, dirname(paths[i])), { recursive: true });
    writeFileSync(join(copy, paths[i]), `import { it } from '${source}';\nexport { it };\n`);
  });
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '.'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  const report = `${stdout}${stderr}`;
  const refused = paths.map((path) =>
    new RegExp(`${path}:1:\\d+ lint/style/noRestrictedImports`).test(report),
  );
  expect(IMPORTS.map(([folder, source], i) => [folder, source, refused[i]])).toEqual(IMPORTS);
});
