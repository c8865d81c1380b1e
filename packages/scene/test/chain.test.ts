/**
 * Chains put together by hand: the right product, wrong ones that fit, and what they cost.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pathsBetween, stagesBetween } from '#engine';
import {
  type ChainTerm,
  chainCosts,
  chainGrid,
  chainName,
  chainOfPath,
  chainOfStages,
  chainSize,
  chainTerms,
  chainTex,
  chainWork,
  isDerivative,
  misfit,
} from '../chain';
import { caseText, documentOf, documentWith, evaluated } from './drawn';

function pathOf(document: ReturnType<typeof documentOf>, from: string, to: string) {
  const { program } = evaluated(document);
  return chainOfPath(from, pathsBetween(program.node(from)!, program.node(to)!).paths![0]);
}

const factor = (k: number, transposed = false): ChainTerm => ({ factor: k, transposed });
const times = (left: ChainTerm, right: ChainTerm): ChainTerm => ({ left, right });

const CASE_6 = documentOf(caseText(6));

it('is the derivative in the order of the chain rule, and the trap of case 6 is not', () => {
  const path = pathOf(CASE_6, 'x', 'z');
  const [later, earlier] = chainTerms(path);
  const right = times(later, earlier);
  expect([...(chainGrid(path, right).data as Float64Array)].map((v) => Number(v.toFixed(9)))).toEqual([
    -0.112, 0.636,
  ]);
  expect(isDerivative(path, right)).toBe(true);
  const trap = times(later, factor(0, true));
  expect([...(chainGrid(path, trap).data as Float64Array)].map((v) => Number(v.toFixed(9)))).toEqual([
    0.304, 0.284,
  ]);
  expect(isDerivative(path, trap)).toBe(false);
  expect(misfit(path, earlier, later)).toEqual({ left: '2×2', right: '1×2', inner: 2, other: 1 });
  expect(chainTex(CASE_6, path, trap)).toBe(
    '\\left(\\frac{\\partial {z}}{\\partial {q}}\\,{\\frac{\\partial {q}}{\\partial {x}}}^{\\top}\\right)',
  );
});

it('fits the other way round where the sizes agree, and is another matrix: J_f J_g is 3×3', () => {
  const document = documentWith([
    {
      id: 'A',
      op: 'constant',
      value: [
        [2, -4],
        [4, 2],
        [2, 4],
      ],
    },
    {
      id: 'B',
      op: 'constant',
      value: [
        [1, 1, 0],
        [0, 1, 1],
      ],
    },
    { id: 'x', op: 'variable', value: [1, 2] },
    { id: 'f', op: 'matvec', inputs: { A: 'A', x: 'x' } },
    { id: 'g', op: 'matvec', inputs: { A: 'B', x: 'f' } },
  ]);
  const path = pathOf(document, 'x', 'g');
  expect([...(chainGrid(path, times(factor(1), factor(0))).data as Float64Array)]).toEqual([6, -2, 6, 6]);
  const wrong = times(factor(0), factor(1));
  expect(chainSize(path, wrong)).toEqual({ rows: 3, cols: 3 });
  expect(isDerivative(path, wrong)).toBe(false);
});

it('of case 5 is J_g J_f between the nodes that all paths go through', () => {
  const document = documentOf(caseText(5));
  const { program } = evaluated(document);
  const [x, g] = [program.node('x')!, program.node('g')!];
  const chain = chainOfStages(stagesBetween(x, g));
  expect(chainName(document, chain)).toBe('x \\to f \\to g');
  const [later, earlier] = chainTerms(chain);
  const numbersOf = (term: ChainTerm) => [...(chainGrid(chain, term).data as Float64Array)];
  expect(numbersOf(earlier)).toEqual([2, -4, 4, 2, 2, 4]);
  expect(numbersOf(later)).toEqual([1, 1, 0, 0, 1, 1]);
  expect(numbersOf(times(later, earlier))).toEqual([6, -2, 6, 6]);
  expect(isDerivative(chain, times(later, earlier))).toBe(true);
  // J_f J_g fits too, is 3×3, and is wrong.
  expect(chainSize(chain, times(earlier, later))).toEqual({ rows: 3, cols: 3 });
  expect(isDerivative(chain, times(earlier, later))).toBe(false);
  expect(stagesBetween(g, x)).toEqual([]);
});

it('costs what the lesson says: 150,000, 150,000, and 55,000 with the best brackets', () => {
  const lesson = fileURLToPath(new URL('../../../assets/lessons/association.nabla', import.meta.url));
  const document = documentOf(readFileSync(lesson, 'utf8'));
  const { program, pullback } = evaluated(document);
  const first = program.nodes.find(({ op }) => op === 'variable')!;
  const path = chainOfPath(first.id, pathsBetween(first, pullback!.target).paths![0]);
  expect(chainCosts(path)).toEqual({ forward: 150_000, reverse: 150_000, best: 55_000 });
  const [d, c, b, a] = chainTerms(path);
  expect(chainWork(path, times(times(times(d, c), b), a))).toBe(150_000);
  expect(chainWork(path, times(d, times(c, times(b, a))))).toBe(150_000);
  expect(chainWork(path, times(d, times(times(c, b), a)))).toBe(55_000);
});
