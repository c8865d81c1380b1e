/**
 * Where nodes stand: nudged, in line, at equal distances, tidied as a whole.
 */
import { type Position, setPositions } from '#document';
import { glide } from '../canvas/gliding';
import { boxesOnCanvas } from '../canvas/viewport';
import type { PlainText } from '../i18n/i18n';
import { tidied } from '../state/layout';
import { commit, currentDocument, newGesture, showDialog, useEditor } from '../state/store';
import { type EditorCommand, nodesSelected, severalSelected, somethingThere } from './command';

const selected = () => useEditor.getState().selection.nodes;

/** Presses of the arrows are one gesture as long as the same nodes are nudged without a pause. */
const PAUSE = 1000;
let lastNudge = { nodes: '', at: 0, gesture: '' };

function nudge(dx: number, dy: number): void {
  const { nodes } = currentDocument();
  const chosen = selected().join();
  const goesOn = lastNudge.nodes === chosen && performance.now() - lastNudge.at < PAUSE;
  lastNudge = { nodes: chosen, at: performance.now(), gesture: goesOn ? lastNudge.gesture : newGesture() };
  const moved = selected().map((id): [string, Position] => {
    const [x, y] = nodes.get(id)?.position ?? [0, 0];
    return [id, [x + dx, y + dy]];
  });
  commit(setPositions(new Map(moved)), lastNudge.gesture);
}

const NUDGES: readonly (readonly [id: string, PlainText, keys: string, number, number])[] = [
  ['left', 'Nudge left', 'ArrowLeft', -10, 0],
  ['right', 'Nudge right', 'ArrowRight', 10, 0],
  ['up', 'Nudge up', 'ArrowUp', 0, -10],
  ['down', 'Nudge down', 'ArrowDown', 0, 10],
  ['left-more', 'Nudge left, more', 'Shift+ArrowLeft', -50, 0],
  ['right-more', 'Nudge right, more', 'Shift+ArrowRight', 50, 0],
  ['up-more', 'Nudge up, more', 'Shift+ArrowUp', 0, -50],
  ['down-more', 'Nudge down, more', 'Shift+ArrowDown', 0, 50],
];

interface Placed {
  readonly id: string;
  /** Left, top. */
  readonly at: Position;
  /** Width, height. */
  readonly size: Position;
}

const round = (x: number) => Math.round(x / 10) * 10;

/** Moves the selected nodes along one axis (0: x) to what `place` makes of their boxes. */
function arrange(axis: 0 | 1, place: (boxes: readonly Placed[]) => readonly number[]): void {
  const boxes = boxesOnCanvas(selected()).toSorted((a, b) => a.at[axis] - b.at[axis]);
  const places = place(boxes);
  const moved = boxes.map(({ id, at: [x, y] }, i): [string, Position] => [
    id,
    axis === 0 ? [round(places[i]), y] : [x, round(places[i])],
  ]);
  commit(setPositions(new Map(moved)));
}

/** Lines up starts (0), middles (½) or ends (1) with those of the whole selection. */
const align = (axis: 0 | 1, part: number) => () =>
  arrange(axis, (boxes) => {
    const start = Math.min(...boxes.map(({ at }) => at[axis]));
    const end = Math.max(...boxes.map(({ at, size }) => at[axis] + size[axis]));
    return boxes.map(({ size }) => start + part * (end - start - size[axis]));
  });

/** Leaves the same gap between neighbours; the first and the last stay. */
const distribute = (axis: 0 | 1) => () =>
  arrange(axis, (boxes) => {
    const [first, last] = [boxes[0], boxes.at(-1)!];
    const room = last.at[axis] + last.size[axis] - first.at[axis];
    const gap = (room - boxes.reduce((sum, { size }) => sum + size[axis], 0)) / (boxes.length - 1);
    let next = first.at[axis];
    return boxes.map(({ size }) => {
      const here = next;
      next += size[axis] + gap;
      return here;
    });
  });

/** Lays out the selection, or everything when nothing is selected. */
async function tidy(): Promise<void> {
  const { session, history, settings } = useEditor.getState();
  const ids = selected().length > 1 ? selected() : [...history.document.nodes.keys()];
  try {
    const places = await tidied(history.document, ids, settings.edges);
    // Another document, or another state of this one, keeps its places.
    const now = useEditor.getState();
    if (now.session !== session || now.history.document !== history.document) return;
    const all = ids.length === history.document.nodes.size;
    glide(() => commit({ ...setPositions(places), label: 'Tidy' }), all);
  } catch (error) {
    showDialog({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  }
}

const ALIGNMENTS: readonly (readonly [id: string, PlainText, run: () => void])[] = [
  ['align-left', 'Align left edges', align(0, 0)],
  ['align-centre', 'Align centres in a column', align(0, 0.5)],
  ['align-right', 'Align right edges', align(0, 1)],
  ['align-top', 'Align top edges', align(1, 0)],
  ['align-middle', 'Align middles in a row', align(1, 0.5)],
  ['align-bottom', 'Align bottom edges', align(1, 1)],
];

export const ARRANGE_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'arrange.tidy',
    label: 'Tidy',
    menu: 'Arrange',
    keys: ['Shift+Alt+t'],
    enabled: somethingThere,
    run: () => void tidy(),
  },
  ...ALIGNMENTS.map(
    ([id, label, run]): EditorCommand => ({
      id: `arrange.${id}`,
      label,
      menu: 'Arrange',
      keys: [],
      enabled: severalSelected,
      run,
    }),
  ),
  {
    id: 'arrange.distribute-across',
    label: 'Distribute across',
    menu: 'Arrange',
    keys: [],
    enabled: (state) => severalSelected(state) && state.selection.nodes.length > 2,
    run: distribute(0),
  },
  {
    id: 'arrange.distribute-down',
    label: 'Distribute down',
    menu: 'Arrange',
    keys: [],
    enabled: (state) => severalSelected(state) && state.selection.nodes.length > 2,
    run: distribute(1),
  },
  ...NUDGES.map(
    ([id, label, keys, dx, dy]): EditorCommand => ({
      id: `arrange.nudge-${id}`,
      label,
      menu: 'Arrange',
      keys: [keys],
      unlisted: true,
      enabled: nodesSelected,
      run: () => nudge(dx, dy),
    }),
  ),
];
