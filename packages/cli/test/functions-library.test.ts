/**
 * The shipped functions as a person meets them: opened, read and run from a terminal. Their numbers are tested in packages/document.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { compileDocument, type GraphDocument, type GraphNode, nodesInOrder } from '#document';
import { type Program, sizeOf } from '#engine';
import { boxOf, labelOf } from '#scene';
import { readGraph } from '../files';
import { main } from '../main';

const folder = fileURLToPath(new URL('../../../assets/functions/', import.meta.url));
const names = readdirSync(folder).map((file) => file.replace(/\.nabla$/, ''));
const pathOf = (name: string) => `${folder}${name}.nabla`;

function read(name: string): GraphDocument {
  const outcome = readGraph(pathOf(name));
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.document;
}

function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = main(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    bytes() {},
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

/** The numbers that the descriptions tell, of nodes of the graphs and inside of functions. */
const TOLD: readonly (readonly [file: string, node: string, value: readonly number[]])[] = [
  ['dense-layer', 'y/a', [0.5, 1, 0.5]],
  ['two-layer-mlp', 'y/h/a', [0.5, -1, -0.5]],
  ['residual-block', 'y/f/a', [0.5, 2.5, -1]],
  ['residual-block', 'y/f', [1, -0.25]],
  ['scaled-dot-product-attention', 'Y/root', [Math.sqrt(4)]],
  ['scaled-dot-product-attention', 'Y/scaled', [1, 0, 0, 0, 2, 0]],
  ['batch-norm', 'Y/mu', [2, 4]],
  ['batch-norm', 'Y/variance', [2, 5]],
  ['logistic-regression', 'p/score', [1]],
  ['logistic-regression', 'p', [0.7310585786300049]],
  ['logistic-regression', 'E', [0.3132616875182228]],
  ['polar-to-cartesian', 'y', [Math.sqrt(3), 1]],
  ['spherical-to-cartesian', 'y', [Math.sqrt(1.5), Math.sqrt(1.5), 1]],
  ['quaternion-product', 'y', [-60, 12, 30, 24]],
  ['rosenbrock', 'f', [24.2]],
  ['layer-norm-affine', 'y/normalized', [-3, -1, 1, 3].map((x) => x / Math.sqrt(5 + 1e-5))],
  ['gated-linear-unit', 'y/a', [1, 1.5]],
  ['gated-linear-unit', 'y/d', [2, 0]],
];

it.each(TOLD)('%s tells the value of %s', (name, node, value) => {
  const { data } = compileDocument(read(name)).run().node(node)!.tensor!;
  expect([...data]).toEqual(value.map((v) => expect.closeTo(v, 13)));
});

it("Rosenbrock's valley tells the gradient at the usual start", () => {
  const { out } = run('eval', pathOf('rosenbrock'), '--json');
  expect(JSON.parse(out).nodes.x.gradient[0]).toEqual([-215.6, -88].map((v) => expect.closeTo(v, 11)));
});

describe.each(names)('The function of %s', (name) => {
  const document = read(name);
  const program = compileDocument(document).run();

  it('is evaluated, checked and validated by the command line without a word of complaint', () => {
    for (const command of ['eval', 'check', 'validate'])
      expect(run(command, pathOf(name))).toMatchObject({ status: 0, err: '' });
  });

  it('has a title, a description with a formula and a source, and a title for each of its functions', () => {
    expect(document.title).toMatch(/^\S.{3,50}$/);
    expect(document.description).toMatch(/^[^\n]*\$/);
    expect(document.description).toMatch(/\n\nSource: .+\.$/);
    expect([...document.functions.keys()]).toContain(name.replaceAll('-', '_'));
    for (const { title } of document.functions.values()) expect(title).toMatch(/^[A-Z].*\$.+\$/);
  });

  it('has formulas that can be typeset', () => {
    const inside = [...document.functions.values()];
    const nodes = [nodesInOrder(document), ...inside.map((one) => [...one.nodes.values()])].flat();
    const texts = [document.description, ...inside.map(({ title = '' }) => title)];
    const formulas = [...texts, ...nodes.map(({ note = '' }) => note)].flatMap((markdown) => {
      const parts = markdown.split('$');
      expect(parts.length % 2, `an odd number of $ in: ${markdown}`).toBe(1);
      return parts.filter((_, i) => i % 2 === 1);
    });
    expect(formulas).not.toContain('');
    for (const tex of [...formulas, ...nodes.map(labelOf)])
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
  });

  it('is laid out, inside and outside: every node on the grid, none over another', () => {
    for (const { nodes, prefix } of levelsOf(document))
      expect(overlaps(nodes, prefix, program, document.target!), prefix).toEqual([]);
  });
});

interface Level {
  readonly nodes: readonly GraphNode[];
  readonly prefix: string;
}

/** The graph, and the inside of every function wherever it is used. */
function levelsOf(document: GraphDocument): readonly Level[] {
  const levels: Level[] = [{ nodes: nodesInOrder(document), prefix: '' }];
  for (const { nodes, prefix } of levels)
    for (const { id, function: used } of nodes)
      if (used !== undefined)
        levels.push({
          nodes: [...document.functions.get(used)!.nodes.values()],
          prefix: `${prefix}${id}/`,
        });
  return levels;
}

function overlaps(nodes: readonly GraphNode[], prefix: string, program: Program, target: string): string[] {
  const rows = sizeOf(program.node(target)!.tensor!.shape);
  const boxes = nodes.map((node) => {
    const { id, op, inputs, position } = node;
    const { tensor, operandNames: operands } = program.node(prefix + id)!;
    const { shape } = tensor!;
    const [left, top] = position!;
    expect([left % 10, top % 10].map(Math.abs)).toEqual([0, 0]);
    const below = { rows, cols: sizeOf(shape) };
    const { width, height } = boxOf({ label: labelOf(node), op, operands, inputs, shape, below });
    return { id, left, top, right: left + width, bottom: top + height };
  });
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.id} and ${b.id}`),
  );
}
