/**
 * A contestant in another process: it answers "run COUNT" with the nanoseconds it took and "write FILE" with "ok", line by line.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Absent, Quantities, Ready } from './contest';

/** A folder for what the contestants tell each other through files; it goes when the process does. */
export const scratch = mkdtempSync(join(tmpdir(), 'nabla-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

let files = 0;

/** Writes numbers one after the other, as they lie in memory. */
export function writeBinary(arrays: readonly NodeJS.ArrayBufferView[]): string {
  const path = join(scratch, `input-${files++}`);
  writeFileSync(path, Buffer.concat(arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))));
  return path;
}

/** `split` gives names to the doubles that the server writes. */
export async function startServer(
  command: readonly string[],
  split: (results: Float64Array) => Quantities,
): Promise<Ready | Absent> {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ask = conversation(child);
  const greeting = await ask(undefined);
  if (!greeting?.startsWith('ready')) return { absent: greeting ?? `${program} ended before it was ready` };
  const note = greeting.slice('ready'.length).trim();
  return {
    async run(count) {
      return Number(await ask(`run ${count}`));
    },
    async quantities() {
      const path = join(scratch, `output-${files++}`);
      await ask('run 1');
      await ask(`write ${path}`);
      const bytes = readFileSync(path);
      rmSync(path);
      return split(new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
    },
    stop: () => child.stdin!.end(),
    ...(note && { note }),
  };
}

/** Sends a line and waits for the next; undefined when the process ends instead. */
function conversation(child: ChildProcess): (line: string | undefined) => Promise<string | undefined> {
  const waiting: ((line: string | undefined) => void)[] = [];
  let ended = false;
  const finish = () => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(undefined);
  };
  child.on('error', finish);
  createInterface(child.stdout!)
    .on('line', (line) => waiting.shift()?.(line))
    .on('close', finish);
  return (line) =>
    new Promise((answer) => {
      if (ended) return answer(undefined);
      waiting.push(answer);
      if (line !== undefined) child.stdin!.write(`${line}\n`);
    });
}
