// hewal map: a pure function of a document, so the union of the parts is the whole.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toNQuads } from '../src/formats/rdf.js';
import { ARTICLES, engine } from './support/make.js';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const map = (input: string, ...args: string[]) => spawnSync(process.execPath, [MAIN, 'map', ...args], { input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
const lines = (articles: readonly object[]): string => articles.map((a) => `${JSON.stringify(a)}\n`).join('');

describe('hewal map', () => {
  it('the parts together are the whole, in any order, and what the library says', async () => {
    const whole = map(lines(ARTICLES));
    expect(whole.status).toBe(0);
    const parts = [map(lines(ARTICLES.slice(2))), map(''), map(lines(ARTICLES.slice(0, 2)))];
    expect(parts.map((p) => p.status)).toEqual([0, 0, 0]);
    const set = (text: string): string[] => text.trim().split('\n').sort();
    expect(set(parts.map((p) => p.stdout).join(''))).toEqual(set(whole.stdout));
    expect(set(whole.stdout)).toEqual(set((await Promise.all(ARTICLES.map((a) => toNQuads(engine.quads(engine.read(a)))))).join('')));
    expect(map(lines(ARTICLES)).stdout).toBe(whole.stdout);
  });

  it('a bad document is told and does not end the stream', () => {
    const { status, stdout, stderr } = map(`${lines([ARTICLES[0] as object])}nonsense\n{"id":"x"}\n${lines([{ id: 'en', text: 'The president of France met the prime minister of Iraq in Paris on Monday and said that they agreed.' }])}${lines([ARTICLES[1] as object])}`, '--format', 'annotations');
    expect([status, stdout.trim().split('\n').map((l) => (JSON.parse(l) as { id: string }).id)]).toEqual([0, ['meeting', 'visit']]);
    for (const code of ['-:2: error HW-008', '-:3: error HW-008', '-:4: error HW-011']) expect(stderr).toContain(code);
  });

  it('a document is answered before the next one comes', async () => {
    const child = spawn(process.execPath, [MAIN, 'map', '--format', 'annotations']);
    try {
      for (const a of ARTICLES.slice(0, 3)) {
        child.stdin.write(lines([a]));
        const answer = await new Promise<string>((resolve) => child.stdout.once('data', (d: Buffer) => resolve(d.toString())));
        expect((JSON.parse(answer) as { id: string }).id).toBe(a.id);
      }
    } finally {
      child.kill();
    }
  });

  it('refuses what cannot be meant', () => {
    expect(map('', '--published', 'soon')).toMatchObject({ status: 2, stderr: expect.stringContaining('not a date') });
    expect(map('', '--format', 'ttl').status).toBe(2);
    expect(map('', '--min-confidence', 'high').status).toBe(2);
  });
});
