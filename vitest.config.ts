import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/setup.ts'],
    // no test is about time: a busy machine is only slow
    testTimeout: 90_000,
    // most of them wait for a program that they run
    maxWorkers: 2,
  },
});
