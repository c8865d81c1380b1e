/**
 * The documents keep their word: links lead somewhere, commands run, notices are complete.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../packages/cli/main';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const documents = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe.each(documents)('%s', (path) => {
  it('links only to what is there', () => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });
});

it('The commands of the README run as they stand', () => {
  const commands = [...read('README.md').matchAll(/^npx nabla (.+)$/gm)].map(([, line]) => line);
  expect(commands.length).toBeGreaterThan(3);
  for (const line of commands) {
    if (line.includes('my-graph')) continue;
    const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
    const status = main(
      args.map((arg) => (arg.startsWith('assets/') ? join(root, arg) : arg)),
      { out() {}, err() {}, bytes() {} },
    );
    expect(status, line).toBe(0);
  }
});

it('The files and folders that the guide names are there', () => {
  const named = [...read('docs/guide.md').matchAll(/`((?:app|packages|electron)\/[\w./-]+\.tsx?)`/g)].map(
    ([, path]) => path,
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('The third-party notices are those of the packages that are installed', () => {
  const committed = read('THIRD_PARTY_NOTICES.md');
  execFileSync(process.execPath, ['scripts/notices.mjs'], { cwd: root });
  expect(read('THIRD_PARTY_NOTICES.md')).toBe(committed);
});
