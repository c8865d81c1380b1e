/**
 * Circles among wires, by Kahn's algorithm on flat arrays: a graph of 100,000 nodes is an ordinary one.
 */

/** Wires between nodes known by number: the k-th leads from `from[k]` to `to[k]`. */
export interface Wires {
  readonly count: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** How many open operands each node keeps when nodes without any are taken away again and again; nothing when no node is left. */
export function leftover({ count, from, to }: Wires): Int32Array | undefined {
  const open = new Int32Array(count);
  const start = new Int32Array(count + 1);
  for (let k = 0; k < from.length; k++) {
    open[to[k]]++;
    start[from[k] + 1]++;
  }
  for (let i = 0; i < count; i++) start[i + 1] += start[i];
  const users = new Int32Array(from.length);
  const next = start.slice();
  for (let k = 0; k < from.length; k++) users[next[from[k]]++] = to[k];

  const queue = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) if (open[i] === 0) queue[length++] = i;
  for (let head = 0; head < length; head++)
    for (let k = start[queue[head]]; k < start[queue[head] + 1]; k++)
      if (--open[users[k]] === 0) queue[length++] = users[k];
  return length === count ? undefined : open;
}

/**
 * The circles, each along its wires from the node that stands first, which closes it again. Every node that is left over has a wire from
 * another one that is left: following those backwards must come round.
 */
export function* circles(wires: Wires): Generator<number[]> {
  const open = leftover(wires);
  if (!open) return;
  const { count, from, to } = wires;
  const source = new Int32Array(count).fill(-1);
  for (let k = from.length - 1; k >= 0; k--)
    if (open[from[k]] > 0 && open[to[k]] > 0) source[to[k]] = from[k];

  const seen = new Set<number>();
  for (let start = 0; start < count; start++) {
    if (open[start] === 0) continue;
    const walk: number[] = [];
    const onWalk = new Map<number, number>();
    let at = start;
    while (!seen.has(at)) {
      onWalk.set(at, walk.length);
      seen.add(at);
      walk.push(at);
      at = source[at];
    }
    if (!onWalk.has(at)) continue;
    const circle = walk.slice(onWalk.get(at)).reverse();
    const first = circle.reduce((a, b) => Math.min(a, b));
    const turn = circle.indexOf(first);
    yield [...circle.slice(turn), ...circle.slice(0, turn), first];
  }
}

/** The shortest way from one of the starts along `next` to one of them, both included; nothing when none leads back. */
export function wayBack(
  starts: Iterable<string>,
  next: (id: string) => Iterable<string>,
): readonly string[] | undefined {
  const home = new Set(starts);
  const cameFrom = new Map<string, string>();
  const queue = [...home];
  for (const at of queue)
    for (const to of next(at)) {
      if (home.has(to)) {
        const way = [to];
        for (let on: string | undefined = at; on !== undefined; on = cameFrom.get(on)) way.unshift(on);
        return way;
      }
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, at);
      queue.push(to);
    }
  return undefined;
}

/** `a → b → a`; the middle of a long one is left out. */
export function tellCircle(names: readonly string[]): string {
  const told = names.length <= 12 ? names : [...names.slice(0, 6), '…', ...names.slice(-5)];
  return told.join(' → ');
}
