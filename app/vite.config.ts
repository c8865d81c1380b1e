/**
 * The renderer: the page that Electron shows and that a browser is served.
 */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { CONTENT_POLICY } from '../electron/content-policy';
import { offline } from './offline/build';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The policy belongs to the built page; the development server needs inline scripts. */
const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/** KaTeX names each font in three formats; every engine we run in reads woff2. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('katex.min.css')) return null;
    return code.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '');
  },
};

/** The Speech Rule Engine has rules for all of mathematics, in several manners; ours speaks of matrices of numbers, in one. */
const onlyMatrices: Plugin = {
  name: 'only-matrices',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/speech-rule-engine/lib/mathmaps/')) return null;
    const rules = Object.entries(JSON.parse(code)).filter(([name]) =>
      /\/(messages\/|symbols\/math_symbols|rules\/clearspeak)/.test(name),
    );
    return JSON.stringify(Object.fromEntries(rules));
  },
};

/** uPlot asks for the format of the system's language, whose name no browser knows where the system has none (POSIX). */
const plotsInAnyLanguage: Plugin = {
  name: 'plots-in-any-language',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/uplot/')
      ? code.replace("new Intl.NumberFormat(domEnv ? nav.language : 'en-US')", 'new Intl.NumberFormat()')
      : null,
};

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [react(), contentPolicy, onlyWoff2, onlyMatrices, plotsInAnyLanguage, offline],
  resolve: {
    alias: {
      // In a browser it would write text into an element to read what `&eacute;` means: no text becomes part of the page.
      'decode-named-character-reference': here('../node_modules/decode-named-character-reference/index.js'),
    },
  },
  // What is bundled beforehand is not transformed.
  optimizeDeps: { exclude: ['uplot'] },
  build: {
    outDir: here('../out/renderer'),
    emptyOutDir: true,
    minify: true,
    assetsInlineLimit: 0,
    rollupOptions: { input: here('index.html') },
  },
});
