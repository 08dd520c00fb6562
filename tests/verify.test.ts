// One changed character is found: in what is quoted, in where it stands, in names, and in the article.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { DataFactory, type Quad } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyGraph } from '../src/check/index.js';
import { checkReread, readAgain } from '../src/check/reread.js';
import type { Article } from '../src/model/article.js';
import { news } from '../src/model/vocabulary.js';
import { ARTICLES, engine, RDFS } from './support/make.js';

const SEED: Article = { id: 'rudaw-2021-07-kazimi', published: '2021-07-17', publisher: 'Rudaw', text: readFileSync(new URL('../seeds/rudaw-2021-07-kazimi.txt', import.meta.url), 'utf8') };
const ALL = [SEED, ...ARTICLES].map((article) => ({ article, quads: engine.quads(engine.read(article)) }));
const QUOTED = new Set([news('quote'), news('start'), news('end'), news('title'), news('publisher'), news('published'), `${RDFS}label`, 'http://www.w3.org/2004/02/skos/core#altLabel']);
const verify = (quads: readonly Quad[], article: Article) => verifyGraph({ quads, articles: new Map([[engine.mint.article(article.id), article]]), names: engine.names });
const changed = (text: string, at: number): string => {
  const chars = Array.from(text), i = at % chars.length;
  chars[i] = /\d/.test(chars[i] as string) ? String((Number(chars[i]) + 1) % 10) : chars[i] === 'ژ' ? 'چ' : 'ژ';
  return chars.join('');
};

describe('verify', () => {
  it('proves what hewal builds', () => {
    for (const { quads, article } of ALL) expect(verify(quads, article)).toEqual([]);
  });

  it('fails on one changed character of the graph', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL), fc.nat(), fc.nat(), ({ quads, article }, which, at) => {
      const literals = quads.filter((q) => QUOTED.has(q.predicate.value) && q.object.value !== '');
      const q = literals[which % literals.length] as Quad;
      const object = q.object.termType === 'Literal' ? DataFactory.literal(changed(q.object.value, at), q.object.language || q.object.datatype) : q.object;
      const bad = quads.map((x) => (x === q ? DataFactory.quad(q.subject, q.predicate, object, q.graph) : x));
      expect(verify(bad, article).length, `${q.predicate.value} ${object.value}`).toBeGreaterThan(0);
    }), { numRuns: 150 });
  });

  it('fails on any statement that reading does not give: added, or changed anywhere', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL), fc.nat(), fc.nat(), fc.constantFrom('subject', 'predicate', 'object'), ({ quads, article }, which, at, side) => {
      const q = quads[which % quads.length] as Quad;
      const iri = (t: { value: string }) => DataFactory.namedNode(`${t.value.slice(0, 20)}${changed(t.value.slice(20) || 'x', at)}`);
      const object = q.object.termType === 'Literal' ? DataFactory.literal(changed(q.object.value || 'x', at), q.object.language || q.object.datatype) : iri(q.object);
      const bad = DataFactory.quad(side === 'subject' ? iri(q.subject) : q.subject, side === 'predicate' ? iri(q.predicate) : q.predicate, side === 'object' ? object : q.object, q.graph);
      const subject = { articles: new Map([[engine.mint.article(article.id), article]]), quads: quads.map((x) => (x === q ? bad : x)) };
      const again = readAgain([article], engine);
      expect(checkReread(subject, again)).toHaveLength(1);
      expect(checkReread({ ...subject, quads }, again)).toEqual([]);
    }), { numRuns: 60 });
  });

  it('fails on one changed character of what the graph quotes', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL), fc.nat(), fc.nat(), ({ quads, article }, which, at) => {
      const passages = quads.map((q) => /#char=(\d+),(\d+)$/.exec(q.subject.value)).filter((m) => m !== null);
      const [, start, end] = passages[which % passages.length] as RegExpExecArray;
      const chars = Array.from(article.text), i = Number(start) + (at % (Number(end) - Number(start)));
      chars[i] = chars[i] === 'ژ' ? 'چ' : 'ژ';
      expect(verify(quads, { ...article, text: chars.join('') }).length).toBeGreaterThan(0);
    }), { numRuns: 80 });
  });
});

describe('the command line', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hewal-verify-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const root = fileURLToPath(new URL('..', import.meta.url));
  const hewal = (...args: string[]) => spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

  it('verify: 0 proven, 1 not', () => {
    const graph = join(root, 'out/graph.nq'), seeds = join(root, 'seeds');
    expect(hewal('verify', graph, '--articles', seeds).status).toBe(0);
    writeFileSync(join(dir, 'bad.nq'), readFileSync(graph, 'utf8').replace('"پێشوازی"', '"پێشوازێ"'));
    expect(hewal('verify', 'bad.nq', '--articles', seeds)).toMatchObject({ status: 1, stdout: expect.stringContaining('HW-501') });
    // what cannot be compared is not proven
    writeFileSync(join(dir, 'other.txt'), 'دەقێکی دیکە');
    expect(hewal('verify', graph, '--articles', 'other.txt')).toMatchObject({ status: 1, stdout: expect.stringContaining('error HW-503') });
  });

  it('check: another ontology and other shapes, in other formats, to a file', () => {
    writeFileSync(join(dir, 'o.ttl'), '@prefix : <https://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . :Cat a owl:Class ; owl:disjointWith :Dog . :Dog a owl:Class . :name a owl:DatatypeProperty .');
    writeFileSync(join(dir, 's.ttl'), '@prefix : <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . :S a sh:NodeShape ; sh:targetClass :Cat ; sh:property [ sh:path :name ; sh:minCount 1 ; sh:message "a cat has a name" ] .');
    writeFileSync(join(dir, 'g.ttl'), '@prefix : <https://example.org/> . :tom a :Cat , :Dog ; :nmae "Tom" .');
    const found = hewal('check', 'g.ttl', '--ontology', 'o.ttl', '--shapes', 's.ttl', '--format', 'json');
    expect([found.status, (JSON.parse(found.stdout) as { code: string }[]).map((f) => f.code)]).toEqual([1, ['HW-101', 'HW-201', 'HW-301']]);
    expect((JSON.parse(hewal('check', 'g.ttl', '--shapes', 's.ttl', '--format', 'json').stdout) as { code: string }[]).map((f) => f.code)).toEqual(['HW-201']);
    const written = hewal('check', 'g.ttl', '--ontology', 'o.ttl', '--lang', 'ckb', '--format', 'sarif', '--report', 'r.sarif');
    expect([written.status, written.stdout]).toEqual([1, '']);
    expect((JSON.parse(readFileSync(join(dir, 'r.sarif'), 'utf8')) as { version: string }).version).toBe('2.1.0');
    expect(hewal('check', 'g.ttl', '--ontology', 'none.ttl').status).toBe(3);
    writeFileSync(join(dir, 'i.ttl'), '<https://example.org/> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://www.w3.org/2002/07/owl#imports> <https://example.org/other> .');
    expect(hewal('check', 'g.ttl', '--ontology', 'o.ttl', '--ontology', 'i.ttl').stderr).toContain('HW-021');
    // shapes that ask for what is not known would conform without a word
    writeFileSync(join(dir, 'x.ttl'), '@prefix : <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . :S a sh:NodeShape ; sh:targetClass :Cat ; sh:property [ sh:path :name ; sh:minCoun 1 ] .');
    expect(hewal('check', 'g.ttl', '--shapes', 'x.ttl')).toMatchObject({ status: 2, stderr: expect.stringContaining('sh:minCoun') });
  });

  it('a check or a build that is stopped leaves no half of a file', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => JSON.stringify({ id: `n${i}`, text: SEED.text, published: '2021-07-17' })).join('\n');
    writeFileSync(join(dir, 'many.jsonl'), `${lines}\n`);
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'build', 'many.jsonl', '-o', 'stopped', '-f', 'nq', '--no-check'], { cwd: dir, stdio: 'ignore', env: { ...process.env, TMPDIR: dir } });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // stopped while the file is being written
    while (child.exitCode === null && !(existsSync(join(dir, 'stopped')) && readdirSync(join(dir, 'stopped')).length > 0)) await new Promise((r) => setTimeout(r, 5));
    child.kill('SIGINT');
    await ended;
    expect(readdirSync(join(dir, 'stopped')).filter((f) => f.includes('.part'))).toEqual([]);
    expect(readdirSync(dir).filter((f) => f.startsWith('hewal-sort-'))).toEqual([]);
  });

  it('any number of threads writes the same bytes, and tells of the same bad documents', () => {
    // so many that threads are started
    const all = [...ARTICLES, SEED].flatMap((a) => Array.from({ length: a === SEED ? 75 : 12 }, (_, i) => JSON.stringify({ ...a, id: `${a.id}${i}` })));
    writeFileSync(join(dir, 'threads.jsonl'), `${[...all.slice(0, 20), 'nonsense', ...all.slice(20), all[0]].join('\n')}\n`);
    expect(all.join('').length).toBeGreaterThan(150_000);
    const one = hewal('build', 'threads.jsonl', '-o', 'jobs1'), three = hewal('build', 'threads.jsonl', '-o', 'jobs3', '-j', '3');
    expect([one.status, three.status]).toEqual([3, 3]);
    expect(three.stderr).toBe(one.stderr);
    expect(three.stdout).toBe(one.stdout.replaceAll('jobs1', 'jobs3'));
    for (const f of readdirSync(join(dir, 'jobs1'))) expect(readFileSync(join(dir, 'jobs3', f), 'utf8'), f).toBe(readFileSync(join(dir, 'jobs1', f), 'utf8'));
    expect(hewal('build', 'threads.jsonl', '-j', '0')).toMatchObject({ status: 2, stderr: expect.stringContaining('--jobs') });
  });
});
