import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('The parser works where code from strings is forbidden, as in our pages', () => {
  const script = `
    import { create, parseDependencies } from 'mathjs/number';
    console.log(create({ parseDependencies }).parse('2 sin(x)').toString());
    try { new Function('return 1')(); } catch (error) { console.log(error.name); }
  `;
  const { stdout } = spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '-e', script],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stdout).toBe('2 sin(x)\nEvalError\n');
});
