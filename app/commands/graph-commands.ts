/**
 * The graph itself: new nodes, wires, the target, formulas.
 */
import { frame, framesOf, remove, setTarget, unframe } from '#document';
import { operators } from '#engine';
import { offeredOperands } from '#scene';
import { besideNode, freePlace, pointerPlace } from '../canvas/viewport';
import { t } from '../i18n/i18n';
import { commit, currentDocument, type EditorState, find, useEditor } from '../state/store';
import { wiresOf } from '../state/wires';
import { type EditorCommand, inEditor, nodesSelected, oneNodeSelected, oneWireSelected } from './command';
import { startConnecting } from './connecting';
import { foldSelected, unfoldSelected } from './formulas';

const selection = () => useEditor.getState().selection;

const opOf = (id: string): string => currentDocument().nodes.get(id)?.op ?? '';
const selectedOps = ({ selection }: EditorState): string[] => selection.nodes.map(opOf);

/** An operand of the selected node that has no wire yet. */
function freeOperand(state: EditorState): string | undefined {
  if (!oneNodeSelected(state)) return undefined;
  const [id] = state.selection.nodes;
  const { op, inputs = {} } = state.history.document.nodes.get(id)!;
  const operands = state.evaluation.program.node(id)?.operandNames;
  return offeredOperands({ op, inputs, operands }).find((name) => !Object.hasOwn(inputs, name));
}

export const GRAPH_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'graph.add',
    label: 'Add a node…',
    menu: 'Graph',
    // Tab is free only for a hand on the mouse.
    keys: ['a', 'Tab'],
    enabled: inEditor,
    run: () => find({ kind: 'operators', place: pointerPlace() ?? freePlace() }),
  },
  {
    id: 'graph.add-after',
    label: 'Add what it is passed to…',
    menu: 'Graph',
    keys: ['$mod+ArrowRight'],
    enabled: oneNodeSelected,
    run: () => {
      const [node] = selection().nodes;
      find({ kind: 'operators', place: besideNode(node, 1), end: { node } });
    },
  },
  {
    id: 'graph.add-before',
    label: 'Add what comes in…',
    menu: 'Graph',
    keys: ['$mod+ArrowLeft'],
    enabled: (state) => freeOperand(state) !== undefined,
    run: () => {
      const [node] = selection().nodes;
      const operand = freeOperand(useEditor.getState())!;
      find({ kind: 'operators', place: besideNode(node, -1), end: { node, operand } });
    },
  },
  {
    id: 'graph.connect',
    label: 'Connect by keyboard',
    menu: 'Graph',
    keys: ['c'],
    enabled: oneNodeSelected,
    run: () => startConnecting(selection().nodes[0]),
  },
  {
    id: 'graph.insert',
    label: 'Insert into the wire…',
    menu: 'Graph',
    keys: ['Insert'],
    enabled: oneWireSelected,
    run: () => {
      const [{ to, operand }] = wiresOf(selection());
      find({ kind: 'operators', place: besideNode(to, -1), end: { node: to, operand } });
    },
  },
  {
    id: 'graph.cut-wires',
    label: 'Cut all its wires',
    menu: 'Graph',
    keys: [],
    enabled: oneNodeSelected,
    run: () => {
      const [id] = selection().nodes;
      const own = Object.keys(currentDocument().nodes.get(id)?.inputs ?? {}).map((operand) => ({
        to: id,
        operand,
      }));
      const others = [...currentDocument().nodes.values()].flatMap(({ id: to, inputs = {} }) =>
        Object.entries(inputs).flatMap(([operand, from]) => (from === id ? [{ to, operand }] : [])),
      );
      commit(remove([], [...own, ...others]));
    },
  },
  {
    id: 'graph.frame',
    label: 'Frame what is selected',
    menu: 'Graph',
    keys: ['$mod+g'],
    enabled: nodesSelected,
    run: () => commit(frame(selection().nodes, t('Group'))),
  },
  {
    id: 'graph.unframe',
    label: 'Remove the frame',
    menu: 'Graph',
    keys: ['$mod+Shift+g'],
    enabled: (state) =>
      nodesSelected(state) &&
      framesOf(state.history.document).some(({ nodes }) =>
        nodes.some((id) => state.selection.nodes.includes(id)),
      ),
    run: () => commit(unframe(selection().nodes)),
  },
  {
    id: 'graph.target',
    label: 'Differentiate this node',
    menu: 'Graph',
    keys: ['t'],
    enabled: oneNodeSelected,
    run: () => {
      const [id] = selection().nodes;
      commit(setTarget(currentDocument().target === id ? null : id));
    },
  },
  {
    id: 'graph.unfold-formula',
    label: 'Unfold the formula into nodes',
    menu: 'Graph',
    keys: [],
    enabled: (state) => oneNodeSelected(state) && selectedOps(state).includes('expression'),
    run: unfoldSelected,
  },
  {
    id: 'graph.fold-formula',
    label: 'Fold into a formula',
    menu: 'Graph',
    keys: [],
    enabled: (state) => inEditor(state) && selectedOps(state).some((op) => operators.has(op)),
    run: foldSelected,
  },
];
