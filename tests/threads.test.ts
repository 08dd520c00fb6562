// One document never ends the reading of the others: not by an error, and not with its whole thread.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inJobs } from '../src/cli/jobs.js';
import type { Article } from '../src/model/article.js';
import { inTurn, type Outcome } from '../src/store/attempt.js';
import { createRecorder } from '../src/store/collection/record.js';
import { createSpeaker } from '../src/store/said.js';
import { inThreads, type Setup } from '../src/store/threads.js';
import { ARTICLES, engine } from './support/make.js';

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

describe('as many threads as are asked for', () => {
  const made = (a: Article): string => `here ${a.id}`;
  const READER = new URL('../dist/store/reader.js', import.meta.url);

  it('few articles are read without any, many in threads, each once', async () => {
    const few = list(200, {}), many = list(200, { 7: 'x'.repeat(200_000) }), ids = many.map((a) => a.id);
    expect(await all(inJobs(some(few), 3, SETUP, made, reader))).toEqual({ made: few.map(made), failed: [] });
    expect(await all(inJobs(some(many), 1, SETUP, made, reader))).toEqual({ made: many.map(made), failed: [] });
    expect(await all(inJobs(some(many), 3, SETUP, made, reader))).toEqual({ made: ids, failed: [] });
  });

  it.each([0, 50, 200])('who ends early ends the reading of %d articles too', async (n) => {
    let ended = 0;
    async function* given(): AsyncGenerator<Article> {
      try {
        for (let i = 0; ; i++) yield { id: `a${i}`, text: 'x'.repeat(i < n ? 1 : 60_000) };
      } finally {
        ended++;
      }
    }
    for await (const outcome of inJobs(given(), 2, SETUP, made, reader)) if ('made' in outcome) break;
    expect(ended).toBe(1);
  });

  it('what a thread makes of an article is what is made here', async () => {
    const setup: Setup = { base: engine.mint.base, names: [], asked: { texts: true, annotations: true, least: 0 } };
    const articles = Array.from({ length: 40 }, (_, i) => ARTICLES.map((a): Article => ({ ...a, id: `${a.id}-${i}` }))).flat();
    for (const [asked, make] of [[setup, createSpeaker(engine, setup.asked)], [{ ...setup, asked: { ...setup.asked, records: true } }, createRecorder(engine, 0)]] as const) {
      const here: unknown[] = [], there: unknown[] = [];
      for await (const o of inTurn(some(articles), make as (a: Article) => unknown)) here.push(o);
      for await (const o of inThreads(some(articles), 2, asked, READER)) there.push(o);
      const plain = (list: unknown[]): string[] => list.map((o) => JSON.stringify(o, (_, v: unknown) => (v instanceof Uint8Array ? Buffer.from(v).toString('base64') : isPacked(v) ? Buffer.from(v.data).toString('base64') : v))).sort();
      expect(plain(there)).toEqual(plain(here));
    }
  });
});

/** A Buffer as JSON has it. */
const isPacked = (v: unknown): v is { readonly data: readonly number[] } => typeof v === 'object' && v !== null && 'type' in v && v.type === 'Buffer';

describe('articles in turn', () => {
  it('an error over one is told, and the others are read', async () => {
    const { made, failed } = await all(inTurn(some(list(4, { 2: 'throws' })), (a) => {
      if (a.text === 'throws') throw new TypeError('what');
      return a.id;
    }));
    expect([made, failed]).toEqual([['a000', 'a001', 'a003'], ['a002: TypeError: what']]);
  });
});
