/**
 * Going through the steps of a lesson: its text, its annotations, its selection.
 */
import { select, setAnnotation, setLessonStep, useEditor } from '../state/store';
import { lessonOf } from './lesson';

/** How many steps the lesson of the document has; 0 without a lesson. */
export function stepCount(): number {
  const outcome = lessonOf(useEditor.getState().history.document.lesson);
  return outcome && !('unexpected' in outcome) ? outcome.lesson.steps.length : 0;
}

/** Shows a step, counted from 1; 0 is the introduction. */
export function goToStep(index: number): void {
  const outcome = lessonOf(useEditor.getState().history.document.lesson);
  if (!outcome || 'unexpected' in outcome || index < 0 || index > outcome.lesson.steps.length) return;
  setLessonStep(index);
  const step = outcome.lesson.steps[index - 1];
  if (!step) return;
  if (step.show) setAnnotation(step.show);
  if (step.select) select(step.select.includes('.') ? { wires: [step.select] } : { nodes: [step.select] });
}
