/**
 * What React Flow is given keeps its identity: nothing is drawn again for numbers, and one thing for one thing.
 */
import { expect, it } from 'vitest';
import {
  type Command,
  commit,
  emptyDocument,
  setPositions,
  setTarget,
  setValue,
  startHistory,
} from '#document';
import { USUAL_FORMAT } from '#scene';
import { advance, evaluate } from '../../state/evaluation';
import { USUAL_SETTINGS } from '../../state/settings';
import { selectEdges, selectNodes, type View } from '../flow';

/** y = x ⊙ x, z = ‖y‖. */
const nodes = [
  { id: 'x', op: 'variable', value: [1, 2], position: [0, 0] as const },
  { id: 'y', op: 'multiply', inputs: { a: 'x', b: 'x' }, position: [300, 0] as const },
  { id: 'z', op: 'norm', inputs: { x: 'y' }, position: [600, 0] as const },
];
const document = { ...emptyDocument, nodes: new Map(nodes.map((node) => [node.id, node])), target: 'z' };
const start: View = {
  history: startHistory(document),
  evaluation: evaluate(document, new Map()),
  annotation: 'jacobians',
  selection: { nodes: [], wires: [] },
  settings: USUAL_SETTINGS,
};

function after(view: View, command: Command): View {
  const history = commit(view.history, command);
  const evaluation = advance(view.evaluation, view.history.document, history.document, new Map());
  return { ...view, history, evaluation };
}

/** Ids of the nodes and wires that are given anew in the second view. */
function givenAnew(first: View, second: View): string[] {
  const before = new Set<unknown>([...selectNodes(first), ...selectEdges(first)]);
  return [...selectNodes(second), ...selectEdges(second)]
    .filter((one) => !before.has(one))
    .map(({ id }) => id);
}

it.each<[what: string, change: (view: View) => View, ids: string[]]>([
  ['Other numbers', (view) => after(view, setValue('x', [3, 4])), []],
  ['A vector of another length', (view) => after(view, setValue('x', [3, 4, 5])), ['x', 'y', 'y.a', 'y.b']],
  ['A node moved', (view) => after(view, setPositions(new Map([['y', [300, 90]]]))), ['y']],
  ['Another target', (view) => after(view, setTarget('y')), ['x', 'y', 'z']],
  ['A node selected', (view) => ({ ...view, selection: { nodes: ['z'], wires: [] } }), ['z']],
  ['A wire selected', (view) => ({ ...view, selection: { nodes: [], wires: ['y.b'] } }), ['y.b']],
  [
    'Longer numbers',
    (view) => ({ ...view, settings: { ...USUAL_SETTINGS, numbers: { ...USUAL_FORMAT, digits: 8 } } }),
    ['x', 'y', 'z'],
  ],
])('%s: given anew is what looks different', (_, change, ids) => {
  expect(givenAnew(start, change(start))).toEqual(ids);
});

it('While numbers change, the same lists come back', () => {
  const lists = (view: View) => [selectNodes(view), selectEdges(view)];
  const [nodesBefore, edgesBefore] = lists(start);
  const [nodesAfter, edgesAfter] = lists(after(start, setValue('x', [3, 4])));
  expect(nodesAfter).toBe(nodesBefore);
  expect(edgesAfter).toBe(edgesBefore);
});

it('A node that moved with other numbers stands in its new place', () => {
  selectNodes(start);
  const moved = after(after(start, setValue('x', [3, 4])), setPositions(new Map([['x', [7, 8]]])));
  expect(selectNodes(moved).map(({ position }) => position)).toEqual([
    { x: 7, y: 8 },
    { x: 300, y: 0 },
    { x: 600, y: 0 },
  ]);
});
