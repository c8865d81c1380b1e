/**
 * The differential that is studied: of which node, along which directions, over which step. Derived from the results whenever it is asked for.
 */
import { isLeaf, type NoOrder, type Order, orderOf, type ProgramNode, type Step, stepsAlong } from '#engine';
import { directionsAt, directionWith, type Moving, movingIn } from '#scene';
import {
  type DifferentialStudy,
  type EditorState,
  setAnnotation,
  setDirection,
  setStudy,
  useEditor,
} from '../../state/store';

export interface DifferentialNow {
  readonly of: ProgramNode;
  readonly directions: ReadonlyMap<ProgramNode, Float64Array>;
  readonly moving: readonly Moving[];
  /** J dx. */
  readonly tangent: Float64Array;
}

interface Known {
  readonly evaluation: EditorState['evaluation'];
  readonly of: string;
  readonly now: DifferentialNow | undefined;
  remainder?: { readonly steps: readonly Step[]; readonly order: Order | NoOrder };
  /** The step that was asked for last. */
  step?: Step;
}

let known: Known | undefined;

function knownNow({ study, evaluation, history, directions }: EditorState): Known | undefined {
  if (study?.kind !== 'differential') return undefined;
  if (known?.evaluation === evaluation && known.of === study.of) return known;
  const of = evaluation.program.node(study.of);
  const tangent = of && evaluation.pushforward.tangent(of);
  const moves = of && directionsAt(history.document, of, directions);
  const now = of?.tensor && tangent && moves && { of, directions: moves, moving: movingIn(moves), tangent };
  known = { evaluation, of: study.of, now: now || undefined };
  return known;
}

/** Undefined while no differential is studied, or where the node has no value. */
export const differentialNow = (state: EditorState): DifferentialNow | undefined => knownNow(state)?.now;

/** Steps from 1 down to 1e-9, six in a decade. */
const SIZES = Array.from({ length: 55 }, (_, k) => 10 ** (-k / 6));

/** The remainder over ever smaller steps, and its order. */
export function remainderNow(state: EditorState): Known['remainder'] {
  const one = knownNow(state);
  if (!one?.now) return undefined;
  if (!one.remainder) {
    const steps = stepsAlong(one.now.of, one.now.directions, one.now.tangent, SIZES);
    one.remainder = { steps, order: orderOf(steps) };
  }
  return one.remainder;
}

/** (dx₁, dx₂, …), of all numbers that move. */
export const dxOf = ({ moving, directions }: DifferentialNow): number[] =>
  moving.map(({ leaf, at }) => directions.get(leaf)![at]);

export const differentialIn = ({ study }: EditorState): DifferentialStudy | undefined =>
  study?.kind === 'differential' ? study : undefined;

export const sizeNow = (state: EditorState): number => 10 ** (differentialIn(state)?.exponent ?? 0);

/** What happens over the step that is chosen. */
export function stepNow(state: EditorState): Step | undefined {
  const [one, h] = [knownNow(state), sizeNow(state)];
  if (!one?.now) return undefined;
  if (one.step?.h !== h) one.step = stepsAlong(one.now.of, one.now.directions, one.now.tangent, [h])[0];
  return one.step;
}

/** What a picture of it can show. */
export type Picture = 'curve' | 'contours' | 'grids';

/** By how many numbers move, and how many they make. */
export function pictureOf({ moving, tangent }: DifferentialNow): Picture {
  if (moving.length !== 2) return 'curve';
  return tangent.length === 1 ? 'contours' : tangent.length === 2 ? 'grids' : 'curve';
}

/** The differential of what is selected, else of the target, else of the last node. */
export function studyDifferential(): void {
  const { evaluation, history, selection } = useEditor.getState();
  const wanted = [
    ...selection.nodes,
    history.document.target ?? '',
    evaluation.program.nodes.at(-1)?.id ?? '',
  ];
  const of = wanted
    .map((id) => evaluation.program.node(id))
    .find((node) => node?.tensor !== undefined && !isLeaf(node.op));
  const any = of ?? evaluation.program.nodes.find(({ tensor }) => tensor !== undefined);
  if (!any) return;
  setAnnotation('differentials');
  setStudy({ kind: 'differential', of: any.id, exponent: 0 });
}

export function stepOf(exponent: number): void {
  const study = differentialIn(useEditor.getState());
  if (study && study.exponent !== exponent) setStudy({ ...study, exponent });
}

/** Turns the direction: the two numbers that move get these dx. */
export function turnDirection(dx: readonly [number, number]): void {
  const now = differentialNow(useEditor.getState());
  now?.moving.forEach(({ leaf, at }, k) => {
    const current = differentialNow(useEditor.getState())?.directions.get(leaf);
    if (current) setDirection(leaf.id, directionWith(leaf, current, at, dx[k]));
  });
}
