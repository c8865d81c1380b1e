/**
 * Sentences about single components, shared by the rules.
 */
import type { Finding } from '../operator';
import type { Tensor } from '../tensor';

/** "x", "component 2 of x", "entry (1, 2) of x": how a message points at a number. */
export function place(name: string, { shape }: Tensor, i: number): string {
  if (shape.length === 0) return name;
  if (shape.length === 1) return `component ${i + 1} of ${name}`;
  return `entry (${Math.floor(i / shape[1]) + 1}, ${(i % shape[1]) + 1}) of ${name}`;
}

/** More places than these are counted. */
const MOST_PLACES = 4;

/** Folds the findings of one code and operand into the first of them, which tells where else it holds; components are those of `tensor`. */
export function gather(findings: readonly Finding[], name: string, tensor: Tensor): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.operand ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(([first, ...rest]) => {
    if (rest.length === 0) return first;
    const places = rest.slice(0, MOST_PLACES).map((one) => place(name, tensor, (one.component ?? 1) - 1));
    const more = rest.length > MOST_PLACES ? `, and ${rest.length - MOST_PLACES} more` : '';
    return { ...first, message: `${first.message} (Also at ${places.join(', ')}${more}.)` };
  });
}

export const component = ({ shape }: Tensor, i: number) => (shape.length === 0 ? {} : { component: i + 1 });
