/**
 * Ways to study what the graph computes: the passes step by step, the paths one by one.
 */
import { type EditorState, setStudy } from '../state/store';
import { studyChain } from '../study/chain/chain';
import { studyCheck } from '../study/check/check';
import { studyCulprit } from '../study/culprit/culprit';
import { studyDifferential } from '../study/differential/differential';
import { studyLayouts } from '../study/layouts/layouts';
import { studyPaths } from '../study/paths/paths';
import { startQuiz } from '../study/quiz/quiz';
import { replayIn, startReplay, stepBy } from '../study/replay/replay';
import { type EditorCommand, somethingThere } from './command';

const isReplaying = (state: EditorState) => replayIn(state) !== undefined;
const isStudying = ({ study }: EditorState) => study !== null;
/** Numbers to be studied. */
const somethingComputed = ({ screen, evaluation }: EditorState) =>
  screen === 'editor' && evaluation.program.nodes.some(({ tensor }) => tensor !== undefined);

export const STUDY_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'replay.start',
    label: 'Replay the passes',
    menu: 'Study',
    keys: ['F10'],
    enabled: (state) => somethingThere(state) && !isReplaying(state),
    run: () => startReplay(),
  },
  {
    id: 'replay.next',
    label: 'Next step of the pass',
    menu: 'Study',
    keys: ['F10'],
    enabled: isReplaying,
    run: () => stepBy(1),
  },
  {
    id: 'replay.back',
    label: 'Step back in the pass',
    menu: 'Study',
    keys: ['Shift+F10'],
    enabled: isReplaying,
    run: () => stepBy(-1),
  },
  {
    id: 'replay.stop',
    label: 'End the study',
    menu: 'Study',
    keys: ['Escape'],
    enabled: isStudying,
    run: () => setStudy(null),
  },
  {
    id: 'study.paths',
    label: 'Paths to the target',
    menu: 'Study',
    keys: ['p'],
    enabled: somethingComputed,
    run: studyPaths,
  },
  {
    id: 'study.differential',
    label: 'Differential and remainder',
    menu: 'Study',
    keys: ['d'],
    enabled: somethingComputed,
    run: studyDifferential,
  },
  {
    id: 'study.check',
    label: 'Gradient check',
    menu: 'Study',
    keys: ['g'],
    enabled: somethingComputed,
    run: studyCheck,
  },
  {
    id: 'study.culprit',
    label: 'First culprit of what is not finite',
    menu: 'Study',
    keys: ['n'],
    enabled: somethingComputed,
    run: () => studyCulprit(),
  },
  {
    id: 'study.chain',
    label: 'Product of a chain',
    menu: 'Study',
    keys: ['m'],
    enabled: somethingComputed,
    run: studyChain,
  },
  {
    id: 'study.layouts',
    label: 'Layouts of other books and programs',
    menu: 'Study',
    keys: ['l'],
    enabled: somethingComputed,
    run: studyLayouts,
  },
  {
    id: 'study.quiz',
    label: 'Quiz',
    menu: 'Study',
    keys: ['q'],
    enabled: somethingComputed,
    run: () => startQuiz(),
  },
];
