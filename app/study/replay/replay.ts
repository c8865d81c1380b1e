/**
 * Where a replay of a pass is: its steps, what has been passed and what is still to come. Derived from the results whenever it is asked for.
 */
import { type Pass, type PassStep, stepsOf } from '#scene';
import { type EditorState, type Replay, setStudy, useEditor } from '../../state/store';
import type { Mark } from '../hinted';

export interface Frame {
  readonly pass: Pass;
  readonly step: PassStep;
  /** Counted from 0. */
  readonly at: number;
  readonly count: number;
  /** How many terms the number of a node has by now; absent before the first. */
  readonly made: ReadonlyMap<string, number>;
  /** The wires that were passed. */
  readonly passed: ReadonlySet<string>;
}

interface Steps {
  readonly program: unknown;
  readonly pullback: unknown;
  readonly pass: Pass;
  readonly list: readonly PassStep[];
}

/** The replay, if one is studied. */
export const replayIn = ({ study }: EditorState): Replay | undefined =>
  study?.kind === 'replay' ? study : undefined;

let steps: Steps | undefined;

function stepsNow(evaluation: EditorState['evaluation'], pass: Pass): readonly PassStep[] {
  const { program, pullback } = evaluation;
  if (steps?.program !== program || steps.pullback !== pullback || steps.pass !== pass)
    steps = { program, pullback, pass, list: stepsOf(evaluation, pass) };
  return steps.list;
}

let shown: { readonly list: readonly PassStep[]; readonly at: number; readonly frame: Frame } | undefined;

/** The step that is shown; undefined while nothing is replayed, or where a pass has no steps. */
export function frameOf(state: EditorState): Frame | undefined {
  const { evaluation } = state;
  const replay = replayIn(state);
  if (!replay) return undefined;
  const list = stepsNow(evaluation, replay.pass);
  if (list.length === 0) return undefined;
  const at = Math.min(replay.at, list.length - 1);
  if (shown?.list !== list || shown.at !== at) shown = { list, at, frame: frameAt(list, at, replay.pass) };
  return shown.frame;
}

function frameAt(list: readonly PassStep[], at: number, pass: Pass): Frame {
  const come = list.slice(0, at + 1);
  return {
    pass,
    step: list[at],
    at,
    count: list.length,
    made: new Map(come.map(({ node, terms }) => [node, terms])),
    passed: new Set(come.flatMap(({ edge }) => edge ?? [])),
  };
}

export function markOfNodeInReplay(state: EditorState, id: string): Mark | undefined {
  const frame = frameOf(state);
  if (!frame) return undefined;
  if (frame.step.node === id) return 'lit';
  return frame.made.has(id) ? 'plain' : 'dim';
}

export function markOfWireInReplay(state: EditorState, id: string): Mark | undefined {
  const frame = frameOf(state);
  if (!frame) return undefined;
  if (frame.step.edge === id || state.hinted === id) return 'lit';
  return frame.passed.has(id) ? 'plain' : 'dim';
}

export function startReplay(pass: Pass = 'reverse'): void {
  setStudy({ kind: 'replay', pass, at: 0 });
}

/** Goes to a step, as far as there are steps. */
export function goTo(at: number): void {
  const state = useEditor.getState();
  const replay = replayIn(state);
  if (!replay) return;
  const last = Math.max(0, stepsNow(state.evaluation, replay.pass).length - 1);
  const next: Replay = { ...replay, at: Math.max(0, Math.min(at, last)) };
  if (next.at !== replay.at) setStudy(next);
}

export function stepBy(by: 1 | -1): void {
  const frame = frameOf(useEditor.getState());
  if (frame) goTo(frame.at + by);
}
