/**
 * Entries of the Jacobians of softmax and of the layers of networks. Of a matrix each row is a sample of its own.
 */
import { type Entry, type EntryFormula, type EntryFormulas, placeIn } from './entry';

/** The formula holds within a sample; another sample does not move it. */
const bySample =
  (formula: (entry: Entry, same: boolean, n: number) => string): EntryFormula =>
  (entry) => {
    const [shape] = entry.shapes;
    const [[sample, i], [other, j]] = [placeIn(shape, entry.i), placeIn(shape, entry.j)];
    return sample === other ? formula(entry, i === j, shape.at(-1)!) : '0';
  };

/** How the sample of an entry is called: x, or its row of X. */
function sampleTex({ i, shapes: [shape], name }: Entry): string {
  return shape.length === 1 ? name(0) : `{${name(0)}}_{${placeIn(shape, i)[0] + 1}\\cdot}`;
}

export const LAYERS: EntryFormulas = {
  softmax: bySample(({ i, j, attributes: { temperature }, result }, same) => {
    const whole = same ? `${result(i)}\\,(1 - ${result(i)})` : `-${result(i)}\\,${result(j)}`;
    return temperature === 1 ? whole : `\\frac{${whole}}{${temperature}}`;
  }),
  log_softmax: bySample(({ j, result }, same) => (same ? `1 - e^{${result(j)}}` : `-e^{${result(j)}}`)),
  /** y_i = Σ_k x_{i+k} w_k. */
  conv1d({ i, j, which, shapes: [, [width]], of }) {
    if (which === 1) return of(0, i + j);
    return j >= i && j - i < width ? of(1, j - i) : '0';
  },
  layer_norm: bySample((entry, same, n) => {
    const { i, j, attributes, result } = entry;
    const shared = `\\frac{1}{${n}}\\,(1 + ${result(i)}\\,${result(j)})`;
    const below = `\\sqrt{\\operatorname{var}(${sampleTex(entry)}) + ${attributes.epsilon}}`;
    return `\\frac{${same ? `1 - ${shared}` : `-${shared}`}}{${below}}`;
  }),
  rms_norm: bySample((entry, same, n) => {
    const { i, j, attributes, result } = entry;
    const shared = `\\frac{1}{${n}}\\,${result(i)}\\,${result(j)}`;
    const below = `\\sqrt{\\frac{1}{${n}}\\,\\|${sampleTex(entry)}\\|^2 + ${attributes.epsilon}}`;
    return `\\frac{${same ? `1 - ${shared}` : `-${shared}`}}{${below}}`;
  }),
};
