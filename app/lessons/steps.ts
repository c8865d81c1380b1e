/**
 * Going through the steps of a lesson: its text, its annotations, its selection.
 */
import { changeStep, moveStepDown, recordStep, removeStep } from '#document';
import {
  commit,
  noteProgress,
  select,
  setAnnotation,
  setAuthoring,
  setLessonStep,
  setStudy,
  showSide,
  useEditor,
} from '../state/store';
import { lessonOf } from './lesson';
import { isOurs } from './translated';

/** How many steps the lesson of the document has; 0 without a lesson. */
export function stepCount(): number {
  const outcome = lessonOf(useEditor.getState().history.document.lesson);
  return outcome && !('unexpected' in outcome) ? outcome.lesson.steps.length : 0;
}

/** The step that is shown, counted from 1: after steps were taken back there may be fewer of them. */
export const shownStep = (): number => Math.min(useEditor.getState().lessonStep, stepCount());

/** Shows a step, counted from 1; 0 is the introduction. */
export function goToStep(index: number): void {
  const outcome = lessonOf(useEditor.getState().history.document.lesson);
  if (!outcome || 'unexpected' in outcome || index < 0 || index > outcome.lesson.steps.length) return;
  setLessonStep(index);
  const { document } = useEditor.getState().history;
  if (isOurs(document.lesson)) noteProgress(document.title, index);
  const step = outcome.lesson.steps[index - 1];
  if (!step) return;
  if (step.show) setAnnotation(step.show);
  const { study } = useEditor.getState();
  if (step.replay) setStudy({ kind: 'replay', ...step.replay });
  else if (study?.kind === 'replay') setStudy(null);
  if (step.select) select(step.select.includes('.') ? { wires: [step.select] } : { nodes: [step.select] });
}

/** What is seen now, as a step shows it again. */
function viewNow() {
  const { annotation, selection, study } = useEditor.getState();
  const [chosen] = [...selection.nodes, ...selection.wires];
  return {
    show: annotation,
    select: chosen ?? null,
    replay: study?.kind === 'replay' ? { pass: study.pass, at: study.at } : null,
  };
}

/** Without what there is none of. */
const given = <T extends object>(parts: T) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null));

/** Records what is seen as a step after the one that is shown, and begins to write it. */
export function record(title: string): void {
  const at = shownStep();
  const before = stepCount();
  commit(recordStep(at, { title, text: '', ...given(viewNow()) }));
  // A graph that is only read has refused it.
  if (stepCount() === before) return;
  setAuthoring(true);
  showSide('lesson');
  setLessonStep(at + 1);
  focusTitleSoon();
}

/** A step that begins to be written begins with its title. */
function focusTitleSoon(): void {
  requestAnimationFrame(() => {
    const title = document.querySelector<HTMLInputElement>('[data-step-title]');
    title?.focus();
    title?.select();
  });
}

/** Lets the step that is shown show what is seen now. */
export function recordAgain(): void {
  const lessonStep = shownStep();
  if (lessonStep > 0) commit(changeStep(lessonStep - 1, viewNow()));
}

export function removeShown(): void {
  const lessonStep = shownStep();
  if (lessonStep === 0) return;
  commit(removeStep(lessonStep - 1));
  setLessonStep(Math.min(lessonStep, stepCount()));
}

/** Moves the step that is shown, and goes with it. */
export function moveShown(by: 1 | -1): void {
  const lessonStep = shownStep();
  const to = lessonStep + by;
  if (to < 1 || to > stepCount()) return;
  commit(moveStepDown(Math.min(lessonStep, to) - 1));
  setLessonStep(to);
}
