/**
 * The libraries beside which Nabla is measured. They live in `bench/peers` with a manifest of their own, so that nobody who uses Nabla installs
 * them; what is used of them is declared where it is used.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Absent } from '../harness/contest';

const FOLDER = resolve('bench/peers');
const requirePeer = createRequire(resolve(FOLDER, 'package.json'));

export const NOT_INSTALLED: Absent = { absent: 'not installed; run npm ci --prefix bench/peers' };

export const peersInstalled = () => existsSync(resolve(FOLDER, 'node_modules'));

export const peerPath = (name: string): string => requirePeer.resolve(name);

/** Undefined when the peers are not installed. The caller says what it needs of the library. */
export function loadPeer<Library>(name: string): Library | undefined {
  return peersInstalled() ? (requirePeer(name) as Library) : undefined;
}
