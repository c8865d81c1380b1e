/**
 * The passes, replayed step by step.
 */
import { startReplay, stepBy } from '../replay/replay';
import { type EditorState, setReplay } from '../state/store';
import { type EditorCommand, somethingThere } from './command';

const isReplaying = ({ replay }: EditorState) => replay !== null;

export const REPLAY_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'replay.start',
    label: 'Replay the passes',
    menu: 'View',
    keys: ['F10'],
    enabled: (state) => somethingThere(state) && !isReplaying(state),
    run: () => startReplay(),
  },
  {
    id: 'replay.next',
    label: 'Next step of the pass',
    menu: 'View',
    keys: ['F10'],
    enabled: isReplaying,
    run: () => stepBy(1),
  },
  {
    id: 'replay.back',
    label: 'Step back in the pass',
    menu: 'View',
    keys: ['Shift+F10'],
    enabled: isReplaying,
    run: () => stepBy(-1),
  },
  {
    id: 'replay.stop',
    label: 'End the replay',
    menu: 'View',
    keys: ['Escape'],
    enabled: isReplaying,
    run: () => setReplay(null),
  },
];
