// A collection: whatever happened to it, it is what a build of its articles is.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { judged, judgedInJobs } from '../src/cli/gate.js';
import type { Article } from '../src/model/article.js';
import { news } from '../src/model/vocabulary.js';
import { graphsOf, pagesOf, type Gate } from '../src/store/collection/gate.js';
import { watchDisk } from '../src/store/collection/disk.js';
import { fileOf } from '../src/store/collection/record.js';
import { openReader } from '../src/store/collection/reader.js';
import { refusal, type Refusal } from '../src/store/collection/refused.js';
import { change, disorder, exported, listed, scratch, shouldShow, shown, TEXTS, WANTED } from './support/collection.js';
import { engine } from './support/make.js';

let home: string, dir: string, n = 0;
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'hewal-collection-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => void (dir = join(home, String(++n))));

const article = (id: string, k: number): Article => ({ id, text: TEXTS[k % TEXTS.length] as string, published: '2026-11-25' });
const EIGHT = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, i) => article(id, i));

/** Holds everything that a collection gives to a build of these articles, and to a new collection of them. */
async function expectSame(folder: string, articles: readonly Article[]): Promise<void> {
  expect(await exported(folder)).toEqual(await scratch(articles));
  expect(disorder(folder)).toEqual([]);
  const { graphs, table } = shown(folder);
  expect(graphs).toEqual(shouldShow(folder));
  expect(Object.keys(graphs)).toHaveLength(articles.length);
  const fresh = join(home, `fresh-${++n}`);
  await change(fresh, articles);
  expect(table).toBe(shown(fresh).table);
  expect(Object.values(graphs).join('')).toBe(Object.keys(graphs).map((f) => shown(fresh).graphs[f]).join(''));
}

describe('a collection', () => {
  it('has articles that change how others read, or these tests would say nothing', async () => {
    await change(dir, EIGHT);
    const { nq, merges } = await exported(dir);
    expect(merges).toMatch(/kept apart/);
    expect(nq).toMatch(/aram-[a-z]+-2>/);
    expect(nq).toContain('altLabel> "جەلال ساڵح"');
    expect((await change(dir, [], ['a'])).resettled).toBeGreaterThan(0);
  });

  it('is what a build of its articles is, whatever came, changed and went before', async () => {
    const step = fc.record({
      put: fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.nat(TEXTS.length - 1)), { maxLength: 4 }),
      gone: fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 3 }),
    });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const folder = join(home, `law-${++n}`);
      const now = new Map<string, Article>();
      for (const { put, gone } of steps) {
        const come = new Map(put.map(([id, k]) => [id, article(id, k)]));
        const left = gone.filter((id) => now.has(id) && !come.has(id));
        await change(folder, [...come.values()], left);
        for (const [id, a] of come) now.set(id, a);
        for (const id of left) now.delete(id);
      }
      await expectSame(folder, [...now.values()]);
      rmSync(folder, { recursive: true });
    }), { numRuns: 12 });
  }, 120_000);

  it('changes nothing where nothing changed', async () => {
    await change(dir, EIGHT);
    const before = listed(dir).map((f) => (f.endsWith('/') ? f : [f, readFileSync(join(dir, f)).toString('base64')]));
    const changes: string[] = [];
    watchDisk((what, path) => void (/\.lock/.test(path) || changes.push(`${what} ${path}`)));
    try {
      expect(await change(dir, EIGHT)).toMatchObject({ same: true, articles: 8, resettled: 0 });
    } finally {
      watchDisk(undefined);
    }
    expect(changes.filter((c) => !c.startsWith('remove'))).toEqual([]);
    expect(listed(dir).map((f) => (f.endsWith('/') ? f : [f, readFileSync(join(dir, f)).toString('base64')]))).toEqual(before);
  });

  it('is the same bytes in the same order of runs, and the order of articles does not matter', async () => {
    const other = join(home, 'other');
    await change(dir, EIGHT);
    await change(other, [...EIGHT].reverse());
    expect(shown(other)).toEqual(shown(dir));
    expect(await exported(other)).toEqual(await exported(dir));
  });

  it('brings back a file of an article that somebody lost, and clears away what is none of it', async () => {
    await change(dir, EIGHT);
    const before = shown(dir);
    unlinkSync(join(dir, fileOf('c')));
    const stray = join(dir, fileOf('c').slice(0, 12), `${'0'.repeat(64)}.nq.gz`);
    writeFileSync(stray, '');
    writeFileSync(join(dir, 'articles', 'notes.txt'), 'mine');
    await change(dir, []);
    expect(shown(dir).graphs).toMatchObject(before.graphs);
    expect(listed(join(dir, 'articles')).filter((f) => !f.endsWith('/'))).toHaveLength(9);
    rmSync(join(dir, 'articles', 'notes.txt'));
    await expectSame(dir, EIGHT);
  });

  it('clears away what a killed run was sorting, and not what it sorts itself', async () => {
    const sorting = (name: string): string => join(dir, 'store', `hewal-sort-${name}`);
    await change(dir, EIGHT.slice(1));
    mkdirSync(sorting('killed'));
    await change(dir, EIGHT, [], { gate: () => {
      mkdirSync(sorting('mine'));
      return Promise.resolve([]);
    } });
    expect(listed(join(dir, 'store')).filter((f) => f.startsWith('hewal-sort'))).toEqual(['hewal-sort-mine/']);
    await change(dir, EIGHT);
    await expectSame(dir, EIGHT);
  });

  it('shards that are damaged are made again from what is kept', async () => {
    await change(dir, EIGHT);
    for (const f of listed(join(dir, 'store'))) if (/^(claims|things)-/.test(f)) writeFileSync(join(dir, 'store', f), '');
    expect(() => openReader(dir)).toThrow(/damaged/);
    await change(dir, [article('a', 3)]);
    await expectSame(dir, [article('a', 3), ...EIGHT.slice(1)]);
  });

  it('other settings read everything again; going back gives the first bytes', async () => {
    await change(dir, EIGHT);
    const one = shown(dir);
    const wanted = { ...WANTED, settings: { ...WANTED.settings, base: 'https://example.org/kb/' } };
    await change(dir, [article('i', 0)], [], { wanted });
    expect((await exported(dir)).nq).not.toContain('w3id.org/hewal/kb');
    expect(Object.keys(shown(dir).graphs)).toEqual(expect.arrayContaining(Object.keys(one.graphs)));
    await change(dir, [], ['i']);
    await change(dir, [], ['i']);
    await expectSame(dir, EIGHT);
  });

  it('more than half of it dead, the log is written anew', async () => {
    const long = (k: number): Article => ({ id: 'long', text: Array.from({ length: 300 }, (_, i) => `${TEXTS[(i + k) % TEXTS.length]} ${k * 1000 + i}`).join('\n') });
    const big = 'x'.repeat(9 * 1024 * 1024);
    await change(dir, EIGHT);
    // as a killed run leaves it: bytes at the end of the log that no row speaks of
    const log = join(dir, 'store', listed(join(dir, 'store')).find((f) => f.startsWith('log-')) as string);
    writeFileSync(log, big, { flag: 'a' });
    await change(dir, [long(1)]);
    expect(listed(join(dir, 'store')).filter((f) => f.startsWith('log-'))).not.toContain(log.slice(log.lastIndexOf('/') + 1));
    await expectSame(dir, [...EIGHT, long(1)]);
  });
});

describe('a disk that refuses', () => {
  const full = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });
  const NEXT = [article('a', 2), article('c', 5), article('i', 1)];
  const AFTER = [...EIGHT.filter((a) => !['a', 'b', 'c'].includes(a.id)), ...NEXT];

  it('at any moment of a change: the old state or the new one, and the same run again completes it', async () => {
    const count = async (): Promise<number> => {
      let changes = 0;
      watchDisk(() => void changes++);
      await change(dir, NEXT, ['b']);
      watchDisk(undefined);
      return changes;
    };
    await change(dir, EIGHT);
    const changes = await count();
    expect(changes).toBeGreaterThan(40);
    const states = [JSON.stringify(await scratch(EIGHT)), JSON.stringify(await scratch(AFTER))];
    const step = Math.max(1, Math.floor(changes / 24));
    for (let at = 1; at <= changes; at += step) {
      const folder = join(home, `full-${at}`);
      await change(folder, EIGHT);
      let k = 0;
      // what is on the disk can still be removed and renamed when it is full
      watchDisk((what) => {
        if (++k >= at && (what === 'write' || what === 'append')) throw full('ENOSPC');
      });
      try {
        await change(folder, NEXT, ['b']).catch((e: NodeJS.ErrnoException) => expect(e.code).toBe('ENOSPC'));
      } finally {
        watchDisk(undefined);
      }
      expect(states, `change ${at}`).toContain(JSON.stringify(await exported(folder)));
      await change(folder, NEXT, ['b']);
      await expectSame(folder, AFTER);
    }
  }, 240_000);
});

describe('the gate of a collection', () => {
  const without = (id: string, property: string) => {
    const record = engine.quads(engine.read(article(id, 2)));
    return { id, quads: record.filter((q) => q.predicate.value !== news(property as 'status')), article: article(id, 2) };
  };

  it('judges every article alone: what is refused of one does not depend on who stands beside it', async () => {
    const whole = (id: string) => ({ id, quads: engine.quads(engine.read(article(id, 3))), article: article(id, 3) });
    const alone = await judged([without('b', 'status')], engine);
    const among = await judged([whole('a'), without('b', 'status'), whole('c')], engine);
    expect(alone.refusals.map((r) => r.id)).toEqual(['b']);
    expect(alone.refusals[0]?.statements.length).toBeGreaterThan(0);
    expect(alone.refusals[0]?.findings[0]).toMatchObject({ level: 'error', code: expect.stringMatching(/^HW-2/) as string });
    expect(among.refusals).toEqual(alone.refusals);
    expect(await judged([whole('a'), whole('c')], engine)).toEqual({ findings: [], refusals: [] });
  });

  it('finds the same in threads, in the same order, and looks itself at what a thread fails at', async () => {
    const setup = { base: engine.mint.base, names: [], corrections: [] };
    const thread = new URL('../dist/cli/gate-thread.js', import.meta.url), broken = new URL('data:text/javascript,throw new Error("no tables")');
    const twice = (id: string): Article => ({ id, text: 'مستەفا کازمی لە 3ی ئایاری 2021 سەردانی تارانی کرد.\nمستەفا کازمی لە 3ی ئایاری 2021 سەردانی پاریسی کرد.', published: '2026-11-25' });
    await change(dir, [...EIGHT, twice('x'), twice('y')], [], { gate: async (changed) => {
      const pages = pagesOf(changed.records, 1);
      expect(pages).toHaveLength(10);
      const here = await judgedInJobs(changed, engine, 1, setup, pages);
      expect(here.findings.map((f) => f.code)).toEqual(['HW-404', 'HW-404']);
      expect(await judgedInJobs(changed, engine, 3, setup, pages, thread)).toEqual(here);
      expect(await judgedInJobs(changed, engine, 3, setup, pages, broken)).toEqual(here);
      return here.refusals;
    } });
  });

  it('what it refuses is shown nowhere, stays refused while the article is as it was, and is no part of what an export checks', async () => {
    const seen: string[] = [];
    const gate: Gate = async (changed) => {
      const out: Refusal[] = [];
      for (const { id, quads, article: text } of graphsOf(changed.records, changed)) {
        seen.push(id);
        expect(text?.id).toBe(id);
        if (id === 'c') out.push(refusal(id, quads[0]?.graph.value ?? '', quads.filter((q) => q.predicate.value === news('reports')), []));
      }
      return out;
    };
    const reports = (): string[] => Object.entries(shown(dir).graphs).filter(([, nq]) => !nq.includes(news('reports'))).map(([file]) => file);
    await change(dir, EIGHT, [], { gate });
    expect(seen).toEqual(EIGHT.map((a) => a.id));
    expect(reports()).toEqual([fileOf('c')]);
    expect(shown(dir).graphs).toEqual(shouldShow(dir));
    await change(dir, [], ['a'], { gate });
    expect(reports()).toEqual([fileOf('c')]);
    expect(await exported(dir)).toEqual(await scratch(EIGHT.slice(1)));
    await change(dir, [article('c', 5)]);
    expect(reports()).toEqual([]);
    await expectSame(dir, [...EIGHT.filter((a) => !'ac'.includes(a.id)), article('c', 5)]);
  });
});

describe('who reads while another writes', () => {
  it('reads one state to its end, and the next one afterwards', async () => {
    await change(dir, EIGHT);
    const before = await scratch(EIGHT);
    const reader = openReader(dir);
    const graphs = reader.graphs();
    const first = graphs.next().value as { iri: string };
    await change(dir, [article('h', 1), article('i', 2)], ['b', 'c']);
    await change(dir, [article('a', 4)]);
    expect([first, ...graphs].map((g) => g.iri)).toHaveLength(8);
    let nq = '';
    for await (const q of reader.gathered.quads()) nq += `${q.subject.id} ${q.object.id}\n`;
    expect(nq.split('\n')).toHaveLength(before.nq.split('\n').length);
    reader.close();
    await expectSame(dir, [article('a', 4), ...EIGHT.filter((a) => !'abch'.includes(a.id)), article('h', 1), article('i', 2)]);
  });
});
