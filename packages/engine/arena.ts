/**
 * One allocator for everything a program computes into: primals, Jacobian payloads, cotangents, tangents.
 * Views are handed out from large blocks, so neighbours in a program are neighbours in memory and a run allocates nothing.
 */
export type Take = (size: number) => Float64Array;

const BLOCK = 1 << 16;

export function createArena(): Take {
  let block = new Float64Array(0);
  let used = 0;
  return (size) => {
    if (used + size > block.length) {
      block = new Float64Array(Math.max(size, Math.min(BLOCK, Math.max(256, block.length * 2))));
      used = 0;
    }
    const view = block.subarray(used, used + size);
    used += size;
    return view;
  };
}
