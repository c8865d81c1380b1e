/**
 * 10,000 random sequences of everything that can be done to a graph: nothing throws, all of it is undone and done again byte by byte, and what is
 * saved opens again.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operators } from '#engine';
import { seeded } from '../../engine/test/graphs';
import {
  addFormula,
  addNode,
  applyRemedy,
  type Command,
  changeStep,
  commit,
  compileDocument,
  connect,
  connectionProblem,
  copyText,
  duplicate,
  EDITOR_LIMITS,
  foldIntoExpression,
  foldIntoFunction,
  frame,
  freshId,
  type GraphDocument,
  type History,
  insertOnWire,
  moveStepDown,
  type NoCommand,
  nodesInOrder,
  paste,
  readText,
  recordStep,
  redo,
  remediesFor,
  remove,
  removeAndReconnect,
  removeStep,
  rename,
  setAttribute,
  setNodeText,
  setPositions,
  setTarget,
  setValue,
  setValues,
  startHistory,
  undo,
  unfoldExpression,
  unfoldFunction,
  unframe,
  usersOf,
  writeText,
} from '../index';

function read(text: string, where = ''): GraphDocument {
  const outcome = readText(text, EDITOR_LIMITS);
  if ('problems' in outcome) throw new Error(`${where}${JSON.stringify(outcome.problems)}`);
  return outcome.document;
}

const starts = ['assets/lessons', 'assets/functions'].flatMap((folder) =>
  readdirSync(folder).map((name) => read(readFileSync(`${folder}/${name}`, 'utf8'))),
);

type Random = () => number;
/** Undefined where there is nothing to pick from. */
const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)];

/** What a user could do next; undefined when there is nothing of the kind. */
type Deed = (document: GraphDocument, random: Random) => Command | NoCommand | undefined;

const ids = (document: GraphDocument) => nodesInOrder(document).map(({ id }) => id);
const some = (document: GraphDocument, random: Random) => ids(document).filter(() => random() < 0.4);
const wires = (document: GraphDocument) =>
  nodesInOrder(document).flatMap(({ id: to, inputs = {} }) =>
    Object.keys(inputs).map((operand) => ({ to, operand })),
  );
const ops = [...operators.keys()];
const FORMULAS = ['x^2 + 1', 'y = sin(a*b)', 'norm(x) * z', '[1, 2, 3]', 'x', 'sin('];

const DEEDS: readonly Deed[] = [
  (document, random) => {
    const op = random() < 0.3 ? pick(['variable', 'parameter', 'constant'], random)! : pick(ops, random)!;
    return addNode(freshId(document, op), op, [100 * random(), 100 * random()]);
  },
  (document, random) => {
    const [from, to] = [pick(ids(document), random), pick(ids(document), random)];
    if (from === undefined || to === undefined) return undefined;
    const program = compileDocument(document);
    const operand = pick(program.node(to)!.operandNames, random);
    if (operand === undefined) return undefined;
    if (connectionProblem(document, program, from, to, operand) === undefined)
      return connect(from, to, operand);
    const remedy = pick(remediesFor(document, program, from, to, operand), random);
    return remedy && applyRemedy(document, remedy, from, to, operand);
  },
  (document, random) =>
    remove(
      some(document, random),
      wires(document).filter(() => random() < 0.2),
    ),
  (document, random) => removeAndReconnect(some(document, random)),
  (document, random) => {
    const wire = pick(wires(document), random);
    const loose = nodesInOrder(document).find(
      ({ id, op, inputs }) => operators.has(op) && !inputs && !usersOf(document).has(id),
    );
    const operand = loose && compileDocument(document).node(loose.id)?.operandNames[0];
    return wire && loose && operand ? insertOnWire(loose.id, operand, wire) : undefined;
  },
  (document, random) => {
    const id = pick(ids(document), random);
    const name = `n${Math.floor(100 * random())}`;
    return id === undefined || document.nodes.has(name) ? undefined : rename(id, name);
  },
  (document, random) => {
    const leaf = pick(
      nodesInOrder(document).filter(({ value }) => value !== undefined),
      random,
    );
    return leaf && setValue(leaf.id, random() < 0.5 ? random() : [random(), random()]);
  },
  (_, random) => {
    const at = Math.floor(3 * random());
    const step = { title: `${random()}`, text: '' };
    return pick(
      [recordStep(at, step), changeStep(at, { text: 'a', select: null }), removeStep(at), moveStepDown(at)],
      random,
    );
  },
  (document, random) => {
    const leaves = nodesInOrder(document).filter(({ value }) => value !== undefined && random() < 0.5);
    return setValues(new Map(leaves.map(({ id }) => [id, random()])));
  },
  (document, random) => {
    const node = pick(
      nodesInOrder(document).filter(({ attributes }) => attributes),
      random,
    );
    return node && setAttribute(node.id, Object.keys(node.attributes!)[0], random() < 0.3 ? undefined : 2);
  },
  (document, random) => {
    const id = pick(ids(document), random);
    return id === undefined
      ? undefined
      : setNodeText(id, random() < 0.5 ? 'label' : 'note', pick(['', '\\alpha', 'See $x$.'], random)!);
  },
  (document, random) => {
    const chosen = some(document, random);
    if (random() < 0.3) return unframe(chosen);
    return chosen.length > 0 ? frame(chosen, 'A part') : undefined;
  },
  (document, random) => setTarget(random() < 0.2 ? null : (pick(ids(document), random) ?? null)),
  (document, random) =>
    setPositions(new Map(some(document, random).map((id) => [id, [Math.round(500 * random()), 0]]))),
  (document, random) => {
    const chosen = some(document, random);
    return chosen.length > 0 ? duplicate(document, chosen, [40, 40]) : undefined;
  },
  (document, random) => {
    const chosen = some(document, random);
    const text = chosen.length > 0 ? copyText(document, chosen) : pick(FORMULAS, random)!;
    return paste(document, compileDocument(document), text, { keepWires: random() < 0.5, at: [0, 0] });
  },
  (document, random) =>
    addFormula(document, compileDocument(document).run(), pick(FORMULAS, random)!, [0, 0]),
  (document, random) => foldIntoFunction(document, compileDocument(document), some(document, random)),
  (document, random) => foldIntoExpression(document, compileDocument(document), some(document, random)),
  (document) => {
    const node = nodesInOrder(document).find(({ op }) => op === 'function');
    return node && unfoldFunction(document, compileDocument(document), node.id);
  },
  (document) => {
    const node = nodesInOrder(document).find(({ op }) => op === 'expression');
    return node && unfoldExpression(document, compileDocument(document), node.id);
  },
];

/** A history of up to six deeds; those that are refused are left out. */
function lived(start: GraphDocument, random: Random): History {
  let history = startHistory(start);
  for (let step = 0; step < 6; step++) {
    const command = pick(DEEDS, random)!(history.document, random);
    if (command && !('problem' in command)) history = commit(history, command);
  }
  return history;
}

const SEEDS = 10_000;

it(`10,000 sequences are undone and done again byte by byte (seeds 1 to ${SEEDS})`, () => {
  const texts = starts.map(writeText);
  let steps = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = seeded(seed);
    const k = Math.floor(random() * starts.length);
    const end = lived(starts[k], random);
    steps += end.past.length;
    const text = writeText(end.document);
    expect(
      writeText(read(text, `seed ${seed}: ${end.past.map(({ label }) => label).join('; ')}: `)),
      `seed ${seed}: what is saved opens as it was`,
    ).toBe(text);
    let back = end;
    while (back.past.length > 0) back = undo(back);
    expect(writeText(back.document), `seed ${seed}: undone`).toBe(texts[k]);
    let again = back;
    while (again.future.length > 0) again = redo(again);
    expect(writeText(again.document), `seed ${seed}: done again`).toBe(text);
  }
  expect(steps).toBeGreaterThan(3 * SEEDS);
}, 120_000);
