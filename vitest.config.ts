import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,electron,packages}/**/*.test.ts', 'tests/*.test.ts'],
          // What takes a second alone may take many on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Both cores, where there are but two.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          globalSetup: 'tests/e2e/build.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 5_000 } },
          // A browser for each of two cores.
          maxWorkers: 2,
          // They share nothing but the browser that each of them drives: what they import is read once.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
