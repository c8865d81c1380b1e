/**
 * How far somebody has come in each lesson, kept between visits on this machine.
 */
import * as z from 'zod';

/** The furthest step that was shown, counted from 1, by the title of the lesson. */
const schema = z.record(z.string(), z.int().positive());

export type Progress = Readonly<z.infer<typeof schema>>;

const KEY = 'nabla.progress';

/** What is kept; nothing of what cannot be understood. */
export function keptProgress(): Progress {
  try {
    return schema.catch({}).parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

export function keepProgress(progress: Progress): void {
  localStorage.setItem(KEY, JSON.stringify(progress));
}
