/**
 * Writes THIRD_PARTY_NOTICES.md: every package whose code is in what we ship, with its licence text. `npm run notices`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The packages that our own sources import at run time, and those whose fonts are shipped. */
const IMPORTED = [
  '@base-ui/react',
  '@fontsource/dejavu-mono',
  '@fontsource/dejavu-sans',
  '@resvg/resvg-wasm',
  '@tanstack/react-virtual',
  '@xyflow/react',
  'd3-contour',
  'elkjs',
  'fastest-levenshtein',
  'fflate',
  'i18next',
  'idb-keyval',
  'immer',
  'jsonrepair',
  'katex',
  'lucide-react',
  'match-sorter',
  'mathjs',
  'opentype.js',
  'react',
  'react-dom',
  'react-error-boundary',
  'react-i18next',
  'react-markdown',
  'remark-math',
  'speech-rule-engine',
  'tinykeys',
  'uplot',
  'zod',
  'zustand',
];

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;

/** Where the lock file says that `from` finds `name`: the nearest node_modules outwards. */
function resolve(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at}${at === '' ? '' : '/'}node_modules/${name}`;
    if (lock[path]) return path;
    if (at === '') return undefined;
    if (!at.includes('/node_modules/')) at = '';
  }
}

function closure() {
  const found = new Set();
  const queue = IMPORTED.map((name) => resolve('', name));
  for (const path of queue) {
    if (!path || found.has(path)) continue;
    found.add(path);
    for (const name of Object.keys(lock[path].dependencies ?? {}))
      if (!name.startsWith('@types/')) queue.push(resolve(path, name));
  }
  return [...found].sort();
}

/** The licence, and the notice that the Apache licence asks to pass on with it. */
function licenceText(path) {
  const names = readdirSync(join(ROOT, path));
  const files = [/^(licen[cs]e|copying)/i, /^notice/i].flatMap(
    (pattern) => names.find((name) => pattern.test(name)) ?? [],
  );
  const texts = files.map((name) => readFileSync(join(ROOT, path, name), 'utf8').trim());
  return texts.join('\n\n') || withoutText(path);
}

/** Some licences ask to say where the source is. */
function withoutText(path) {
  const { repository } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8'));
  const source = typeof repository === 'string' ? repository : repository?.url;
  return `No licence file in the package.${source ? ` Its source: ${source.replace(/^git\+/, '')}` : ''}`;
}

const sections = closure().map((path) => {
  const { version, license } = lock[path];
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `## ${name} ${version} (${license})\n\n\`\`\`\n${licenceText(path)}\n\`\`\``;
});

const head = `# Third-party notices

Nabla itself is under the MIT licence (see LICENSE). What is shipped contains code of these packages. The coefficients of the error
function are those published by Sun Microsystems in fdlibm.`;

writeFileSync(join(ROOT, 'THIRD_PARTY_NOTICES.md'), `${[head, ...sections].join('\n\n')}\n`);
