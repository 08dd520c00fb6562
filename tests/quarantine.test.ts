// What the gate refuses stands in quarantine.ttl, with the reason; what is written passes.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DataFactory, Parser, type Quad } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../src/check/index.js';
import { passing } from '../src/check/quarantine.js';
import { news } from '../src/model/vocabulary.js';
import { ARTICLES, engine, keyOf, RDF_TYPE, together } from './support/make.js';

const { literal, namedNode, quad } = DataFactory;
const articles = new Map(ARTICLES.map((a) => [engine.mint.article(a.id), a]));
const GOOD = together(ARTICLES.map((a) => engine.read(a)));
const first = (p: string): Quad => GOOD.find((q) => q.predicate.value === p) as Quad;
const without = (q: Quad) => (quads: readonly Quad[]): Quad[] => quads.filter((x) => x !== q);
const PLANTED: readonly (readonly [string, (quads: readonly Quad[]) => Quad[]])[] = [
  ['an event without evidence', without(first(news('evidence')))],
  ['an event without a status', without(first(news('status')))],
  ['a person who is a place too', (quads) => [...quads, quad(first(news('host')).object as Quad['subject'], namedNode(RDF_TYPE), namedNode(news('Place')), first(news('host')).graph)]],
  ['a changed quote', (quads) => quads.map((q) => (q === first(news('quote')) ? quad(q.subject, q.predicate, literal(`${q.object.value.slice(0, -1)}ژ`), q.graph) : q))],
  ['an invented fact', (quads) => [...quads, quad(first(news('host')).object as Quad['subject'], namedNode(news('condemns')), first(news('guest')).object, first(news('host')).graph)]],
];

describe('what passes the gate', () => {
  it('a good graph passes whole', async () => {
    const { kept, refused, findings } = await passing({ quads: GOOD, articles });
    expect([kept, refused, findings.filter((f) => f.level === 'error')]).toEqual([GOOD, [], []]);
  });
  it.each(PLANTED)('%s is refused, and the rest is clean and not much less', async (_, plant) => {
    const bad = plant(GOOD);
    const { kept, refused, findings } = await passing({ quads: bad, articles });
    expect(findings.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect([...kept, ...refused].map(keyOf).sort()).toEqual(bad.map(keyOf).sort());
    expect((await checkGraph({ quads: kept, articles })).filter((f) => f.level === 'error')).toEqual([]);
    expect(kept.length).toBeGreaterThan(bad.length / 2);
    // the other articles lose nothing
    expect(new Set(refused.map((q) => q.graph.value)).size).toBe(1);
  });
});

describe('one fault in many articles', () => {
  it('takes what is wrong, not the articles', async () => {
    const many = Array.from({ length: 8 }, (_, i) => ({ ...(ARTICLES[0] as (typeof ARTICLES)[0]), id: `copy${i}` }));
    const good = together(many.map((a) => engine.read(a))), own = new Map(many.map((a) => [engine.mint.article(a.id), a]));
    const misspelt = good.map((q) => (q.predicate.value === news('confidence') ? quad(q.subject, namedNode(news('confidence').replace('fid', 'fed')), q.object, q.graph) : q));
    const fact = quad(first(news('host')).object as Quad['subject'], namedNode(news('condemns')), first(news('guest')).object, good[0]?.graph);
    for (const [bad, most] of [[[...good, fact], 1], [misspelt, misspelt.length / 2]] as const) {
      const { kept, refused } = await passing({ quads: bad, articles: own });
      expect(refused.length).toBeLessThanOrEqual(most);
      expect((await checkGraph({ quads: kept, articles: own })).filter((f) => f.level === 'error')).toEqual([]);
    }
  });
});

describe('hewal build', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hewal-quarantine-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
  const hewal = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  // two things of one Wikidata id
  writeFileSync(join(dir, 'own.tsv'), 'name\ttype\tenglish\taliases\twikidata\nزریان گوڵەباخی\tPerson\tZryan Gulabaxi\t\tQ42\nمەزرێنگە\tPlace\tMazringa\t\tQ42\n');
  writeFileSync(join(dir, 'a.jsonl'), `${JSON.stringify({ id: 'x', published: '2026-01-01', text: 'زریان گوڵەباخی سەردانی مەزرێنگەی کرد. جۆ بایدن پێشوازی لە مستەفا کازمی کرد.' })}\n`);

  it('writes what passes, what does not, and why; and clears it away when all does again', () => {
    const built = hewal('build', 'a.jsonl', '--names', 'own.tsv', '-o', 'out');
    expect([built.status, built.stdout]).toEqual([0, expect.stringContaining('quarantine.ttl')]);
    const refused = new Parser().parse(readFileSync(join(dir, 'out/quarantine.ttl'), 'utf8'));
    expect(refused.some((q) => q.predicate.value.endsWith('#sameAs'))).toBe(true);
    expect(refused.some((q) => q.object.value.endsWith('/rule/HW-301'))).toBe(true);
    expect(readFileSync(join(dir, 'out/graph.ttl'), 'utf8')).not.toContain('Q42');
    expect(hewal('check', 'out/graph.nq', '--articles', 'a.jsonl', '--names', 'own.tsv').status).toBe(0);
    expect(hewal('build', 'a.jsonl', '-o', 'out').status).toBe(0);
    expect(existsSync(join(dir, 'out/quarantine.ttl'))).toBe(false);
  });
  it('--strict writes nothing and fails', () => {
    const built = hewal('build', 'a.jsonl', '--names', 'own.tsv', '-o', 'strict', '--strict');
    expect([built.status, existsSync(join(dir, 'strict'))]).toEqual([1, false]);
  });
});
