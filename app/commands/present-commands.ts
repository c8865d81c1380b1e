/**
 * In front of a class: the graph alone on the screen, the steps of the lesson by the keys that a clicker sends, a black screen, a pointer of light.
 */
import { SPEAKER_WINDOW } from '#bridge';
import { fitResized } from '../canvas/viewport';
import { t } from '../i18n/i18n';
import { goToStep, shownStep, stepCount } from '../lessons/steps';
import { present, setSpeaker, showNotice, useEditor } from '../state/store';
import { type EditorCommand, inEditor } from './command';

const isPresenting = ({ presenting }: { readonly presenting: object | null }) => presenting !== null;

/** The whole screen, where the browser gives it; the graph fits what there is. */
async function start(): Promise<void> {
  present({ blank: false, laser: false });
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    // In a window it is presented as well.
  }
  fitResized();
}

async function stop(): Promise<void> {
  present(null);
  if (document.fullscreenElement) await document.exitFullscreen();
  fitResized();
}

/** Whoever leaves the full screen by the browser's own key has ended the presentation. */
export function listenToFullScreen(): void {
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement && isPresenting(useEditor.getState())) present(null);
  });
}

/** Notes and the time in a window of their own; one that is open comes to the front. */
function openSpeaker(): void {
  const { speaker: before } = useEditor.getState();
  if (before && !before.closed) return before.focus();
  const speaker = window.open('', SPEAKER_WINDOW, 'popup,width=620,height=460');
  if (speaker) return setSpeaker(speaker);
  const text = t('No other window may be opened here: allow this page to open windows, and try again.');
  showNotice({ text, kind: 'refusal' });
}

const step = (by: 1 | -1) => () => goToStep(shownStep() + by);

export const PRESENT_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'present.start',
    label: 'Present',
    menu: 'View',
    keys: ['F5'],
    enabled: (state) => inEditor(state) && !isPresenting(state),
    run: () => void start(),
  },
  {
    id: 'present.stop',
    label: 'End the presentation',
    menu: 'View',
    keys: ['F5', 'Escape'],
    enabled: isPresenting,
    run: () => void stop(),
  },
  {
    id: 'present.next',
    label: 'Next step of the lesson',
    menu: 'View',
    keys: ['PageDown'],
    enabled: (state) => inEditor(state) && shownStep() < stepCount(),
    run: step(1),
  },
  {
    id: 'present.back',
    label: 'Step back in the lesson',
    menu: 'View',
    keys: ['PageUp'],
    enabled: (state) => inEditor(state) && shownStep() > 0,
    run: step(-1),
  },
  {
    id: 'present.speaker',
    label: 'Window for the speaker',
    menu: 'View',
    keys: ['Shift+F5'],
    enabled: inEditor,
    run: openSpeaker,
  },
  {
    id: 'present.blank',
    label: 'Black screen',
    menu: 'View',
    keys: ['b'],
    enabled: isPresenting,
    run: () => {
      const { presenting } = useEditor.getState();
      if (presenting) present({ ...presenting, blank: !presenting.blank });
    },
  },
  {
    id: 'present.laser',
    label: 'Pointer of light',
    menu: 'View',
    keys: ['k'],
    enabled: isPresenting,
    run: () => {
      const { presenting } = useEditor.getState();
      if (presenting) present({ ...presenting, laser: !presenting.laser });
    },
  },
];
