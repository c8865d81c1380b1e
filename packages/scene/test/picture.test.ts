/**
 * Pictures of graphs: what is on them, what is in them, and what is never in them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodesInOrder, writeText } from '#document';
import { ANNOTATIONS } from '../annotations';
import { USUAL_FORMAT } from '../numbers';
import { graphInPicture } from '../picture/embedded';
import { PALETTES, PICTURE_THEMES } from '../picture/palette';
import { caseText, documentOf, documentWith, draw } from './drawn';

const CASES = [1, 2, 3, 4, 5, 6];

const all = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map(([, found]) => found);

/** The strictest reader of XML at hand: it refuses what is not well formed. */
const read = (svg: string) => new Resvg(svg);

beforeAll(() =>
  initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))),
);

describe.each(CASES)('The picture of case %i', (n) => {
  const document = documentOf(caseText(n));
  const svg = draw(document);

  it('is the one that was looked at', async () => {
    await expect(svg).toMatchFileSnapshot(`../fixtures/case-${n}.svg`);
  });

  it('is the same every time', () => {
    expect(draw(documentOf(caseText(n)))).toBe(svg);
  });

  it('shows every node and every edge', () => {
    const nodes = nodesInOrder(document);
    const edges = nodes.flatMap(({ id, inputs = {} }) =>
      Object.keys(inputs).map((operand) => `${id}.${operand}`),
    );
    expect(all(svg, /data-node="(\w+)"/g)).toEqual(nodes.map(({ id }) => id));
    expect(all(svg, /data-edge="([\w.]+)"/g)).toEqual(edges);
    expect(all(svg, /data-label="([\w.]+)"/g)).toEqual(edges);
  });

  it('holds the file it was made of, byte for byte', () => {
    expect(graphInPicture(svg)).toBe(caseText(n));
  });

  it.each(PICTURE_THEMES.flatMap((theme) => ANNOTATIONS.map((annotation) => [theme, annotation] as const)))(
    'is well formed and has no more than shapes and text: %s, %s',
    (theme, annotation) => {
      const drawn = draw(document, { theme, annotation });
      expect(() => read(drawn)).not.toThrow();
      expectHarmless(drawn);
    },
  );
});

it('writes its numbers as one is used to, and makes room for them', () => {
  const document = documentOf(caseText(6));
  const [usual, own, wide] = [{}, { comma: true }, { digits: 8 }].map((format) =>
    draw(document, { numbers: { ...USUAL_FORMAT, ...format } }),
  );
  const written = (svg: string) => all(svg, />(−?[\d.,]+)</g);
  expect(written(own)).toEqual(written(usual).map((text) => text.replace('.', ',')));
  const width = (svg: string) => Number(/data-node="W">.*? width="([\d.]+)"/.exec(svg)![1]);
  expect(written(own).join()).toContain('0,44');
  expect(width(wide)).toBeGreaterThan(width(usual));
});

describe('Wires with symbols', () => {
  /** The writing on a wire, without what lies between. */
  const onWire = (svg: string, wire: string) => {
    const [, label] = svg.split(`data-label="${wire}"`);
    return all(label.split('</g>')[0], />([^<]+)</g).join('');
  };
  const case6 = documentOf(caseText(6));

  it.each([
    ['values', 'q'],
    ['jacobians', '∂z∂q'],
    ['gradients', '∂z∂z∂z∂q'],
    ['differentials', '∂z∂qdq'],
  ] as const)('show, for %s, %s', (annotation, text) => {
    expect(onWire(draw(case6, { annotation, edges: 'symbols' }), 'z.x')).toBe(text);
  });

  it('show both with an equals sign between, or what there is room for', () => {
    const both = draw(case6, { edges: 'both' });
    expect(onWire(both, 'q.x')).toBe('∂q∂x=0.10.5−0.30.8');
    expect(onWire(both, 'z.x')).toBe('0.440.52');
  });

  it('name the operand where two wires join the same nodes', () => {
    const document = documentWith([
      { id: 'x', op: 'variable', value: 2 },
      { id: 'd', op: 'subtract', inputs: { a: 'x', b: 'x' } },
    ]);
    const svg = draw(document, { edges: 'symbols' });
    expect(['d.a', 'd.b'].map((wire) => onWire(svg, wire))).toEqual(['∂d∂xa', '∂d∂xb']);
  });

  it.each(['symbols', 'both'] as const)('look as they were looked at: %s', async (edges) => {
    await expect(draw(case6, { edges })).toMatchFileSnapshot(`../fixtures/case-6-${edges}.svg`);
  });

  it.each(ANNOTATIONS)('are well formed: %s', (annotation) => {
    expect(() => read(draw(case6, { annotation, edges: 'both' }))).not.toThrow();
  });
});

/** Shapes, texts and the graph: no script, no style sheet, nothing from elsewhere. */
function expectHarmless(svg: string): void {
  const elements = new Set(all(svg, /<([a-z]+)/gi));
  const known = ['circle', 'desc', 'g', 'metadata', 'path', 'rect', 'svg', 'text', 'title', 'tspan'];
  expect([...elements].filter((name) => !known.includes(name))).toEqual([]);
  const tags = all(svg, /<([a-z]+ [^>]*)>/gi).join('\n');
  expect(tags.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
    /\bon\w+=|href|\sstyle=|url\(|https?:|javascript:/i,
  );
}

describe('What a stranger wrote', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    ']]>',
    '<![CDATA[',
    '&amp; & &#0; &x;',
    '"\'" onload="alert(1)',
    '</metadata><metadata data-format="nabla">{}</metadata>',
    '<!-- -->',
    '<?xml?>',
    '\u0000\u0001\u001b[31m\u007f\u0085\u2028',
    '\ufffe\uffff \\ufffe \\\\uffff',
    '\r\n\t  ends with spaces  ',
    '\\text{<b>}_{&}^{"}',
    '\u202e right to left',
    '👩‍🔬 ∂é√',
    '{'.repeat(600),
    "_^_^''",
    '\\',
  ];

  const withText = (text: string) =>
    documentWith(
      [
        { id: 'x', op: 'variable', value: 1, label: text, note: text },
        { id: 'y', op: 'expression', expression: 'sin(x)', inputs: { x: 'x' }, label: `${text}${text}` },
      ],
      { title: text, description: text, target: 'y' },
    );

  it.each(HOSTILE)('stays a text: %j', (text) => {
    const document = withText(text);
    for (const annotation of ANNOTATIONS) {
      const svg = draw(document, { annotation });
      expect(() => read(svg)).not.toThrow();
      expectHarmless(svg);
      expect(graphInPicture(svg)).toBe(writeText(document));
    }
  });

  it('stays a text, whatever it is (seed 3)', () => {
    const piece = fc.constantFrom(
      ...'{}_^\\\'<>&"; x1=+-',
      '\\text',
      '\\alpha',
      '\\hat',
      '\\sin',
      '\ufffe',
      '\\ufffe',
      ']]>',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (label) => {
        // A file cannot hold half a character.
        const document = withText(label.replace(/\p{Surrogate}/gu, ''));
        const svg = draw(document, { annotation: 'differentials' });
        read(svg).free();
        expectHarmless(svg);
        expect(graphInPicture(svg)).toBe(writeText(document));
      }),
      { seed: 3, numRuns: 100 },
    );
  }, 30_000);

  it('is found again after a drawing program has written the file its own way', () => {
    const svg = draw(withText('a "b" <c>'))
      .replace('<metadata data-format="nabla">', '<metadata\n     id="metadata7"\n     data-format="nabla">')
      .replaceAll('&quot;', '&#34;')
      .replaceAll('&lt;', '&#x3C;')
      .replaceAll('\n', '\r\n');
    expect(graphInPicture(svg)).toBe(writeText(withText('a "b" <c>')));
  });

  it.each(['', '<svg/>', '<svg><metadata>{}</metadata></svg>', caseText(1)])(
    'is no graph where we have not put one: %#',
    (text) => {
      expect(graphInPicture(text)).toBeUndefined();
    },
  );
});

describe('A picture', () => {
  it('of an unfinished graph has a dash and a mark where nothing is known', () => {
    const svg = draw(
      documentWith([
        { id: 'x', op: 'variable', value: 3 },
        { id: 'y', op: 'add', inputs: { a: 'x' } },
      ]),
    );
    const [, node] = svg.match(/data-node="y">(.*)/)!;
    expect(all(node, />([^<]+)</g)).toEqual(['y', 'add', '–', 'a', 'b']);
    expect(node).toContain(PALETTES.light.danger);
    expect(all(svg, /data-label="y.a">.*>([^<\n]+)</g)).toEqual(['–']);
  });

  it('of an empty graph is small and has a title', () => {
    const svg = draw(documentWith([]));
    expect(svg).toContain('width="48" height="48" viewBox="-24 -24 48 48"');
    expect(svg).toContain('<title>Untitled graph</title>\n<desc>0 nodes, 0 edges.</desc>');
  });

  it('can be read out', () => {
    const svg = draw(documentOf(caseText(6)));
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>Case 6: vector to vector to scalar</title>');
    expect(svg).toContain(
      '<desc>4 nodes, 3 edges. x, variable, vector of 2: 0.2, 0.4. W, parameter, 2 by 2 matrix: row 1: 0.1, 0.5; row 2: -0.3, 0.8.',
    );
    expect(svg).toContain('Jacobian of z with respect to q, 1 by 2: 0.44, 0.52</desc>');
  });

  it('has nothing outside of its frame, wherever the graph is', () => {
    const nodes = [
      { id: 'x', op: 'variable', value: 1, position: [-5000.5, 700.25] },
      { id: 'y', op: 'subtract', inputs: { a: 'x', b: 'x' }, position: [-5900, 320] },
    ];
    const svg = draw(documentWith(nodes));
    const [left, top, width, height] = all(svg, /viewBox="([^"]+)"/g)[0]
      .split(' ')
      .map(Number);
    const box = read(svg.replace(/<rect [^>]*fill="#f6f7fa"\/>/g, '')).getBBox()!;
    expect([left, top, width, height].every(Number.isInteger)).toBe(true);
    expect(box.x).toBeGreaterThanOrEqual(left);
    expect(box.y).toBeGreaterThanOrEqual(top);
    expect(box.x + box.width).toBeLessThanOrEqual(left + width);
    expect(box.y + box.height).toBeLessThanOrEqual(top + height);
  });

  it('without paper has none', () => {
    const document = documentOf(caseText(5));
    const paper = PALETTES.light.paper!;
    expect(draw(document)).toContain(`fill="${paper}"`);
    expect(draw(document, { theme: 'transparent' })).not.toContain(paper);
  });

  it('leaves a gap in every wire for its label', () => {
    const svg = draw(documentOf(caseText(6)));
    expect(all(svg, /data-edge="[\w.]+" d="([^"]+)"/g).map((d) => d.split('M').length - 1)).toEqual([
      2, 2, 2,
    ]);
  });

  it('tells the size alone of a matrix that would stand on something else', () => {
    const nodes = (apart: number) => [
      { id: 'u', op: 'variable', value: [1, 2, 3], position: [0, 0] },
      { id: 'v', op: 'variable', value: [4, 5, 6], position: [0, apart] },
      { id: 'y', op: 'add', inputs: { a: 'u', b: 'v' }, position: [600, apart / 2] },
    ];
    const labels = (apart: number) =>
      all(draw(documentWith(nodes(apart))), /data-label="[\w.]+">(.*)/g).map((label) =>
        all(label, />([^<]+)</g).join(' '),
      );
    expect(labels(300)).toEqual(['1 0 0 0 1 0 0 0 1', '1 0 0 0 1 0 0 0 1']);
    expect(labels(90)).toEqual(['1 0 0 0 1 0 0 0 1', '3×3']);
  });

  it('does not show the place for one operand more, which is no part of the graph', () => {
    const stack = draw(documentOf(caseText(4))).match(/data-node="y">(.*)/)![1];
    expect(all(stack, />([^<]+)</g).filter((text) => text.startsWith('x'))).toEqual(['x1', 'x2']);
  });
});

it('The colours are those of the canvas', () => {
  const css = readFileSync(fileURLToPath(new URL('../../../app/theme.css', import.meta.url)), 'utf8');
  const tokens = (block: string) =>
    Object.fromEntries(
      [...block.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name, value]) => [
        name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
    );
  // The first block of either theme; what follows is for those who ask for more contrast.
  const [light, dark] = css.split(':root[data-theme="dark"]').map((theme) => tokens(theme.split('}')[0]));
  // Heat maps have tables of colours, chosen by the name of the theme.
  expect({ ...light, heat: 'light' }).toMatchObject(PALETTES.light);
  expect({ ...dark, heat: 'dark' }).toMatchObject(PALETTES.dark);
  expect(PALETTES.transparent).toEqual({ ...PALETTES.light, paper: undefined });
});

it('lights what is studied, and lets the rest stand back', () => {
  const mark = (id: string) =>
    ({ q: 'lit', 'z.x': 'lit', 'q.A': 'dim', W: 'dim' })[id] as 'lit' | 'dim' | undefined;
  const picture = draw(documentOf(caseText(6)), { mark });
  expect(picture).toMatch(/data-edge="z\.x"[^>]*stroke="#8a5a00" stroke-width="4"/);
  expect(picture).toMatch(/data-edge="q\.A"[^>]*opacity="0\.35"/);
  expect(picture.match(/<g opacity="0\.4">/g)).toHaveLength(2);
  expect(picture.match(/rx="13"/g)).toHaveLength(1);
});
