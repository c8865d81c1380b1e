/**
 * A lesson, written in the editor: its steps are recorded, changed, moved and removed.
 */
import { castDraft, type Draft } from 'immer';
import type { Command } from './commands';
import type { GraphDocument, JsonObject } from './graph';

/** A step as it is saved: title, text, what is shown and selected, a question, notes for the speaker; unknown keys are kept. */
type LessonStep = JsonObject;

const stepsOf = ({ lesson }: Pick<GraphDocument, 'lesson'>): readonly LessonStep[] =>
  Array.isArray(lesson?.steps) ? (lesson.steps as LessonStep[]) : [];

function withSteps(
  draft: Draft<GraphDocument>,
  change: (steps: readonly LessonStep[]) => readonly LessonStep[],
) {
  const { steps: _, ...others } = (draft.lesson ?? {}) as JsonObject;
  const steps = change(stepsOf(draft as GraphDocument));
  if (steps.length === 0) delete draft.lesson;
  else draft.lesson = castDraft({ ...others, steps } as JsonObject);
}

/** Puts a step into the lesson, at a place counted from 0; the first one makes the lesson. */
export const recordStep = (at: number, step: LessonStep): Command => ({
  label: 'Record a step',
  apply: (draft) => withSteps(draft, (steps) => steps.toSpliced(at, 0, step)),
});

/** Changes parts of a step; a part that is null is taken away. */
export const changeStep = (at: number, parts: JsonObject): Command => ({
  label: `Change step ${at + 1}`,
  apply: (draft) =>
    withSteps(draft, (steps) => {
      if (!steps[at]) return steps;
      const changed = Object.entries({ ...steps[at], ...parts }).filter(([, part]) => part !== null);
      return steps.with(at, Object.fromEntries(changed));
    }),
});

/** Removes a step; with the last one the lesson is gone. */
export const removeStep = (at: number): Command => ({
  label: `Remove step ${at + 1}`,
  apply: (draft) => withSteps(draft, (steps) => steps.toSpliced(at, 1)),
});

/** Exchanges a step with the next one. */
export const moveStepDown = (at: number): Command => ({
  label: `Move step ${at + 1}`,
  apply: (draft) =>
    withSteps(draft, (steps) => (steps[at + 1] ? steps.toSpliced(at, 2, steps[at + 1], steps[at]) : steps)),
});
