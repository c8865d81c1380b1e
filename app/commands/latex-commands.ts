/**
 * What is selected as equations in LaTeX: numbers with the names they have on the canvas.
 */
import type { ProgramEdge, ProgramNode } from '#engine';
import {
  type Equation,
  gradientEquation,
  jacobianEquation,
  latexOf,
  termEquation,
  valueEquation,
} from '#scene';
import { type PlainText, t } from '../i18n/i18n';
import { type EditorState, showNotice, useEditor } from '../state/store';
import { splitWire } from '../state/wires';
import { writeToClipboard } from './clipboard';
import { type EditorCommand, oneNodeSelected, oneWireSelected } from './command';

const selectedNode = (state: EditorState): ProgramNode | undefined =>
  oneNodeSelected(state) ? state.evaluation.program.node(state.selection.nodes[0]) : undefined;

const selectedEdge = (state: EditorState): ProgramEdge | undefined =>
  oneWireSelected(state) ? state.evaluation.program.edge(...splitWire(state.selection.wires[0])) : undefined;

/** Edges that end in what is selected. */
const selectedEdges = (state: EditorState): readonly ProgramEdge[] => {
  const edge = selectedEdge(state);
  return edge ? [edge] : (selectedNode(state)?.incoming ?? []);
};

interface Copied {
  readonly id: string;
  readonly label: PlainText;
  /** Asked at every change: nothing is written for it. */
  known(state: EditorState): boolean;
  equations(state: EditorState): readonly (Equation | undefined)[];
}

/** The value of a node, or the one that flows along a wire. */
const valued = (state: EditorState) => selectedNode(state) ?? selectedEdge(state)?.from;

const COPIED: readonly Copied[] = [
  {
    id: 'edit.copy-latex-value',
    label: 'Copy the value as LaTeX',
    known: (state) => valued(state)?.tensor !== undefined,
    equations: (state) => [valueEquation(state.history.document, valued(state)!, state.settings.numbers)],
  },
  {
    // At a node, or the term of a wire in it.
    id: 'edit.copy-latex-gradient',
    label: 'Copy the gradient as LaTeX',
    known: (state) =>
      state.evaluation.pullback !== undefined &&
      (selectedNode(state)?.tensor ?? selectedEdge(state)?.jacobian) !== undefined,
    equations(state) {
      const { history, evaluation, settings } = state;
      const { document } = history;
      const [node, edge] = [selectedNode(state), selectedEdge(state)];
      if (node) return [gradientEquation(document, evaluation, node, settings.numbers)];
      return [termEquation(document, evaluation, edge!, settings.numbers)];
    },
  },
  {
    // Of a wire, or of all that enter a node.
    id: 'edit.copy-latex-jacobian',
    label: 'Copy the Jacobian as LaTeX',
    known: (state) => selectedEdges(state).some(({ jacobian }) => jacobian),
    equations: (state) =>
      selectedEdges(state).map((edge) =>
        jacobianEquation(state.history.document, edge, state.settings.numbers),
      ),
  },
];

async function copy({ equations }: Copied): Promise<void> {
  const known = equations(useEditor.getState()).filter((equation) => equation !== undefined);
  if (await writeToClipboard(latexOf(known))) showNotice({ text: t('Copied as LaTeX.'), kind: 'note' });
}

export const LATEX_COMMANDS: readonly EditorCommand[] = COPIED.map((copied) => ({
  id: copied.id,
  label: copied.label,
  menu: 'Edit',
  keys: [],
  enabled: copied.known,
  run: () => void copy(copied),
}));
