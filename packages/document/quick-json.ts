/**
 * What the quick reading asks of any JSON: that nothing in it was lost or would be refused.
 */
import { DEPTH_LIMIT } from './json';

export type JsonRecord = Record<string, unknown>;

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) count++;
  return count;
}

/** Adds up the colons of what has been looked at: one a member, and those in texts. */
export class ColonCount {
  total = 0;

  isText(value: unknown): value is string {
    if (typeof value !== 'string') return false;
    this.total += countColons(value);
    return true;
  }

  /** Whether a value may be kept as it is. `depth` is that of a list or an object in its place. */
  isPlain(value: unknown, depth: number): boolean {
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value === 'string') return this.isText(value);
    if (typeof value !== 'object' || value === null) return true;
    // Nothing is deeper, so this may recurse.
    if (depth > DEPTH_LIMIT) return false;
    if (Array.isArray(value)) return value.every((entry) => this.isPlain(entry, depth + 1));
    for (const key in value)
      if (!this.isPlainMember(key, (value as JsonRecord)[key], depth + 1)) return false;
    return true;
  }

  isPlainMember(key: string, value: unknown, depth: number): boolean {
    this.total++;
    return this.isPlainEntry(key, value, depth);
  }

  /** As {@link isPlainMember}, for a member that has been counted. */
  isPlainEntry(key: string, value: unknown, depth: number): boolean {
    return key !== '__proto__' && this.isText(key) && this.isPlain(value, depth);
  }
}
