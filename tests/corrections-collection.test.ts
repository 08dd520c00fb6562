// A collection under corrections: whatever came and went, it is what a build of its articles with the same files is, and only what they are about is read again.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Given } from '../src/corrections/read.js';
import type { Correction } from '../src/corrections/types.js';
import type { Article } from '../src/model/article.js';
import { correctionsFile, readGiven } from '../src/store/collection/corrections.js';
import { watchDisk } from '../src/store/collection/disk.js';
import { hashOf, readManifest } from '../src/store/collection/manifest.js';
import { openReader } from '../src/store/collection/reader.js';
import { change, disorder, exported, scratch, shouldShow, shown, TEXTS, WANTED } from './support/collection.js';
import { marks } from './support/corrections.js';
import { engine } from './support/make.js';

let home: string, dir: string, n = 0;
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'hewal-corrected-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => void (dir = join(home, String(++n))));

const OWN = [...TEXTS, 'شاندێکی حکومەت گەیشتە هەولێر و لەگەڵ جەلال ساڵح کۆبووەوە. شاندێکی پارتی سەردانی هەولێری کرد و لەگەڵ شاندەکەی حکومەت کۆبووەوە.'];
const article = (id: string, k: number): Article => ({ id, text: OWN[k % OWN.length] as string, published: '2026-11-25' });
const ALL = [...'abcdefgh'].map((id, i) => article(id, i));
const base = `${engine.mint.base}entity/`;
const named = (type: 'Person' | 'Group', name: string, id?: string): string => engine.mint.entity({ id: '', type, name, mentions: [], local: id !== undefined }, id ?? '');
const [ARAM, JALAL, KAZMI] = [named('Person', 'ئارام عوسمان'), named('Person', 'جەلال ساڵح'), `${base}person/mustafa-al-kadhimi`];
const groups = engine.read(article('g', 6)).entities.filter((e) => e.type === 'Group').map((e) => engine.mint.entity(e, 'g'));

const merge = (...entities: string[]): Correction => ({ do: 'merge', entities });
/** Of every kind, about what one article says and about what many name. */
const POOL: readonly Correction[] = [
  ...ALL.flatMap((a) => marks(a).filter((c, i) => c.do === 'reject-event' || (c.do !== 'move-role' && i % 3 === 0) || i % 11 === 0)),
  merge(ARAM, `${ARAM}-2`), merge(`${ARAM}-3`, `${ARAM}-2`), merge(JALAL, ARAM), merge(KAZMI, JALAL), merge(KAZMI, `${ARAM}-3`), merge(`${base}person/nechirvan-barzani`, JALAL),
  ...groups.slice(1).map((g) => merge(groups[0] as string, g)), merge(named('Group', 'شاند', 'z'), groups[0] as string),
  { do: 'name', type: 'Person', label: 'ئارام عوسمان', english: 'Aram Osman' },
];
const given = (list: readonly Correction[]): Given[] => list.map((correction, i) => ({ correction, file: 'c.jsonl', line: i + 2 }));
const under = (list: readonly Correction[]) => ({ wanted: { ...WANTED, corrections: given(list) } });
const places = (folder: string): Map<string, string> => new Map(readManifest(folder).rows.map((r) => [r.id, JSON.stringify(r.at)]));
/** The articles that a change has read. */
async function readBy(folder: string, list: readonly Correction[]): Promise<string[]> {
  const before = places(folder);
  await change(folder, [], [], under(list));
  return [...places(folder)].filter(([id, at]) => before.get(id) !== at).map(([id]) => id).sort();
}

async function expectSame(folder: string, articles: readonly Article[], list: readonly Correction[]): Promise<void> {
  expect(await exported(folder)).toEqual(await scratch(articles, [], given(list)));
  expect(disorder(folder)).toEqual([]);
  const { graphs, table } = shown(folder);
  expect(graphs).toEqual(shouldShow(folder));
  const fresh = join(home, `fresh-${++n}`);
  await change(fresh, articles, [], under(list));
  expect(table).toBe(shown(fresh).table);
}

describe('a collection under corrections', () => {
  it('has corrections that change much, or these tests would say nothing', async () => {
    expect(groups.length).toBeGreaterThan(1);
    const plain = await scratch(ALL);
    for (const c of POOL) if (c.do === 'merge' && !c.entities.some((iri) => iri.includes('/z/') || iri.includes('nechirvan'))) expect((await scratch(ALL, [], given([c]))).nq, JSON.stringify(c)).not.toBe(plain.nq);
  });

  it('is what a build with the same corrections is, whatever came and went before', async () => {
    const step = fc.record({
      put: fc.array(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.nat(OWN.length - 1)), { maxLength: 4 }), gone: fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 2 }),
      list: fc.oneof(fc.shuffledSubarray([...POOL], { maxLength: 6 }), fc.shuffledSubarray(POOL.filter((c) => c.do === 'merge'), { maxLength: 4 }), fc.constant([])),
    });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const folder = join(home, `law-${++n}`);
      const now = new Map<string, Article>(ALL.slice(0, 5).map((a) => [a.id, a]));
      let last: readonly Correction[] = [];
      await change(folder, [...now.values()]);
      for (const { put, gone, list } of steps) {
        const come = new Map(put.map(([id, k]) => [id, article(id, k)]));
        const left = gone.filter((id) => now.has(id) && !come.has(id));
        await change(folder, [...come.values()], left, under(list));
        for (const [id, a] of come) now.set(id, a);
        for (const id of left) now.delete(id);
        last = list;
      }
      await expectSame(folder, [...now.values()], last);
      rmSync(folder, { recursive: true });
    }), { numRuns: 10 });
  }, 240_000);

  it('reads again exactly the articles that a changed file is about, and without the file is the first bytes', async () => {
    const [b, g] = [marks(article('b', 1)).filter((c) => c.do === 'reject-event'), marks(article('g', 6)).filter((c) => c.do === 'reject-event')] as [Correction[], Correction[]];
    await change(dir, ALL);
    const [files, first] = [shown(dir), await exported(dir)];
    expect(await readBy(dir, [b[0] as Correction])).toEqual(['b']);
    expect(await readBy(dir, [b[0] as Correction])).toEqual([]);
    expect(await readBy(dir, [g[0] as Correction, b[0] as Correction])).toEqual(['g']);
    expect(await readBy(dir, [g[0] as Correction])).toEqual(['b']);
    // who is who across articles is settled, not read
    expect(await readBy(dir, [g[0] as Correction, merge(JALAL, ARAM)])).toEqual([]);
    await expectSame(dir, ALL, [g[0] as Correction, merge(JALAL, ARAM)]);
    expect(await readBy(dir, [g[0] as Correction, merge(ARAM, `${ARAM}-2`)])).toEqual([]);
    await expectSame(dir, ALL, [g[0] as Correction, merge(ARAM, `${ARAM}-2`)]);
    // two of one article, and what only one article knows
    expect(await readBy(dir, [g[0] as Correction, merge(groups[0] as string, groups[1] as string)])).toEqual(['g']);
    expect(await readBy(dir, [])).toEqual(['g']);
    expect(shown(dir)).toEqual(files);
    expect(await exported(dir)).toEqual(first);
    expect(JSON.stringify(readManifest(dir))).not.toContain('corrections');
    // a name is another list of names
    expect(await readBy(dir, [POOL.at(-1) as Correction])).toEqual([...'abcdefgh']);
  }, 60_000);

  it('a disk that is full at any moment leaves it as it was or as it is to be, and the same run again completes it', async () => {
    const full = (): NodeJS.ErrnoException => Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    const list = [...marks(article('b', 1)).slice(0, 2), merge(JALAL, ARAM), merge(groups[0] as string, groups[1] as string)];
    const states = [JSON.stringify(await scratch(ALL)), JSON.stringify(await scratch(ALL, [], given(list)))];
    let changes = 0;
    await change(dir, ALL);
    watchDisk(() => void changes++);
    await change(dir, [], [], under(list));
    watchDisk(undefined);
    expect(changes).toBeGreaterThan(12);
    for (let at = 1; at <= changes; at += Math.max(1, Math.floor(changes / 12))) {
      const folder = join(home, `full-${at}`);
      await change(folder, ALL);
      let k = 0;
      watchDisk((what) => {
        if (++k >= at && (what === 'write' || what === 'append')) throw full();
      });
      try {
        await change(folder, [], [], under(list)).catch((e: NodeJS.ErrnoException) => expect(e.code).toBe('ENOSPC'));
      } finally {
        watchDisk(undefined);
      }
      expect(states, `change ${at}`).toContain(JSON.stringify(await exported(folder)));
      await change(folder, [], [], under(list));
      await expectSame(folder, ALL, list);
    }
  }, 240_000);

  it('refuses corrections that are not those it wrote', async () => {
    await change(dir, ALL.slice(0, 2), [], under([merge(JALAL, ARAM)]));
    const file = join(dir, 'store', correctionsFile(readManifest(dir).head.corrections as string));
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('merge', 'murge'));
    expect(() => openReader(dir)).toThrow(/is damaged: store\/corrections-/);
    // with the right hash, but nothing that a file of corrections could hold
    const bad = '[{"correction":{"do":"merge","entities":7},"file":"c","line":2}]';
    writeFileSync(join(dir, 'store', correctionsFile(hashOf(bad))), bad);
    expect(() => readGiven(dir, hashOf(bad))).toThrow(/is damaged/);
    rmSync(file);
    expect(() => openReader(dir)).toThrow(/is damaged/);
  });

  it('a file that is only written otherwise reads nothing', async () => {
    const list = marks(article('b', 1)).slice(0, 3);
    await change(dir, ALL, [], under(list));
    expect(await readBy(dir, [...list].reverse().map((c) => ({ ...c, note: 'تێبینی' })).filter((c) => c.do !== 'split') as Correction[])).toEqual(list.some((c) => c.do === 'split') ? ['b'] : []);
    expect((await exported(dir)).corrections).toContain('تێبینی');
  });
});
