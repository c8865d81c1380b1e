/**
 * What the packages really say, of many wrong graphs, formulas and files, is all said in French: nothing is left in English, and no name and
 * no number is lost.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as doc from '#document';
import { compile, diagnose, type NestedValue, type NodeSpec, operators, PROFILES, Pullback } from '#engine';
import { graphOfFormula } from '#formula';
import { edgeSentence, gradientName, matrixSentence, nodeSentence, STRUCTURE_NAMES, valueName } from '#scene';
import { CATALOGUE } from '../messages/catalogue';
import { translator } from '../messages/translator';
import { quotedIn } from './sources';

const translate = translator(CATALOGUE);

/** Spaces that French and English put elsewhere, in numbers and around quotes. */
const plain = (text: string) => text.replace(/(?<=\d)[,\u202f](?=\d{3}\b)/g, '').replaceAll('\u00a0', ' ');

/** What no language changes: numbers, formulas, and names with a digit or a sign in them. */
const valuesOf = (text: string) =>
  plain(text)
    .split(/[\s"“”«»]+/)
    .map((word) => word.replace(/^[([]+|[.,:;?)\]]+$/g, ''))
    .filter((word) => /[^\p{L}.,:;?()']/u.test(word));

/** A message whose French is missing, or has lost a value. */
function wrong(message: string, group: string): string | undefined {
  const french = translate(message, group);
  if (french === undefined) return `not known: ${message}`;
  // For the ear a number has a comma in French.
  const kept = (value: string) =>
    plain(french).includes(value) || (group === 'spoken' && french.includes(value.replace('.', ',')));
  const lost = valuesOf(message).filter((value) => !kept(value));
  return lost.length > 0 ? `lost ${lost.join(' ')}: ${message} → ${french}` : undefined;
}

function allSaid(messages: Iterable<string>, atLeast: number, group = 'sentence'): void {
  const different = [...new Set(messages)];
  expect(different.length).toBeGreaterThanOrEqual(atLeast);
  expect(different.flatMap((message) => wrong(message, group) ?? [])).toEqual([]);
}

const OPERANDS: readonly NestedValue[] = [
  0,
  -1,
  2,
  Number.NaN,
  1e308,
  [0, 0],
  [1, 1, 0],
  [1, 0, -1, 2],
  [2, 2, 2, 2, 2, 2, 2],
  [
    [1, 2],
    [2, 4],
  ],
  [
    [0, 0, 3],
    [0, 1, 3],
  ],
];

const ODD_SETTINGS: readonly unknown[] = [
  'odd',
  -3,
  0,
  1,
  7,
  'inf',
  [9],
  [3, 3],
  [1, 2, 3],
  [1000, 1001],
  undefined,
];

function* settingsOf(op: string): Generator<Record<string, unknown> | undefined> {
  const specs = Object.entries(operators.get(op)!.attributes);
  const initial = Object.fromEntries(
    specs.map(([name, { initial: value, default: given }]) => [name, value ?? given]),
  );
  yield undefined;
  for (const [name] of specs) for (const value of ODD_SETTINGS) yield { ...initial, [name]: value };
}

/** A graph of one operator, fed with everything in turn. */
function* oddGraphs(): Generator<NodeSpec[]> {
  for (const { name: op, operands } of operators.values()) {
    const names = 'numbered' in operands ? [`${operands.numbered}1`, `${operands.numbered}2`] : operands;
    for (const [k, first] of OPERANDS.entries())
      for (const [l, second] of OPERANDS.entries()) {
        if (names.length === 1 && l !== k) continue;
        const values = names.map((_, i) => [first, second, OPERANDS[(k + l) % OPERANDS.length]][i]);
        const leaves = values.map((value, i): NodeSpec => ({ id: `v${i}`, op: 'variable', value }));
        const inputs = Object.fromEntries(names.map((name, i) => [name, `v${i}`]));
        for (const attributes of k === l ? settingsOf(op) : [undefined])
          yield [
            ...leaves,
            { id: 'y', op, inputs, ...(attributes && { attributes }) },
            { id: 'z', op: 'exp', inputs: { x: 'y' } },
          ];
      }
    yield [{ id: 'y', op }];
  }
}

describe('In French is', () => {
  it('what the engine says of every operator, fed with everything', () => {
    const told = new Set<string>();
    for (const nodes of oddGraphs())
      for (const profile of nodes.length < 4 ? PROFILES : PROFILES.slice(0, 1)) {
        const program = compile(nodes, { profile }).run();
        const target = program.node('z');
        const pullback = target?.tensor ? new Pullback(program, target).run() : undefined;
        for (const { message } of diagnose(program, pullback)) told.add(message);
      }
    allSaid(told, 1000);
  });

  const textsIn = (folder: string) => {
    const tests = new URL(`../../../packages/${folder}/test/`, import.meta.url);
    return readdirSync(tests)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => quotedIn({ name, text: readFileSync(new URL(name, tests), 'utf8') }));
  };

  it('what is said of every text in the tests of formulas, read as one', () => {
    const values = new Map<string, NestedValue>([
      ['a', 2],
      ['x', [1, 2]],
      ['v', [1, 2, 3]],
      [
        'A',
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ]);
    const told = textsIn('formula').flatMap((text) => {
      const graph = graphOfFormula(text, values, values.keys());
      return 'message' in graph ? [graph.message] : [];
    });
    allSaid(told, 200);
  });

  it('what is said of every text in the tests of files, read as one', () => {
    const told = textsIn('document').flatMap((text) => {
      const read = doc.readText(text, doc.EDITOR_LIMITS);
      return 'problems' in read ? read.problems.map(({ message }) => message) : [];
    });
    allSaid(told, 30);
  });

  const gallery = new URL('../../../assets/lessons/', import.meta.url);
  const graphs = readdirSync(gallery).map((name) => {
    const read = doc.readText(readFileSync(new URL(name, gallery), 'utf8'), doc.EDITOR_LIMITS);
    if ('problems' in read) throw new Error(`${name}: ${read.problems[0].message}`);
    return { document: read.document, program: doc.compileDocument(read.document).run() };
  });

  it('why things cannot be wired, folded, unfolded, renamed or pasted in the gallery', () => {
    const told = graphs.flatMap(({ document, program }) => {
      const ids = [...document.nodes.keys()];
      const outcomes: (object | string | undefined)[] = [
        doc.removeUnusedFunctions(document),
        ...['', '[[1, 2], [3]]', '[[1, x]]', '[]', 'sin(', '{"format": 1}'].map((text) =>
          doc.paste(document, program, text, {}),
        ),
      ];
      for (const a of ids) {
        outcomes.push(
          doc.unfoldExpression(document, program, a),
          doc.unfoldFunction(document, program, a),
          doc.foldIntoExpression(document, program, [a]),
          doc.renameProblem(document, a, '1'),
          doc.renameProblem(document, a, ids[0]),
        );
        for (const b of ids) {
          outcomes.push(
            doc.foldIntoExpression(document, program, [a, b]),
            doc.foldIntoFunction(document, program, [a, b], 'f'),
            doc.connectionProblem(document, program, a, b, 'x'),
            doc.connectionProblem(document, program, a, b, 'odd'),
          );
        }
      }
      return outcomes.flatMap((outcome) => {
        if (typeof outcome === 'string') return [outcome];
        return outcome && 'problem' in outcome ? [String(outcome.problem)] : [];
      });
    });
    allSaid(told, 300);
  });

  it('what the history is told in the gallery', () => {
    const told = graphs.flatMap(({ document, program }) => {
      const ids = [...document.nodes.keys()];
      const [a, b] = ids;
      const use = { to: b, operand: 'x' };
      const commands: object[] = [
        doc.remove(ids, []),
        doc.remove([], [use]),
        doc.remove([], [use, use]),
        doc.removeAndReconnect([a]),
        doc.removeAndReconnect(ids),
        doc.insertOnWire(a, 'x', use),
        doc.setTarget(null),
        doc.setTitle('New'),
        doc.setPositions(new Map(ids.map((id) => [id, [0, 0]]))),
        doc.duplicate(document, [a], [0, 0]),
        doc.duplicate(document, ids, [0, 0]),
        doc.addFormula(document, program, 'p1*sin(p2) + norm([p1, 2], {ord: 1})', [0, 0]),
        doc.paste(document, program, '[1, 2]', {}),
        ...ids.flatMap((id) => [
          doc.addNode(id, 'add', [0, 0]),
          doc.remove([id], []),
          doc.connect(a, id, 'x'),
          doc.setValue(id, 1),
          doc.setAttribute(id, 'exponent', 2),
          doc.setLeaf(id, 'parameter'),
          doc.setTarget(id),
          doc.rename(id, 'renamed'),
          doc.setPositions(new Map([[id, [0, 0]]])),
          doc.foldIntoExpression(document, program, [id]),
          doc.foldIntoExpression(document, program, [...doc.withUpstream(document, [id])]),
          doc.foldIntoFunction(document, program, [id], 'f'),
        ]),
      ];
      return commands.flatMap((command) => ('label' in command ? [String(command.label)] : []));
    });
    allSaid(told, 300, 'step');
  });

  it('what screen readers say of the gallery', () => {
    const told = graphs.flatMap(({ document, program }) =>
      [...document.nodes.values()].flatMap(({ id, op, inputs = {} }) => [
        nodeSentence(id, op, program.node(id)),
        ...Object.entries(inputs).map(([operand, from]) =>
          edgeSentence(program.edge(id, operand), from, id, operand),
        ),
      ]),
    );
    allSaid(told, 200, 'spoken');
  });

  it('what is said of numbers under a name, and the structure of every Jacobian', () => {
    const grids = OPERANDS.map((value) => {
      const rows = [value].flat().map((row) => [row].flat());
      return { data: rows.flat(), rows: rows.length, cols: rows[0].length };
    });
    const large = { data: new Float64Array(100), rows: 10, cols: 10 };
    const long = { data: new Float64Array(20), rows: 1, cols: 20 };
    const names = [valueName('q'), gradientName('z', 'q')];
    const told = [...grids, large, long, undefined].map((grid) =>
      names.map((name) => matrixSentence(name, grid)),
    );
    allSaid([...names, ...told.flat()], 25, 'spoken');
    allSaid(Object.values(STRUCTURE_NAMES), 13, 'structure');
  });
});

describe('Word for word', () => {
  it.each([
    [
      'sentence',
      'A is a 3 × 2 matrix, x is a vector of 3: the inner dimensions 2 and 3 differ; expected x to have 2 components.',
      'A est une matrice 3 × 2, x est un vecteur de 3 : les dimensions intérieures 2 et 3 diffèrent ; il faut que x ait 2 composantes.',
    ],
    [
      'sentence',
      'relu has a kink where component 2 of x is 0: slope 0 from the left, 1 from the right; 0 is used. (Also at component 3 of x.)',
      'relu a un point anguleux là où la composante 2 de x vaut 0 : pente 0 à gauche, 1 à droite ; c’est 0 qui est utilisé. (De même pour la composante 3 de x.)',
    ],
    [
      'sentence',
      'abs has a kink where entry (1, 1) of x is 0: slope -1 from the left, 1 from the right; 0 is used. (Also at entry (2, 2) of x, entry (3, 2) of x.)',
      'abs a un point anguleux là où le coefficient (1, 1) de x vaut 0 : pente -1 à gauche, 1 à droite ; c’est 0 qui est utilisé. (De même pour le coefficient (2, 2) de x, le coefficient (3, 2) de x.)',
    ],
    [
      'sentence',
      'Inside, at f/y: log needs x > 0, but x is -1: there is no derivative here.',
      'À l’intérieur, en f/y : log exige x > 0, mais x vaut -1 : il n’y a pas de dérivée ici.',
    ],
    [
      'sentence',
      'divide needs b ≠ 0: a is 2, entry (1, 1) of b is 0. (Also at entry (1, 2) of the result.)',
      'divide exige b ≠ 0 : a vaut 2, le coefficient (1, 1) de b vaut 0. (De même pour le coefficient (1, 2) du résultat.)',
    ],
    ['step', 'Add y = norm(x, {ord: 1})', 'Ajouter y = norm(x, {ord: 1})'],
    ['step', 'Tidy', 'Ranger'],
    [
      'spoken',
      'y, matvec, 2 by 2 matrix: row 1: 0.1, infinity; row 2: -0.3, 0.8',
      'y, matvec, matrice 2 par 2 : ligne 1 : 0,1 ; infini ; ligne 2 : -0,3 ; 0,8',
    ],
    ['spoken', 'Value of q', 'Valeur de q'],
    [
      'spoken',
      'Gradient of z with respect to q, 1 by 2: minus infinity, not a number',
      'Gradient de z par rapport à q, 1 par 2 : moins l’infini ; pas un nombre',
    ],
    [
      'spoken',
      'Jacobian of y with respect to x as operand b, 20 by 30, dense',
      'Jacobienne de y par rapport à x, opérande b, 20 par 30, pleine',
    ],
    ['kind', 'kink', 'point anguleux'],
  ])('as a %s, %j', (group, english, french) => {
    expect(translate(english, group)?.replace(/[\u00a0\u202f]/g, ' ')).toBe(french);
  });
});
