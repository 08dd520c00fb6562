import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFactory } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { table } from '../src/cli/show-rows.js';
import { toNQuads, toTurtle } from '../src/formats/rdf.js';
import { prefixesOf } from '../src/query/prefixes.js';
import { readyQueries } from '../src/query/ready.js';
import { BASE, QUADS } from './support/graph.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hewal-query-'));
  writeFileSync(join(dir, 'graph.nq'), await toNQuads(QUADS));
  writeFileSync(join(dir, 'graph.ttl'), await toTurtle(QUADS.map((q) => DataFactory.quad(q.subject, q.predicate, q.object)), BASE));
  writeFileSync(join(dir, 'own.rq'), 'SELECT ?name { person:azad rdfs:label ?name }');
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A text that would have two billion characters. */
const MUCH = `SELECT (STRLEN(?v28) AS ?l) { BIND("aaaaaaaa" AS ?v0) ${Array.from({ length: 28 }, (_, i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`).join(' ')} }`;

function hewal(args: readonly string[], input = ''): { code: number | null; out: string; err: string } {
  const r = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'query', ...args], { cwd: dir, input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', COLUMNS: '110' } });
  expect(r.stderr).not.toMatch(/\n\s+at |fault of hewal/);
  return { code: r.status, out: r.stdout, err: r.stderr };
}

describe('hewal query', { timeout: 120_000 }, () => {
  it.each([
    ['a folder, SPARQL', ['.', 'SELECT ?n { person:dara rdfs:label ?n }', '-f', 'csv'], 'n\r\nدارا\r\n'], ['a file of its own', ['graph.nq', '@own.rq', '-f', 'tsv'], '?name\n"ئازاد"@ckb\n'], ['Turtle', ['graph.ttl', 'ASK { GRAPH ?g { ?s a news:Visit } }'], 'yes\n'],
    ['a table', ['.', 'co-appearance', '--param', 'least=2'], 'a            nameA  b            nameB  articles\n───────────  ─────  ───────────  ─────  ────────\nperson:azad  \u2068ئازاد\u2069  person:dara  \u2068دارا\u2069   2\n'],
    ['a graph', ['.', 'CONSTRUCT { ?s a news:Person } WHERE { ?s a news:Person FILTER(?s = person:azad) }', '-f', 'ntriples'], `<${BASE}entity/person/azad> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/hewal/news#Person> .\n`],
  ])('%s', (_, args, out) => expect(hewal(args)).toEqual({ code: 0, err: '', out }));

  it('reads standard input, writes results JSON, says no with status 1', () => {
    const r = hewal(['graph.nq', '-', '--format', 'json'], 'SELECT (COUNT(*) AS ?n) { ?s a news:Person }');
    expect([r.code, JSON.parse(r.out)]).toEqual([0, { head: { vars: ['n'] }, results: { bindings: [{ n: { type: 'literal', value: '3', datatype: 'http://www.w3.org/2001/XMLSchema#integer' } }] } }]);
    expect(hewal(['graph.nq', 'ASK { ?s a news:Trial }'])).toEqual({ code: 1, out: 'no\n', err: '' });
  });

  it('lists and shows what is ready-made, and the prefixes', () => {
    for (const lang of ['en', 'ckb'] as const) {
      const { out } = hewal(['--list', '--lang', lang]);
      for (const q of readyQueries()) expect(out).toContain(`${q.name}  ${q.title[lang]}`);
    }
    expect(hewal(['--show', 'arrests']).out).toBe(readyQueries()[0]?.text);
    expect(hewal(['--prefixes']).out).toContain('PREFIX news: <https://w3id.org/hewal/news#>\n');
  });

  it.each([
    [['graph.nq', 'SELECT * {\n ?s foo:b ?o }'], 2, 'query:2:5: error syntax: the prefix foo: is not declared', '\n   ?s foo:b ?o }\n      ^\n'], [['graph.nq', 'SELECT \u202e * {'], 2, 'never closed', '\\u202e'], [['graph.nq', 'DROP ALL'], 2, 'error update', 'SELECT, ASK'], [['graph.nq', 'SELECT * { SERVICE <http://x/> { } }'], 2, 'error refused', 'network'],
    [['graph.nq', 'SELECT * { ?s ?p ?o }', '--rows', '3'], 4, 'more than 3 rows', '--rows'], [['graph.nq', 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }', '--timeout', '1'], 4, 'took longer than 1 s', '--timeout'], [['graph.nq', MUCH, '--memory', '16'], 4, 'error memory: the query wanted more than 16 MB', '--memory'], [['graph.nq', 'ASK {}', '--memory', '9999'], 2, '--memory wants megabytes', ''], [['graph.nq', 'ASK { ?s ?p ?o }', '-f', 'turtle'], 2, 'ASK cannot be written as turtle', ''], [['graph.nq', 'DESCRIBE ?s { ?s a news:Person }', '-f', 'csv'], 2, 'DESCRIBE cannot be written as csv', ''],
    [['graph.nq', 'who-met'], 2, 'no ready-made query "who-met"', 'who-met-whom'], [['graph.nq', 'arrests', '-p', 'x'], 2, 'no NAME=VALUE', ''], [['graph.nq', 'who-met-whom', '-p', 'person=a', '-p', 'person=b'], 2, 'given twice', ''], [['graph.nq', 'ASK {}', '-p', 'a=b'], 2, '--param is for ready-made', ''], [['graph.nq', 'who-met-whom', '-p', 'person=کەسی تر'], 2, 'nothing in the graph', ''],
    [['none.nq', 'ASK {}'], 3, 'no such file', ''], [['graph.nq', '@none.rq'], 3, 'none.rq: error', 'ENOENT'], [['graph.nq'], 2, 'a graph and a query', '--list'], [['graph.nq', 'ASK {}', '--timeout', '0'], 2, '--timeout wants seconds', ''], [['graph.nq', 'ASK {}', '--rows', '1.5'], 2, '--rows wants', ''], [['graph.nq', 'ASK {}', '--base', 'x'], 2, 'is not an http(s) IRI', ''], [['graph.nq', 'ASK {}', '-f', 'json', '-f', 'csv'], 2, '--format is given 2 times', ''],
  ])('%j', (args, code, message, more) => {
    const r = hewal(args);
    expect([r.code, r.out]).toEqual([code, '']);
    expect(r.err).toContain(message);
    expect(r.err).toContain(more);
  });
});

/** "script" of util-linux gives a program a terminal; where it is not, there is nothing to try. */
const SCRIPT = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

describe('what a hostile graph writes', { timeout: 60_000 }, () => {
  const query = 'SELECT ?x { VALUES ?x { "\u001b]0;owned\u0007\u009b2J\u202e" } }';
  it.each(['csv', 'tsv', 'json', 'xml'] as const)('as %s: bytes as they are in a pipe', (format) => {
    expect(hewal(['graph.nq', query, '-f', format]).out).toContain('\u009b2J\u202e');
  });
  it.skipIf(!SCRIPT).each(['csv', 'tsv', 'json', 'xml', 'table'] as const)('as %s: nothing that a terminal obeys', (format) => {
    writeFileSync(join(dir, 'evil.rq'), query);
    const shown = spawnSync('script', ['-qec', `'${process.execPath}' '${join(ROOT, 'dist/cli/main.js')}' query graph.nq @evil.rq -f ${format}`, '/dev/null'], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } }).stdout;
    expect(shown).toContain('\\u009b2J\\u202e');
    expect(shown.replaceAll('\r\n', '')).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });
});

describe('a table on a terminal', () => {
  const row = (value: string, type: 'uri' | 'literal' | 'bnode' = 'literal') => ({ x: { type, value }, n: { type: 'literal' as const, value: '1' } });
  const lines = (rows: ReturnType<typeof row>[], wide = false): string[] => table({ head: { vars: ['x', 'n', 'none'] }, results: { bindings: rows } }, prefixesOf(BASE), wide);

  it('keeps its columns beside right-to-left text, marks and joiners', () => {
    const [head, rule, ...rows] = lines([row('a'), row('کورد'), row('می\u200cخوا'), row(`${BASE}entity/person/x`, 'uri'), row('b0', 'bnode')]);
    expect(head).toBe('x         n  none');
    expect(rule).toBe('────────  ─  ────');
    expect(rows).toEqual(['a         1', '\u2068کورد\u2069      1', '\u2068می\u200cخوا\u2069     1', 'person:x  1', '_:b0      1']);
  });

  it('shows what could take over the terminal, keeps a cell in its line, and cuts long texts', () => {
    const shown = lines([row('\u001b[2J\u202eevil\nx'), row('y'.repeat(100)), row(`http://x/${'z'.repeat(100)}`, 'uri'), row('https://w3id.org/hewal/news#a/b', 'uri')]).join('\n');
    expect(shown).toContain('\\u001b[2J\\u202eevil x');
    expect(shown).toContain(`${'y'.repeat(59)}…  `);
    expect(shown).toContain(`http://x/${'z'.repeat(100)}`);
    expect(shown).toContain('https://w3id.org/hewal/news#a/b');
    expect(lines([row('y'.repeat(100))], true)[2]).toContain('y'.repeat(100));
  });
});
