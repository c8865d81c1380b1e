/**
 * The laws every operator obeys, checked by standing in the registry.
 */
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  type Attributes,
  check,
  dense,
  diagnose,
  type Jacobian,
  type Operator,
  operators,
  sizeOf,
} from '../index';
import type { NestedValue, Tensor } from '../tensor';
import { tensorOf } from '../tensor';
import { derivativeAtZero } from './differences';
import { applied, randomVector, seeded } from './graphs';

const SEED = 20261123;

describe.each([...operators.values()])('$name', (operator) => {
  it('is described for a person who meets it for the first time', () => {
    expect(operator.help).toMatch(/^\S.*\.$/);
    expect(operator.source.length).toBeGreaterThan(8);
    expect(operator.title.length).toBeGreaterThan(2);
    expect(operator.examples.length).toBeGreaterThan(0);
  });

  describe.each(operator.examples)('at example %#', ({ operands, attributes }) => {
    const program = applied(operator, operands, attributes);
    const y = program.node('y')!;

    it('evaluates there without a problem or a kink', () => {
      expect(y.problems).toEqual([]);
      const always = ['blocks-gradient', 'not-true-derivative'];
      expect(diagnose(program).filter(({ code }) => !always.includes(code))).toEqual([]);
    });

    it('has one Jacobian an operand, size of the value by size of the operand, of the structure it names', () => {
      expect(y.incoming).toHaveLength(operands.length);
      for (const { jacobian, from } of y.incoming) {
        expect([jacobian!.rows, jacobian!.cols]).toEqual([y.tensor!.data.length, from.tensor!.data.length]);
        expect(keepsPromise(jacobian!), jacobian!.structure).toBe(true);
      }
    });

    it(`pushes and pulls what its dense Jacobian says, and the two are adjoint (seed ${SEED})`, () => {
      const random = seeded(SEED);
      for (const { jacobian } of y.incoming) {
        const { rows, cols } = jacobian!;
        const J = dense(jacobian!);
        const du = randomVector(cols, random);
        const u = randomVector(3 * rows, random);
        const pushed = new Float64Array(rows);
        const pulled = new Float64Array(3 * cols);
        jacobian!.push(du, pushed);
        jacobian!.pull(u, 3, pulled);
        for (let i = 0; i < rows; i++)
          expect(pushed[i]).toBeCloseTo(inner(J.subarray(i * cols, (i + 1) * cols), du), 11);
        for (let r = 0; r < 3; r++) {
          const cotangent = u.subarray(r * rows, (r + 1) * rows);
          const row = pulled.subarray(r * cols, (r + 1) * cols);
          for (let j = 0; j < cols; j++)
            expect(row[j]).toBeCloseTo(
              inner(
                cotangent,
                J.filter((_, k) => k % cols === j),
              ),
              11,
            );
          expect(inner(row, du)).toBeCloseTo(inner(cotangent, pushed), 10);
        }
      }
    });

    it(`adds to what it is given, or takes its place when asked to (seed ${SEED})`, () => {
      const random = seeded(SEED);
      for (const { jacobian } of y.incoming) {
        const { rows, cols } = jacobian!;
        const [u, du] = [randomVector(2 * rows, random), randomVector(cols, random)];
        const given = [randomVector(2 * cols, random), randomVector(rows, random)];
        const from = (start: Float64Array, run: (out: Float64Array) => void) => {
          const out = start.slice();
          run(out);
          return out;
        };
        const pull = (out: Float64Array) => jacobian!.pull(u, 2, out);
        const push = (out: Float64Array) => jacobian!.push(du, out);
        const [pulled, pushed] = [from(new Float64Array(2 * cols), pull), from(new Float64Array(rows), push)];
        from(given[0], pull).forEach((v, k) => {
          expect(v).toBeCloseTo(given[0][k] + pulled[k], 11);
        });
        from(given[1], push).forEach((v, k) => {
          expect(v).toBeCloseTo(given[1][k] + pushed[k], 11);
        });
        if (jacobian!.pullFresh)
          expect(from(given[0], (out) => jacobian!.pullFresh!(u, 2, out))).toEqual(pulled);
      }
    });

    it('writes its own entries and touches no other', () => {
      for (const { jacobian } of y.incoming) {
        const entries = dense(jacobian!);
        const overOnes = new Float64Array(entries.length).fill(1);
        jacobian!.write(overOnes);
        overOnes.forEach((entry, i) => {
          if (entry !== entries[i]) expect([entries[i], entry]).toEqual([0, 1]);
        });
      }
    });

    it('agrees with extrapolated central differences', () => {
      for (const { edge, error, skipped } of check(program).edges) {
        expect(skipped, edge.id).toBe(operator.name === 'stop_gradient' ? 'by decree' : undefined);
        expect(error, edge.id).toBeLessThan(1e-8);
      }
    });

    it(`has the curvature by which its pulled-back rows change (seed ${SEED})`, () => {
      const random = seeded(SEED);
      const moving = movingPoint(operator, operands, y.attributes, random);
      const w = randomVector(y.tensor!.data.length, random);
      const differences = derivativeAtZero((h) => moving.pulledAt(h, w));
      const scale = Math.max(largest(differences), 1e-6 * largest(moving.pulledAt(0.05, w)));
      const exact = moving.curvature(w);
      if (operator.curvature === 'none') expect(largest(differences)).toBe(0);
      else
        differences.forEach((difference, i) => {
          expect(Math.abs(exact[i] - difference), `entry ${i}`).toBeLessThanOrEqual(1e-7 * scale);
        });
    });

    it('has TeX for its value and for every Jacobian', () => {
      const names = operands.map((_, i) => `{x_{${i + 1}}}`);
      const shapes = y.incoming.map(({ from }) => from.tensor!.shape);
      const jacobians = operator.jacobianTex(names, y.attributes, shapes);
      expect(jacobians).toHaveLength(operands.length);
      for (const tex of [operator.symbol, operator.tex(names, y.attributes), ...jacobians])
        expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
    });
  });
});

const largest = (x: Float64Array) => x.reduce((top, v) => Math.max(top, Math.abs(v)), 0);

/** The operator on a line through its operands: the row w pulled back anywhere on it, and what the operator says of its derivative at 0. */
function movingPoint(
  operator: Operator,
  values: readonly NestedValue[],
  attributes: Attributes,
  random: () => number,
) {
  const start = values.map(tensorOf);
  const operands = values.map(tensorOf);
  const shape = operator.shape(
    start.map((x) => x.shape),
    attributes,
  ) as Tensor['shape'];
  const y: Tensor = { shape, data: new Float64Array(sizeOf(shape)) };
  // As far as 1/10 of the smallest operand, which may stand close to the end of a domain.
  const reach = Math.min(0.5, ...start.map(({ data }) => 0.1 * (largest(data) || 1)));
  const tangents = start.map(({ data }) => randomVector(data.length, random).map((v) => (v * reach) / 2));
  const jacobians = operator.differential(operands, y, attributes, {
    take: (n) => new Float64Array(n),
    profile: 'nabla',
  });

  function moveTo(h: number): void {
    operands.forEach(({ data }, k) => {
      for (let i = 0; i < data.length; i++) data[i] = start[k].data[i] + h * tangents[k][i];
    });
    operator.value(y, operands, attributes);
    for (const J of jacobians) J.refresh?.();
  }

  /** One array for all operands, into which `write` writes operand by operand. */
  function gathered(write: (out: readonly Float64Array[]) => void): Float64Array {
    const parts = start.map(({ data }) => new Float64Array(data.length));
    write(parts);
    return Float64Array.from(parts.flatMap((part) => [...part]));
  }

  return {
    pulledAt(h: number, w: Float64Array): Float64Array {
      moveTo(h);
      return gathered((out) => {
        jacobians.forEach((J, k) => {
          J.pull(w, 1, out[k]);
        });
      });
    },
    curvature(w: Float64Array): Float64Array {
      moveTo(0);
      const dy = new Float64Array(y.data.length);
      jacobians.forEach((J, k) => {
        J.push(tangents[k], dy);
      });
      return gathered((out) => {
        if (operator.curvature !== 'none')
          operator.curvature({ operands, y, attributes, tangents, dy }, w, out);
      });
    },
  };
}

const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i], 0);

/** Whether the entries are what the structure's name promises. */
function keepsPromise(J: Jacobian): boolean {
  const { rows, cols } = J;
  const entries = dense(J);
  const offDiagonal = entries.filter((_, k) => Math.floor(k / cols) !== k % cols);
  const diagonal = offDiagonal.every((v) => v === 0);
  const rowSums = Array.from({ length: rows }, (_, i) =>
    entries.subarray(i * cols, (i + 1) * cols).reduce((sum, v) => sum + v, 0),
  );
  switch (J.structure) {
    case 'zero':
      return entries.every((v) => v === 0);
    case 'identity':
      return diagonal && rowSums.every((sum) => sum === 1);
    case 'diagonal':
      return diagonal;
    case 'row':
      return rows === 1;
    case 'column':
      return cols === 1;
    case 'selection':
      return entries.every((v) => v === 0 || v === 1) && rowSums.every((sum) => sum <= 1);
    case 'permutation': {
      const sources = Array.from({ length: rows }, (_, i) => entries.indexOf(1, i * cols) % cols);
      const unit = entries.every((v) => v === 0 || v === 1) && rowSums.every((sum) => sum === 1);
      return unit && rows === cols && new Set(sources).size === rows;
    }
    case 'lower-triangular':
      return rows === cols && entries.every((v, k) => k % cols <= Math.floor(k / cols) || v === 0);
    case 'toeplitz':
      return entries.every((v, k) => k < cols || k % cols === 0 || v === entries[k - cols - 1]);
    case 'diagonal-low-rank':
      return rows === cols && lowRankBesideDiagonal(entries, rows);
    case 'block-diagonal': {
      const width = entries.findLastIndex((v, k) => k < cols && v !== 0) + 1;
      return width <= Math.ceil(cols / Math.min(rows, 2));
    }
    case 'kronecker':
      return isKronecker(entries, rows, cols);
    case 'dense':
      return true;
    default:
      throw new Error(`no test knows the structure ${J.structure}`);
  }
}

/** Whether some split into blocks makes all blocks multiples of one (or, with the commuted columns, the rows of one pattern). */
function isKronecker(J: Float64Array, rows: number, cols: number): boolean {
  const divisors = (n: number) => Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0);
  for (const r of divisors(rows))
    for (const s of divisors(cols)) {
      if (r * s === 1 || r * s === rows * cols) continue;
      for (const commuted of [false, true]) {
        const q = cols / s;
        const vectors = new Map<number, number[]>();
        for (let i = 0; i < rows; i++)
          for (let j = 0; j < cols; j++) {
            const [J1, l] = commuted ? [j % q, Math.floor(j / q)] : [Math.floor(j / s), j % s];
            const block = Math.floor(i / r) * q + J1;
            const at = (i % r) * s + l;
            const vector = vectors.get(block) ?? [];
            vector[at] = J[i * cols + j];
            vectors.set(block, vector);
          }
        if (rankOne([...vectors.values()])) return true;
      }
    }
  return false;
}

/** Whether what stands beside the diagonal has rank 2 at most, as far as minors of rows and columns without a common index can tell (from 6 rows on). */
function lowRankBesideDiagonal(J: Float64Array, n: number): boolean {
  for (const rows of triples(n))
    for (const cols of triples(n)) {
      if (rows.some((i) => cols.includes(i))) continue;
      const [[a, b, c], [d, e, f], [g, h, k]] = rows.map((i) => cols.map((j) => J[i * n + j]));
      const minor = a * (e * k - f * h) - b * (d * k - f * g) + c * (d * h - e * g);
      if (Math.abs(minor) > 1e-12) return false;
    }
  return true;
}

function triples(n: number): number[][] {
  const indices = Array.from({ length: n }, (_, i) => i);
  return indices.flatMap((i) =>
    indices.flatMap((j) => indices.filter((k) => i < j && j < k).map((k) => [i, j, k])),
  );
}

function rankOne(vectors: number[][]): boolean {
  const pivotVector = vectors.find((vector) => vector.some((v) => v !== 0));
  if (!pivotVector) return true;
  const k = pivotVector.findIndex((v) => v !== 0);
  return vectors.every((vector) =>
    vector.every((v, i) => Math.abs(v * pivotVector[k] - vector[k] * pivotVector[i]) < 1e-12),
  );
}
