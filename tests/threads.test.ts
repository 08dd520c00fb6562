// One document never ends the reading of the others: not by an error, and not with its whole thread.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/model/article.js';
import { inTurn, type Outcome } from '../src/store/attempt.js';
import { inThreads, type Setup } from '../src/store/threads.js';

let home: string, reader: URL;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hewal-threads-'));
  const file = join(home, 'reader.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (articles) => {
      for (const a of articles) {
        if (a.text === 'ends') process.exit(7);
        if (a.text === 'throws') throw new RangeError('too deep');
      }
      parentPort.postMessage(articles.map((a) => ({ made: a.id })));
    });`);
  reader = pathToFileURL(file);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const SETUP: Setup = { base: 'https://example.org/', names: [], asked: { texts: false, annotations: false, least: 0 } };
async function* some(list: readonly Article[]): AsyncGenerator<Article> {
  yield* list;
}
async function all(outcomes: AsyncIterable<Outcome<unknown>>) {
  const made: unknown[] = [], failed: string[] = [];
  for await (const o of outcomes) {
    if ('made' in o) made.push(o.made);
    else failed.push(`${o.failed.id}: ${o.failed.reason}`);
  }
  return { made: made.sort(), failed: failed.sort() };
}
const list = (n: number, bad: Readonly<Record<number, string>>): Article[] => Array.from({ length: n }, (_, i) => ({ id: `a${String(i).padStart(3, '0')}`, text: bad[i] ?? 'good' }));

describe('articles in threads', () => {
  it.each([1, 3])('all that can be read are, once each, with %d thread(s); those that end a thread are told', async (jobs) => {
    const bad = { 3: 'ends', 40: 'throws', 41: 'ends', 119: 'throws' };
    const articles = list(120, bad);
    const { made, failed } = await all(inThreads(some(articles), jobs, SETUP, reader));
    expect(made).toEqual(articles.filter((a) => a.text === 'good').map((a) => a.id));
    expect(failed).toEqual(['a003: its thread ended with 7', 'a040: too deep', 'a041: its thread ended with 7', 'a119: too deep']);
  });

  it('threads that cannot even begin are the machine\'s fault, and said', async () => {
    const broken = pathToFileURL(join(home, 'broken.mjs'));
    writeFileSync(broken, 'throw new Error("no tables");');
    await expect(all(inThreads(some(list(50, {})), 2, SETUP, broken))).rejects.toThrow(/no tables/);
  });

  it('nothing to read is no mistake', async () => {
    expect(await all(inThreads(some([]), 2, SETUP, reader))).toEqual({ made: [], failed: [] });
  });
});

describe('articles in turn', () => {
  it('an error over one is told, and the others are read', async () => {
    const { made, failed } = await all(inTurn(some(list(4, { 2: 'throws' })), (a) => {
      if (a.text === 'throws') throw new TypeError('what');
      return a.id;
    }));
    expect([made, failed]).toEqual([['a000', 'a001', 'a003'], ['a002: TypeError: what']]);
  });
});
