/**
 * The lesson section of a graph: ordered steps, each with a text, what to show and what to select.
 */
import * as z from 'zod';
import type { GraphDocument } from '#document';
import { ANNOTATIONS } from '../state/store';

const step = z.object({
  title: z.string(),
  text: z.string(),
  show: z.enum(ANNOTATIONS).optional(),
  /** A node, or a wire as `to.operand`. */
  select: z.string().optional(),
  question: z.object({ text: z.string(), answer: z.string() }).optional(),
});

const schema = z.object({
  group: z.string().default(''),
  /** Place in the gallery. */
  number: z.number().default(0),
  summary: z.string().default(''),
  steps: z.array(step).min(1),
});

export type Lesson = z.infer<typeof schema>;

export type LessonOutcome = { readonly lesson: Lesson } | { readonly problem: string } | undefined;

/** A lesson section as a lesson, or why it cannot be shown; nothing when there is none. */
export function lessonOf(lesson: GraphDocument['lesson']): LessonOutcome {
  if (!lesson) return undefined;
  const parsed = schema.safeParse(lesson);
  if (parsed.success) return { lesson: parsed.data };
  const [{ path, message }] = parsed.error.issues;
  return { problem: `lesson.${path.join('.')}: ${message}` };
}
