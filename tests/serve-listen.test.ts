import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFactory } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toNQuads } from '../src/formats/rdf.js';
import type { Engine, Limits } from '../src/query/engine.js';
import type { Source } from '../src/query/loads.js';
import { BASE, QUADS, sourceOf } from './support/graph.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
let open: (source: Source, limits?: Partial<Limits>) => Promise<Engine>, dir: string;
beforeAll(async () => {
  // Threads run what is compiled.
  const { openEngine } = await import(join(ROOT, 'dist/query/engine.js')) as typeof import('../src/query/engine.js');
  open = (source, limits = {}) => openEngine(source, { base: BASE, timeout: 60_000, memory: 500e6, rows: 1000, threads: 1, waiting: 100, ...limits });
  dir = mkdtempSync(join(tmpdir(), 'hewal-serve-'));
  writeFileSync(join(dir, 'graph.nq'), await toNQuads(QUADS));
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
/** Five times every statement with every other: it would not end in a year. */
const RUNAWAY = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }';
/** So long a sum that the engine runs out of stack. */
const CRASH = `SELECT (1${'+1'.repeat(60_000)} AS ?x) {}`;
/** A text that is doubled n times: 8 bytes become 2 GB with 28. */
const doubled = (n: number): string => `SELECT (STRLEN(?v${n}) AS ?l) { BIND("aaaaaaaa" AS ?v0) ${Array.from({ length: n }, (_, i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`).join(' ')} }`;
const why = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'answered', (e: { fault: { why: string } }) => e.fault.why);

describe('an engine in threads', { timeout: 120_000 }, () => {
  it('stops a query that runs too long, says so, and answers the next from a new thread', async () => {
    const engine = await open(sourceOf(QUADS), { timeout: 4000 });
    try {
      expect(await why(engine.ask({ query: RUNAWAY }))).toBe('timeout');
      expect((await engine.ask({ query: COUNT, result: 'text/csv' })).body).toMatch(/^n\r?\n\d{3}\r?\n$/);
    } finally {
      await engine.close();
    }
  });

  it('a query that breaks it costs that query only', async () => {
    const engine = await open(sourceOf(QUADS), { threads: 2 });
    try {
      const asked = [why(engine.ask({ query: CRASH })), ...Array.from({ length: 10 }, () => why(engine.ask({ query: COUNT })))];
      const [broken, ...others] = await Promise.all(asked);
      expect(broken).toBe('crash');
      expect(new Set(others)).toEqual(new Set(['answered']));
    } finally {
      await engine.close();
    }
  });

  it('a query that wants too much memory is stopped, and a thread that has grown gives its memory back', async () => {
    const engine = await open(sourceOf(QUADS), { memory: 128e6 });
    try {
      const before = process.memoryUsage().rss;
      for (let i = 0; i < 3; i++) expect(await why(engine.ask({ query: doubled(28) }))).toBe('memory');
      // 64 MB in the end, 128 MB in all: with what the engine has free, more than a thread may keep.
      for (let i = 0; i < 3; i++) expect((await engine.ask({ query: doubled(23), result: 'text/csv' })).body).toBe(`l\r\n${8 * 2 ** 23}\r\n`);
      expect(await why(engine.ask({ query: COUNT }))).toBe('answered');
      expect(process.memoryUsage().rss - before).toBeLessThan(400e6);
    } finally {
      await engine.close();
    }
  });

  it('a graph may be larger than what queries may take, and a larger one is loaded beside it', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => DataFactory.quad(DataFactory.namedNode(`http://x/${i}`), DataFactory.namedNode('http://x/p'), DataFactory.literal('x'.repeat(100) + i)));
    let n = 10;
    const engine = await open({ version: () => String(n), graphs: () => sourceOf(many(n)).graphs() }, { memory: 16e6 });
    try {
      n = 40_000;
      expect(await engine.refresh()).toBe(true);
      expect((await engine.ask({ query: COUNT, result: 'text/csv' })).body).toBe('n\r\n40000\r\n');
      expect(await why(engine.ask({ query: doubled(28) }))).toBe('memory');
      expect((await engine.ask({ query: COUNT, result: 'text/csv' })).body).toBe('n\r\n40000\r\n');
    } finally {
      await engine.close();
    }
  });

  it('more queries than may wait are told to come again; after its end it takes none', async () => {
    const engine = await open(sourceOf(QUADS), { waiting: 3 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => why(engine.ask({ query: COUNT }))));
    expect(outcomes.filter((o) => o === 'answered')).toHaveLength(4);
    expect(outcomes.filter((o) => o === 'busy')).toHaveLength(6);
    await engine.close();
    expect(await why(engine.ask({ query: COUNT }))).toBe('busy');
  });

  it('loads a graph that has changed, and loses no question meanwhile', async () => {
    let version = '1';
    const source: Source = { version: () => version, graphs: () => sourceOf(version === '1' ? QUADS : QUADS.slice(0, 10)).graphs() };
    const engine = await open(source, { threads: 2 });
    try {
      expect(await engine.refresh()).toBe(false);
      const before = engine.loaded().statements;
      version = '2';
      const asked = Array.from({ length: 30 }, () => why(engine.ask({ query: COUNT })));
      const changed = await Promise.all([engine.refresh(), engine.refresh()]);
      expect(changed).toEqual([true, true]);
      expect(new Set(await Promise.all([...asked, why(engine.ask({ query: COUNT }))]))).toEqual(new Set(['answered']));
      expect([before, engine.loaded().statements]).toEqual([QUADS.length, 10]);
    } finally {
      await engine.close();
    }
  });

  it('a graph that cannot be read is refused, and an old one stays', async () => {
    const broken: Source = { version: () => '1', graphs: () => { throw new Error('half a file'); } };
    await expect(open(broken)).rejects.toMatchObject({ name: 'UserError', message: expect.stringContaining('half a file') });
    let fails = false;
    const engine = await open({ version: () => String(fails), graphs: () => (fails ? broken : sourceOf(QUADS)).graphs() });
    fails = true;
    await expect(engine.refresh()).rejects.toMatchObject({ name: 'UserError' });
    expect(await why(engine.ask({ query: COUNT }))).toBe('answered');
    await engine.close();
  });
});

describe('hewal serve', { timeout: 120_000 }, () => {
  /** Starts the program and waits until it says where it listens. */
  const start = (args: readonly string[]): Promise<{ child: ChildProcess; url: string; said: () => string; ended: Promise<number | null> }> => new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, 'serve', ...args], { cwd: dir, env: { ...process.env, NO_COLOR: '1' } });
    let text = '';
    const ended = new Promise<number | null>((end) => child.on('exit', end));
    const hear = (data: Buffer): void => {
      text += data.toString();
      const url = /^http:\S+\/$/m.exec(text)?.[0];
      if (url) resolve({ child, url, said: () => text, ended });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => reject(new Error(text)));
  });
  const ask = (url: string, query: string): Promise<Response> => fetch(`${url}sparql`, { method: 'POST', headers: { 'content-type': 'application/sparql-query' }, body: query });

  it('answers many at once while one runs away, loads what has changed, and ends in order', async () => {
    copyFileSync(join(dir, 'graph.nq'), join(dir, 'own.nq'));
    const { child, url, said, ended } = await start(['own.nq', '--port', '0', '--timeout', '8', '--threads', '2']);
    try {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect(said()).toMatch(/^\d+ statements in 2 graph\(s\), loaded in [\d.]+ s, \d+ MB$/m);
      const runaway = ask(url, RUNAWAY);
      const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 5 === 0 ? fetch(`${url}entity/person/azad`) : ask(url, COUNT)).then(async (r) => [r.status, (await r.text()).length > 0])));
      expect(new Set(answers.map((a) => JSON.stringify(a)))).toEqual(new Set(['[200,true]']));
      expect([(await runaway).status, await (await runaway).text()]).toEqual([503, expect.stringContaining('longer than 8 s')]);
      writeFileSync(join(dir, 'own.nq'), await toNQuads(QUADS.slice(0, 10)));
      while (!said().includes('has changed: 10 statements')) {
        expect((await ask(url, COUNT)).status).toBe(200);
        await new Promise((r) => setTimeout(r, 200));
      }
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });

  it('shows a collection with its own texts in the reading room, and what is added to it; given texts stand above those', async () => {
    const article = (id: string, text: string): string => `${JSON.stringify({ id, text, published: '2024-05-10' })}\n`;
    const [FIRST, SECOND] = ['نێچیرڤان بارزانی لە هەولێر لەگەڵ جۆ بایدن کۆبووەوە. ئەمڕۆ کەشوهەوا خۆشە.', 'جۆ بایدن سەردانی بەغدای کرد. ئەمە زۆر گرنگ بوو.'];
    const hewal = (...args: string[]) => expect(spawnSync(process.execPath, [MAIN, ...args], { cwd: dir, encoding: 'utf8' })).toMatchObject({ status: 0 });
    writeFileSync(join(dir, 'first.jsonl'), article('first', FIRST));
    writeFileSync(join(dir, 'second.jsonl'), article('second', SECOND));
    writeFileSync(join(dir, 'given.jsonl'), article('second', `${SECOND} دواتر گەڕایەوە.`));
    hewal('build', 'first.jsonl', '--into', 'kb');
    const { child, url, said, ended } = await start(['kb', '--articles', 'given.jsonl', '--port', '0', '--threads', '1']);
    const texts = async (): Promise<string[]> => {
      const page = await (await fetch(`${url}view`)).text();
      return (JSON.parse(/ id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as { articles: { text: string }[] }).articles.map((a) => a.text).sort();
    };
    try {
      expect(await texts()).toEqual([FIRST]);
      hewal('add', 'kb', 'second.jsonl');
      while (!said().includes('has changed')) await new Promise((r) => setTimeout(r, 100));
      expect(await texts()).toEqual([`${SECOND} دواتر گەڕایەوە.`, FIRST].sort());
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });

  it('a forged Host is refused by the real server too, wherever it listens; another host is warned of', async () => {
    for (const [args, statuses] of [[[], [403, 403, 200]], [['--host', '0.0.0.0'], [403, 403, 200]], [['--allow-host', 'kb.example'], [403, 200, 200]]] as const) {
      const { child, url, said, ended } = await start(['graph.nq', '--port', '0', ...args]);
      const { port } = new URL(url);
      const status = (host: string) => new Promise((resolve) => request({ host: '127.0.0.1', port, path: '/', headers: { host } }, (r) => resolve(r.resume().statusCode)).end());
      const got = [await status('evil.example'), await status('kb.example'), await status(`127.0.0.1:${port}`)];
      child.kill('SIGINT');
      expect([args, got, await ended]).toEqual([args, statuses, 0]);
      expect(said().includes('warning hewal: everybody who reaches 0.0.0.0')).toBe(args[0] === '--host');
    }
  });

  const run = (...args: string[]) => {
    const r = spawnSync(process.execPath, [MAIN, 'serve', ...args], { cwd: dir, encoding: 'utf8', timeout: 60_000, env: { ...process.env, NO_COLOR: '1' } });
    expect(r.stderr).not.toMatch(/\n\s+at |fault of hewal/);
    return [r.status, r.stderr];
  };
  it.each([
    [['none.nq'], 3, 'no such file'], [['graph.nq', '--port', 'x'], 2, '--port wants a whole number'], [['graph.nq', '--port', '70000'], 2, 'no port 70000'], [['graph.nq', '--threads', '0'], 2, '--threads'], [['graph.nq', '--timeout', '0'], 2, '--timeout'], [['graph.nq', '--memory', '0'], 2, '--memory'],
    [['graph.nq', '--cors', 'example.org'], 2, 'no origin'], [['graph.nq', '--cors', 'https://example.org/path'], 2, 'no origin'], [['graph.nq', '--port', '1', '--port', '2'], 2, 'given 2 times'], [['graph.nq', '--articles', 'none.jsonl', '--host', '203.0.113.7', '--port', '0'], 2, 'none.jsonl: error HW-001'], [['graph.nq', '--host', '203.0.113.7', '--port', '0'], 2, 'cannot listen'], [[], 2, 'Not enough'],
  ])('%j is refused', (args, status, message) => expect(run(...args)).toEqual([status, expect.stringContaining(message)]));
});
