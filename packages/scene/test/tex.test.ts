/**
 * Names in TeX, as they are written on a picture.
 */
import { describe, expect, it } from 'vitest';
import { labelOf } from '../labels';
import { estimatedWidth, type Piece, placed } from '../picture/runs';
import { piecesOfTex } from '../picture/tex';

/** Letters that lean are between slashes, bold ones between stars; what is lower or higher says how much, in hundredths. */
function told(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (!('text' in piece)) return `<${told(piece.below)}|${told(piece.above)}>`;
      const mark = { italic: '/', bold: '*', sans: '"', roman: '', 'sans-italic': '"', mono: '"' }[
        piece.face
      ];
      const height = Math.round(piece.raise * 100);
      const room = piece.space > 0 ? ' ' : '';
      return `${room}${height === 0 ? '' : `${height > 0 ? '^' : '_'}${Math.abs(height)}`}${mark}${piece.text}${mark}`;
    })
    .join('');
}

describe('A label', () => {
  it.each([
    ['x', '/x/'],
    ['ab', '/ab/'],
    ['3d', '3/d/'],
    ['x_{1}', '/x/_171'],
    ['x_12', '/x/_1712'],
    ['x^2', '/x/^382'],
    ['x_1^2', '/x/<_261|^382>'],
    ['x^2_1', '/x/<_261|^382>'],
    ['x_{y_1}', '/x/_17/y/_291'],
    ['\\alpha', '/α/'],
    ['\\Omega', 'Ω'],
    ['\\text{loss}', 'loss'],
    ['W_{\\text{hidden},1}', '/W/_17hidden,1'],
    ['\\mathrm d x', 'd/x/'],
    ['\\mathbf{x}', '*x*'],
    ["d'", '/d/"′"'],
    ['w^{\\top} x', '/w/^38⊤/x/'],
    ['b - a', '/b/ − /a/'],
    ['-a', '−/a/'],
    ['x \\cdot x', '/x/ · /x/'],
    ['\\sin\\varphi', 'sin /φ/'],
    ['\\sin(x + h)', 'sin(/x/ + /h/)'],
    ['h \\cos x', '/h/ cos /x/'],
    ['\\operatorname{relu}(b)', 'relu(/b/)'],
    ['\\partial z', '∂/z/'],
    ['\\hat x_1', '</x/| ˆ>_171'],
    ['\\{a\\}', '{/a/}'],
  ])('%s', (source, shown) => {
    expect(told(piecesOfTex(source))).toBe(shown);
  });

  it.each([
    '\\sqrt{d}',
    '\\frac{a}{b}',
    '{x',
    'x}',
    'x_',
    'x_1_2',
    'x^^2',
    '\\text{a $b$}',
    '\\hat{ab}',
    '100%',
    '\\unknown',
    '\\',
    `${'{'.repeat(60)}x${'}'.repeat(60)}`,
    'x'.repeat(501),
  ])('that is not of this kind is shown as its source: %s', (source) => {
    expect(told(piecesOfTex(source))).toBe(`"${source}"`);
  });

  it.each(['x', 'x1', 'alpha', 'W_hidden', 'loss', 'Gamma_12', 'a_b_c_3'])(
    'made from an id is of this kind: %s',
    (id) => {
      const pieces = piecesOfTex(labelOf({ id }));
      expect(pieces.some((piece) => 'text' in piece && piece.face === 'sans')).toBe(false);
    },
  );
});

it('An index and its exponent start at the same place, and what follows starts behind both', () => {
  const { list } = placed(piecesOfTex('x_{12}^2y'), estimatedWidth);
  const [x, index, exponent, y] = list;
  expect([index.start, exponent.start]).toEqual([x.end, x.end]);
  expect(y.start).toBe(index.end);
  expect(index.end).toBeGreaterThan(exponent.end);
});
