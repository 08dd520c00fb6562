// The logic of the gate against other reasoners: scripts/parity/README.md says how their verdicts were made.
import { readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { inconsistencies } from '../../src/check/owl/index.js';
import { readPairs } from './pairs.js';

interface Verdict {
  readonly consistent: boolean;
  readonly by: string;
  readonly rule?: string;
}
const expected = JSON.parse(readFileSync(new URL('owl.expected.json', import.meta.url), 'utf8')) as Record<string, Verdict>;

describe('OWL 2 RL', () => {
  it.each(readPairs('owl.txt').map((p) => [p.name, p] as const))('%s', (name, pair) => {
    const verdict = expected[name];
    const { found, complete } = inconsistencies([...new Parser().parse(pair.data)], new Parser({ blankNodePrefix: 'o_' }).parse(pair.common));
    expect(complete).toBe(true);
    expect(found.map((f) => f.rule).join(' ') === '', `${verdict?.by}: ${verdict?.rule ?? 'consistent'}; found ${JSON.stringify(found.map((f) => [f.rule, f.node]))}`).toBe(verdict?.consistent);
    for (const f of found) {
      // without any one of its statements the contradiction is gone
      expect(inconsistencies(f.because, []).found.length).toBeGreaterThan(0);
      for (const q of f.because) expect(inconsistencies(f.because.filter((x) => x !== q), []).found.filter((x) => x.rule === f.rule && x.node === f.node)).toEqual([]);
    }
  });
});
