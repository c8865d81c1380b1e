/**
 * `nabla export`, end to end: pictures as files and on the standard output, and what is said when there can be none.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { graphInPicture, graphInPng } from '#scene';
import { main } from '../main';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const lesson = (name: string) => join(root, `assets/lessons/${name}.nabla`);
const CASE_6 = lesson('case-6');
const folder = mkdtempSync(join(tmpdir(), 'nabla-export-'));
const path = (name: string) => join(folder, name);

function file(name: string, nodes: readonly object[]): string {
  writeFileSync(path(name), JSON.stringify({ format: 'nabla', version: 1, nodes }));
  return path(name);
}

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const bytes: Uint8Array[] = [];
  const status = await main(['export', ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    bytes: (data) => bytes.push(data),
  });
  return { status, out: out.join('\n'), err: err.join('\n'), bytes };
}

/** The picture of a graph, which must succeed. */
async function png(...args: string[]): Promise<Uint8Array> {
  const { status, err, bytes } = await run(...args, '--to', 'png');
  expect({ status, err, pictures: bytes.length }).toEqual({ status: 0, err: '', pictures: 1 });
  return bytes[0];
}

async function svg(...args: string[]): Promise<string> {
  const { status, err, out } = await run(...args, '--to', 'svg');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

/** Width and height of a PNG. */
const sizeOf = (data: Uint8Array) => {
  const view = new DataView(data.buffer, data.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('nabla export --to svg', () => {
  it('prints the picture, or writes the same bytes to a file', async () => {
    const printed = await svg(CASE_6);
    expect(printed).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" width="\d+" height="\d+"/,
    );
    expect(await svg(CASE_6, '-o', path('case-6.svg'))).toBe('');
    expect(readFileSync(path('case-6.svg'), 'utf8')).toBe(`${printed}\n`);
  });

  it('prints the same bytes whatever the labels hold', async () => {
    const label = '\u0007\t\r\n\u007f\u0085\u2028<b>&\ufffe';
    const strange = file('strange.nabla', [{ id: 'x', op: 'variable', value: 1, label, note: label }]);
    const printed = await svg(strange);
    await run(strange, '--to', 'svg', '-o', path('strange.svg'));
    expect(readFileSync(path('strange.svg'), 'utf8')).toBe(`${printed}\n`);
    expect(JSON.parse(graphInPicture(printed)!).nodes[0]).toMatchObject({ label, note: label });
  });

  it('in outlines has no text, and needs no font', async () => {
    expect(await svg(CASE_6)).toContain('<text');
    const outlines = await svg(CASE_6, '--text', 'outlines');
    expect(outlines).not.toMatch(/<text|font-/);
    expect(outlines).toBe(await svg(CASE_6, '--text', 'outlines'));
  });

  it('shows what is asked for in the colours that are asked for', async () => {
    const gradient = await svg(CASE_6, '--show', 'gradients');
    expect(gradient).toMatch(/data-label="z.x">.*>0.44</);
    const differentials = await svg(CASE_6, '--show', 'differentials', '--theme', 'dark');
    // dz = [0.44 0.52] dq, and dq = W dx with dx = (0.1, 0.1).
    expect(differentials).toMatch(/data-label="z.x">.*>0.0524</);
    expect(differentials).toContain('fill="#11141b"');
    expect(await svg(CASE_6, '--theme', 'transparent')).not.toContain('#f6f7fa');
  });

  it('names what the wires show by symbols, or by symbols and numbers', async () => {
    const symbols = await svg(CASE_6, '--edges', 'symbols');
    expect(symbols).not.toMatch(/data-label="z.x">.*>0.44</);
    expect(symbols).toContain('∂');
    const both = await svg(CASE_6, '--edges', 'both');
    expect(both).toMatch(/data-label="z.x">.*>0.44</);
    expect(both.length).toBeGreaterThan(symbols.length);
  });

  it('lays out a file without positions, and embeds it with them', async () => {
    const nodes = [
      { id: 'x', op: 'variable', value: [1, 2] },
      { id: 'a', op: 'sin', inputs: { x: 'x' } },
      { id: 'b', op: 'cos', inputs: { x: 'x' } },
      { id: 'y', op: 'dot', inputs: { a: 'a', b: 'b' } },
    ];
    const picture = await svg(file('plain.nabla', nodes));
    const embedded = JSON.parse(graphInPicture(picture)!);
    const [x, a, b, y] = embedded.nodes.map(({ position }: { position: [number, number] }) => position);
    expect(x[0]).toBeLessThan(a[0]);
    expect(a[0]).toBe(b[0]);
    expect(b[0]).toBeLessThan(y[0]);
    expect(a[1]).toBeLessThan(b[1]);
    // The picture of what is embedded is the same picture.
    writeFileSync(path('embedded.nabla'), graphInPicture(picture)!);
    expect(await svg(path('embedded.nabla'))).toBe(picture);
  });
});

describe('nabla export --to png', () => {
  it('prints the same pixels every time, or writes them to a file', async () => {
    const printed = await png(CASE_6);
    expect(await png(CASE_6)).toEqual(printed);
    await run(CASE_6, '--to', 'png', '--output', path('case-6.png'));
    expect(new Uint8Array(readFileSync(path('case-6.png')))).toEqual(printed);
  });

  it.each([1, 1.5, 4])('has %d pixels for each of the canvas', async (scale) => {
    const [, width, height] = (await svg(lesson('case-1')))
      .match(/width="(\d+)" height="(\d+)"/)!
      .map(Number);
    const [w, h] = sizeOf(await png(lesson('case-1'), '--scale', String(scale)));
    expect(Math.abs(w - width * scale)).toBeLessThanOrEqual(1);
    expect(Math.abs(h - height * scale)).toBeLessThanOrEqual(1);
  });

  it.each([1, 2, 3, 4, 5, 6])('holds the graph of case %i, byte for byte', async (n) => {
    const data = await png(lesson(`case-${n}`), '--scale', '1');
    expect(graphInPng(data)).toBe(readFileSync(lesson(`case-${n}`), 'utf8'));
  });

  it('knows every character: of Greek, of French, and the box for the others', async () => {
    const label = '\\hat\\theta_{\\text{é…}}^{\\top} + œ 🙂';
    await png(file('characters.nabla', [{ id: 'x', op: 'variable', value: -1e300, label }]));
  });

  it('of more pixels than anybody has memory for is refused', async () => {
    const far = file('far.nabla', [
      { id: 'x', op: 'variable', value: 1, position: [0, 0] },
      { id: 'y', op: 'variable', value: 1, position: [100_000, 100_000] },
    ]);
    expect(await run(far, '--to', 'png', '--scale', '1')).toMatchObject({
      status: 1,
      err: `${far} $: the picture would have 100,188 × 100,114 pixels, more than 100,000,000 in all: use a smaller --scale, or --to svg.`,
    });
    expect((await run(far, '--to', 'svg')).status).toBe(0);
  });
});

describe('nabla export --to latex', () => {
  it('prints values, Jacobians and gradients as aligned equations, or writes them to a file', async () => {
    const { status, out, err } = await run(lesson('case-3'), '--to', 'latex');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(`${out}\n`).toBe(readFileSync(join(root, 'packages/scene/fixtures/case-3.tex'), 'utf8'));
    await run(lesson('case-3'), '--to', 'latex', '-o', path('case-3.tex'));
    expect(readFileSync(path('case-3.tex'), 'utf8')).toBe(`${out}\n`);
  });
});

describe('A picture', () => {
  it('of an unfinished graph is drawn: status 0', async () => {
    const unfinished = file('unfinished.nabla', [
      { id: 'x', op: 'variable', value: 3 },
      { id: 'y', op: 'add', inputs: { a: 'x' } },
    ]);
    expect(await svg(unfinished)).toMatch(/data-node="y">.*>–</);
    await png(unfinished);
  });

  it('of no graph is none: status 1, and nothing is written', async () => {
    const broken = file('broken.nabla', [{ id: 'y', op: 'sinn' }]);
    expect(await run(broken, '--to', 'svg', '-o', path('none.svg'))).toMatchObject({
      status: 1,
      out: '',
      err: `${broken}:1:55 nodes[0].op: unknown operator "sinn". Did you mean "sin"?`,
    });
    expect(() => readFileSync(path('none.svg'))).toThrow('ENOENT');
    expect(await run(path('missing.nabla'), '--to', 'png')).toMatchObject({
      status: 1,
      err: `${path('missing.nabla')} $: the file cannot be read: there is no such file.`,
    });
  });

  it('that cannot be written says why', async () => {
    expect(await run(CASE_6, '--to', 'svg', '-o', path('no/such.svg'))).toMatchObject({
      status: 1,
      err: `${CASE_6} $: ${path('no/such.svg')} cannot be written: there is no such folder.`,
    });
    expect(await run(CASE_6, '--to', 'png', '-o', folder)).toMatchObject({
      status: 1,
      err: `${CASE_6} $: ${folder} cannot be written: it is a folder: expected a file.`,
    });
  });
});

describe('Wrong use', () => {
  it.each([
    [['--to', 'svg'], 'export takes one FILE: found 0.'],
    [[CASE_6, CASE_6, '--to', 'svg'], 'export takes one FILE: found 2.'],
    [[CASE_6], 'Which format? Expected --to svg, --to png or --to latex.'],
    [[CASE_6, '--to', 'pdf'], '--to is "pdf": expected svg, png, latex.'],
    [[CASE_6, '--to', 'svg', '--theme', 'blue'], '--theme is "blue": expected light, dark, transparent.'],
    [
      [CASE_6, '--to', 'svg', '--show', 'hessians'],
      '--show is "hessians": expected values, jacobians, gradients, differentials.',
    ],
    [[CASE_6, '--to', 'svg', '--edges', 'none'], '--edges is "none": expected numbers, symbols, both.'],
    [[CASE_6, '--to', 'svg', '--text', 'paths'], '--text is "paths": expected text, outlines.'],
    [[CASE_6, '--to', 'png', '--scale', '5'], '--scale is "5": expected a number from 1 to 4.'],
    [[CASE_6, '--to', 'png', '--scale', ''], '--scale is "": expected a number from 1 to 4.'],
    [[CASE_6, '--to', 'svg', '--scale', '2'], '--scale is for a PNG: an SVG can be drawn at any size.'],
    [
      [CASE_6, '--to', 'latex', '--theme', 'dark'],
      '--theme is for a picture: LaTeX has all values, Jacobians and gradients.',
    ],
    [[CASE_6, '--to', 'png', '--text', 'text'], '--text text is for an SVG: a PNG is drawn from outlines.'],
  ])('%j ends with 2 and says what to type', async (args, message) => {
    expect(await run(...args)).toMatchObject({
      status: 2,
      out: '',
      err: `nabla export: ${message}\nTry nabla export --help.`,
    });
  });
});
