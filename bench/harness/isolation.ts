/**
 * Every contestant in a process of its own, so that none runs beside the garbage, the threads or the compiled code of another. The process is a
 * twin of this one that was told which contestant it is.
 */
import { fork } from 'node:child_process';
import type { Absent, Contestant, Quantities, Ready } from './contest';

/** The place of the contestant that this process is, in its twins. */
const ROLE = 'NABLA_BENCH_CONTESTANT';

type Request = 'prepare' | 'quantities' | number;

/** The same contestants, each of them apart. In a twin this never comes back: it serves until its parent has gone. */
export async function apart(contestants: readonly Contestant[]): Promise<Contestant[]> {
  const role = process.env[ROLE];
  if (role !== undefined) await serve(contestants[Number(role)]);
  return contestants.map((contestant, place) => ({ ...contestant, prepare: () => twinOf(place) }));
}

async function twinOf(place: number): Promise<Ready | Absent> {
  const twin = fork(process.argv[1], process.argv.slice(2), {
    env: { ...process.env, [ROLE]: String(place) },
    execArgv: process.execArgv,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ask = <T>(request: Request): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = () => reject(new Error('its process ended'));
      twin.once('exit', ended);
      twin.once('message', (answer) => {
        twin.off('exit', ended);
        resolve(answer as T);
      });
      twin.send(request);
    });
  const answer = await ask<Absent | { readonly note: string | undefined }>('prepare');
  if ('absent' in answer) {
    twin.disconnect();
    return answer;
  }
  return {
    run: (count) => ask<number>(count),
    quantities: () => ask<Quantities>('quantities'),
    stop: () => twin.disconnect(),
    ...(answer.note !== undefined && { note: answer.note }),
  };
}

function serve(contestant: Contestant): Promise<never> {
  let ready: Ready | undefined;
  process.on('message', async (request: Request) => {
    if (request === 'prepare') {
      const prepared = await prepare(contestant);
      if ('absent' in prepared) return process.send!(prepared);
      ready = prepared;
      return process.send!({ note: ready.note });
    }
    return process.send!(request === 'quantities' ? await ready!.quantities() : await ready!.run(request));
  });
  process.on('disconnect', () => {
    ready?.stop?.();
    process.exit();
  });
  return new Promise(() => {});
}

async function prepare(contestant: Contestant): Promise<Ready | Absent> {
  try {
    return await contestant.prepare();
  } catch (error) {
    return { absent: `it failed: ${String(error).split('\n')[0]}` };
  }
}
