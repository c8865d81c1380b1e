/**
 * The partial derivative that is pointed at, with all its digits; the two components it is about are marked in their nodes.
 */
import { dense, type ProgramNode } from '#engine';
import { componentTex, entryTex, fullNumber, named } from '#scene';
import { Tex } from '../math/Tex';
import type { EditorState, PointedEntry } from '../state/editor-state';
import { useEditor } from '../state/store';
import { useStructure } from '../state/structure';
import { isHiddenWire } from '../study/quiz/quiz';
import type { Cell } from '../values/cells';
import styles from './overlays.module.css';

/** The entry of a Jacobian that is pointed at. */
export const pointedOf = ({ pointed }: EditorState, to: string, operand: string): Cell | undefined =>
  pointed?.to === to && pointed.operand === operand ? pointed : undefined;

/** The component of a node that is marked: y_i at the end of the wire, x_j at its beginning. */
export function markedComponent({ pointed, evaluation }: EditorState, id: string): number | undefined {
  if (!pointed) return undefined;
  if (pointed.to === id) return pointed.row;
  return evaluation.program.edge(pointed.to, pointed.operand)?.from.id === id ? pointed.col : undefined;
}

/** What the number after it says as well. */
const isNumber = (tex: string): boolean => /^-?\d+$/.test(tex);

export function Pointed() {
  const pointed = useEditor((state) => state.pointed);
  return pointed && <Entry {...pointed} />;
}

function Entry({ to, operand, row, col }: PointedEntry) {
  // The numbers of an edge change in place: the evaluation tells when.
  const { program } = useEditor((state) => state.evaluation);
  const document = useStructure();
  const format = useEditor(({ settings }) => settings.numbers);
  const edge = program.edge(to, operand);
  const hidden = useEditor((state) => edge !== undefined && isHiddenWire(state, edge.id));
  const trusted = useEditor(({ evaluation: { diagnostics, fault } }) => {
    const isKink = diagnostics.some(({ node, code }) => node === to && code === 'kink');
    return fault === undefined && !isKink;
  });
  if (!edge?.jacobian || hidden) return null;
  const { rows, cols } = edge.jacobian;
  if (row >= rows || col >= cols) return null;
  const name = ({ id, tensor }: ProgramNode, k: number) =>
    componentTex(named(document, id), tensor!.shape, k);
  const entry = dense(edge.jacobian)[row * cols + col];
  // At a kink a rule is a matter of choice, and a derivative that was made wrong has another.
  const symbols = trusted ? entryTex(document, edge, row, col) : undefined;
  return (
    <div className={styles.pointed} aria-hidden="true">
      <Tex seen>{`\\dfrac{\\partial ${name(edge.to, row)}}{\\partial ${name(edge.from, col)}}`}</Tex>
      {symbols !== undefined && !isNumber(symbols) && <Tex seen>{`= ${symbols}`}</Tex>}
      <span>= {fullNumber(entry, format)}</span>
    </div>
  );
}
