import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/browser/**/*.browser.ts'],
    globalSetup: ['tests/setup.ts', 'tests/browser/setup.ts'],
    testTimeout: 240_000, hookTimeout: 240_000,
    fileParallelism: false,
  },
});
