import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'app/**/*.test.ts', 'electron/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
    ],
  },
});
