/**
 * Which derivative is written in other layouts: that of the wire that is selected, or of the target by the node.
 */

import { type EditorState, type LayoutsStudy, setStudy, useEditor } from '../../state/store';
import { splitWire } from '../../state/wires';

export const layoutsIn = ({ study }: EditorState): LayoutsStudy | undefined =>
  study?.kind === 'layouts' ? study : undefined;

export function studyLayouts(): void {
  const { evaluation, history, selection } = useEditor.getState();
  const { program } = evaluation;
  const [wire] = selection.wires;
  if (wire !== undefined) {
    const [to, operand] = splitWire(wire);
    const edge = program.edge(to, operand);
    if (edge?.jacobian) return setStudy({ kind: 'layouts', of: to, by: edge.from.id });
  }
  const nodes = program.nodes.filter(({ tensor }) => tensor !== undefined);
  const of = nodes.find(({ id }) => id === history.document.target) ?? nodes.at(-1);
  const [chosen] = selection.nodes;
  const by = nodes.find(({ id }) => id === chosen) ?? nodes.find(({ op }) => op === 'parameter') ?? nodes[0];
  if (of) setStudy({ kind: 'layouts', of: of.id, by: by.id });
}
