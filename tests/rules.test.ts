import { describe, expect, test } from 'vitest';
import { createFrameRunner, showFailure } from '../scripts/rules-run.js';
import { loadTables } from '../src/language/index.js';

const tables = loadTables();
const run = createFrameRunner(tables);

/** Every frame finds what its examples say and nothing in its counter-examples (also: npm run rules). */
describe('frames', () => {
  test.each(tables.frames.map((frame) => [frame.id, frame] as const))('%s', (_, frame) => {
    expect(run(frame).map(showFailure).join('\n')).toBe('');
  });
});
