/**
 * The lesson section of a graph: ordered steps, each with a text, what to show and what to select.
 */
import * as z from 'zod';
import type { GraphDocument } from '#document';
import { PASSES } from '#scene';
import { ANNOTATIONS } from '../state/store';

const step = z.object({
  title: z.string(),
  text: z.string(),
  show: z.enum(ANNOTATIONS).optional(),
  /** A node, or a wire as `to.operand`. */
  select: z.string().optional(),
  question: z.object({ text: z.string(), answer: z.string() }).optional(),
  /** A step of a pass that is replayed. */
  replay: z.object({ pass: z.enum(PASSES), at: z.number().int().min(0) }).optional(),
  /** For the speaker alone. */
  notes: z.string().optional(),
});

const schema = z.object({
  group: z.string().default(''),
  /** Place in the gallery. */
  number: z.number().default(0),
  summary: z.string().default(''),
  steps: z.array(step).min(1),
});

export type Lesson = z.infer<typeof schema>;
export type LessonStep = z.infer<typeof step>;

/** `unexpected` is the place in the section of what is missing or of another kind: `steps.0.title`. */
export type LessonOutcome = { readonly lesson: Lesson } | { readonly unexpected: string } | undefined;

/** A lesson section as a lesson, or where it is none; nothing when there is no section. */
export function lessonOf(lesson: GraphDocument['lesson']): LessonOutcome {
  if (!lesson) return undefined;
  const parsed = schema.safeParse(lesson);
  if (parsed.success) return { lesson: parsed.data };
  return { unexpected: ['lesson', ...parsed.error.issues[0].path].join('.') };
}
