/**
 * Entries of the gradient rows of losses. Each component of a prediction meets the same component of its target.
 */
import { sizeOf } from '#engine';
import { placeTex } from '../components';
import { type Entry, type EntryFormula, type EntryFormulas, grouped, placeIn } from './entry';

type Pair = (p: string, t: string, attributes: Entry['attributes']) => string;

/** With respect to the first operand and to the second, from their j-th components. */
const paired =
  (...partials: readonly Pair[]): EntryFormula =>
  ({ j, which, attributes, of }) =>
    partials[which](of(0, j), of(1, j), attributes);

/** The same over the number of components. */
const averaged =
  (...partials: readonly Pair[]): EntryFormula =>
  (entry) => {
    const n = sizeOf(entry.shapes[0]);
    const partial = paired(...partials)(entry)!;
    return n === 1 ? partial : `\\frac{1}{${n}}\\,(${partial})`;
  };

/** A difference, and against which operand it counts. */
const residual = (write: (difference: string, attributes: Entry['attributes']) => string): Pair[] => [
  (p, t, attributes) => write(`${p} - ${t}`, attributes),
  (p, t, attributes) => write(`${t} - ${p}`, attributes),
];

const clipped = (r: string, { delta }: Entry['attributes']) =>
  `\\operatorname{clip}(${r}, -${delta}, ${delta})`;

/** A matrix has a sample in every row, and the mean of their losses. */
const crossEntropy: EntryFormula = ({ j, which, shapes: [shape], of, name }) => {
  const [row] = placeIn(shape, j);
  const isMatrix = shape.length === 2;
  const share = `\\operatorname{softmax}(${name(0)})_{${placeTex(shape, j)}}`;
  const targets = Array.from({ length: shape.at(-1)! }, (_, k) => of(1, row * shape.at(-1)! + k));
  const all = grouped(targets, `\\textstyle\\sum_k ${name(1)}_{${isMatrix ? row + 1 : ''}k}`);
  const samples = isMatrix ? shape[0] : 1;
  const one = which === 0 ? `${all}\\,${share} - ${of(1, j)}` : `-\\ln ${share}`;
  return samples === 1 ? one : `\\frac{1}{${samples}}\\,(${one})`;
};

export const LOSSES: EntryFormulas = {
  cross_entropy: crossEntropy,
  negative_log_likelihood: paired(
    (p, t) => `-\\frac{${t}}{${p}}`,
    (p) => `-\\ln ${p}`,
  ),
  kl_divergence: paired(
    (q, p) => `\\ln \\frac{${q}}{${p}} + 1`,
    (q, p) => `-\\frac{${q}}{${p}}`,
  ),
  entropy: ({ j, of }) => `-(\\ln ${of(0, j)} + 1)`,
  binary_cross_entropy: averaged(
    (p, t) => `\\frac{${p} - ${t}}{${p}\\,(1 - ${p})}`,
    (p) => `\\ln (1 - ${p}) - \\ln ${p}`,
  ),
  binary_cross_entropy_with_logits: averaged(
    (z, t) => `\\sigma(${z}) - ${t}`,
    (z) => `-${z}`,
  ),
  squared_error: paired(...residual((r) => `2\\,(${r})`)),
  half_squared_error: paired(...residual((r) => r)),
  mse_loss: averaged(...residual((r) => `2\\,(${r})`)),
  mae_loss: averaged(...residual((r) => `\\operatorname{sign}(${r})`)),
  huber_loss: averaged(...residual(clipped)),
  hinge_loss: paired(
    (s, t) => `-${t}\\,[${t}\\,${s} < 1]`,
    (s, t) => `-${s}\\,[${t}\\,${s} < 1]`,
  ),
  logistic_loss: paired(
    (s, t) => `-${t}\\,\\sigma(-${t}\\,${s})`,
    (s, t) => `-${s}\\,\\sigma(-${t}\\,${s})`,
  ),
};
