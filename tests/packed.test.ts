/**
 * What the installers pack and how they harden it, read from the real configuration and the built application.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { build } from '../scripts/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));

it('has all fuses blown that would let somebody else’s code in', () => {
  expect(config.asar).toBe(true);
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

it('is made for Linux, macOS and Windows, opens .nabla files and nabla:// links', () => {
  expect(config.linux.target).toEqual(['AppImage', 'deb']);
  expect(config.mac.target).toBe('dmg');
  expect(config.win.target).toBe('nsis');
  expect(config.fileAssociations.map(({ ext }: { ext: string }) => ext)).toEqual(['nabla']);
  expect(config.protocols.flatMap(({ schemes }: { schemes: string[] }) => schemes)).toEqual(['nabla']);
  const resources = readdirSync(join(root, config.directories.buildResources));
  for (const { icon } of [config.linux, config.mac, config.win]) expect(resources).toContain(icon);
});

it('packs what runs, and nothing else: no sources, no tests, no maps, no packages', () => {
  expect(config.files).toEqual([
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    'LICENSE',
    'THIRD_PARTY_NOTICES.md',
    '!node_modules/**',
  ]);
  build();
  const packed = ['main', 'preload', 'renderer'].flatMap((part) =>
    readdirSync(join(root, 'out', part), { recursive: true, encoding: 'utf8' })
      .map((name) => join('out', part, name))
      .filter((path) => statSync(join(root, path)).isFile()),
  );
  const kinds = /\.(?:js|cjs|css|html|png|svg|woff2?|ttf|wasm|webmanifest)$/;
  expect(packed.filter((path) => !kinds.test(path))).toEqual([]);
  expect(packed.filter((path) => /\btests?\b|fixtures|\.map$|\.ts$/.test(path))).toEqual([]);
  for (const path of packed.filter((one) => /\.c?js$/.test(one))) {
    const text = readFileSync(join(root, path), 'utf8');
    expect(text, path).not.toMatch(/^\/\/# sourceMappingURL=/m);
    // A path of the machine it was built on.
    expect(text.includes(root), path).toBe(false);
  }
  // What the main process needs is inside it: nothing is looked for in a folder of packages.
  const main = readFileSync(join(root, 'out/main/main.js'), 'utf8');
  const imported = [...main.matchAll(/^import .* from "([^"]+)";$/gm)].map(([, name]) => name);
  expect(imported.filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([]);
});
