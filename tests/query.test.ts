import { readFileSync } from 'node:fs';
import * as oxigraph from 'oxigraph';
import { DataFactory, Parser, type Quad } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { toNQuads } from '../src/formats/rdf.js';
import { createLanguage } from '../src/language/index.js';
import { rowsIn } from '../src/query/answer.js';
import { bind } from '../src/query/bind.js';
import type { Engine } from '../src/query/engine.js';
import { pointed, QueryError, type Fault } from '../src/query/fault.js';
import { findByName } from '../src/query/find.js';
import { NO_GRAPH } from '../src/query/loads.js';
import { prefixesOf } from '../src/query/prefixes.js';
import { LINES_BEFORE, prepare } from '../src/query/prepare.js';
import { bound, readyQueries, readyQuery } from '../src/query/ready.js';
import { shapeOf } from '../src/query/shape.js';
import { iriTerm, textTerm } from '../src/query/terms.js';
import { tokensOf } from '../src/query/tokens.js';
import { BASE, engineHere, QUADS } from './support/graph.js';
import { tables } from './support/make.js';

const PREFIXES = prefixesOf(BASE);
const language = createLanguage(tables);
let engine: Engine;
beforeAll(async () => {
  engine = await engineHere(QUADS);
});

const tsv = async (query: string, on = engine): Promise<string[]> => (await on.ask({ query, result: 'text/tab-separated-values' })).body.trimEnd().split('\n').slice(1);
const short = (row: string): string => row.replaceAll(BASE, '').replaceAll('https://w3id.org/hewal/news#', 'news:').replaceAll('\t', ' ');
const faultOf = async (query: string, on = engine): Promise<Fault> => on.ask({ query }).then(() => expect.fail(`answered: ${query.slice(0, 80)}`), (e: unknown) => {
  expect(e).toBeInstanceOf(QueryError);
  return (e as QueryError).fault;
});
const ready = (name: string) => readyQueries().find((q) => q.name === name) as ReturnType<typeof readyQuery>;

describe('the outline of a query', () => {
  it.each([
    ['SELECT * { ?s ?p ?o }', 'select'], ['base <http://x/> prefix select: <http://y/> ask { ?s select:x 1 }', 'ask'], ['# SELECT\nCONSTRUCT WHERE { ?s ?p ?o }', 'construct'], ['DESCRIBE <http://x/select>', 'describe'],
    ['INSERT DATA { <a:b> <a:b> "SELECT" }', 'update'], ['PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }', 'update'], ['WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }', 'update'], ['LOAD <http://x/>', 'update'], ['drop all', 'update'],
    ['', undefined], ['# only a comment', undefined], ['{ SELECT }', undefined], ['ئازاد', undefined],
  ])('%s is %s', (query, form) => expect(shapeOf(query).form).toBe(form));

  it.each([
    ['SELECT * { SERVICE <http://x/> { ?s ?p ?o } }', true], ['SELECT * { service silent ?x { } }', true], ['SELECT * { ?s <http://x/SERVICE> "SERVICE" . # SERVICE\n ?s ex:SERVICE ?SERVICE, \'\'\'a\' SERVICE\'\'\', """x" SERVICE""", "a\\" SERVICE"@SERVICE }', false],
    ['SELECT * { ?s ?p true.SERVICE <http://x/> { } }', true], ['SELECT * { ?s ?p 5SERVICE <http://x/> { } }', true], ['SELECT * { ?s SERVICE:x SERVICE-a:b }', false],
  ])('%s asks another server: %s', (query, asks) => expect(shapeOf(query).service !== undefined).toBe(asks));

  it.each([
    ['SELECT * { ?s ?p ?o }', 'SELECT * { ?s ?p ?o }\nLIMIT 11\n'], ['SELECT * { ?s ?p ?o } LIMIT 5', 'SELECT * { ?s ?p ?o } LIMIT 5'], ['SELECT * { ?s ?p ?o } OFFSET 2 limit  9999 # x', 'SELECT * { ?s ?p ?o } OFFSET 2 limit  11 # x'],
    ['SELECT * { { SELECT * { ?s ?p ?o } LIMIT 999 } } # LIMIT 3', 'SELECT * { { SELECT * { ?s ?p ?o } LIMIT 999 } } # LIMIT 3\nLIMIT 11\n'], ['SELECT * { ?s ?p ?o } ORDER BY ?s VALUES ?s { <a:b> }', 'SELECT * { ?s ?p ?o } ORDER BY ?s \nLIMIT 11\nVALUES ?s { <a:b> }'],
    ['CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <a:b> } ?s ?p ?o }', 'CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <a:b> } ?s ?p ?o }\nLIMIT 11\n'], ['ASK { ?s ?p ?o }', 'ASK { ?s ?p ?o }'],
  ])('%s gets a limit in its place', (query, limited) => {
    expect(prepare(query, PREFIXES, 10).text.split('\n').slice(LINES_BEFORE).join('\n')).toBe(limited);
  });

  it('is read in time that grows with its length, whatever stands in it', () => {
    for (const piece of ['ئ', 'a-', 'a.', '"""a', "'", '<', '< ', '{', ':', '\\', '#', '?', '@', '\u0000', '"\\']) {
      const text = piece.repeat(100_000);
      expect([...tokensOf(text)].every((t) => text.startsWith(t.text, t.at))).toBe(true);
    }
  });
});

describe('ready-made queries', () => {
  /** What each of them finds in the graph of tests/support/graph.ts, by its name: rows, shortened. */
  const FOUND: Readonly<Record<string, readonly [given: Readonly<Record<string, string>>, rows: readonly string[]]>> = {
    'arrests': [{}, ['"2024-05-10" <news:asserted> <entity/person/sherko> "شێرکۆ" <entity/organization/ianei-nwe> "یانەی نوێ"    <article/one/event/4-arrest> "یانەی نوێ شێرکۆی دەستگیر کرد."']],
    'attacks': [{}, ['"2024-05-10" <news:asserted>   <entity/organization/ianei-nwe> "یانەی نوێ"    <article/one/event/6-attack>']],
    'co-appearance': [{ least: '2' }, ['<entity/person/azad> "ئازاد" <entity/person/dara> "دارا" 2']],
    'event-counts-by-type': [{}, ['Arrest> <news:asserted', 'Attack> <news:asserted', 'Condemnation> <news:asserted', 'Hosting> <news:asserted', 'Meeting> <news:asserted', 'Meeting> <news:negated', 'Statement> <news:asserted', 'Visit> <news:planned'].map((t) => `<news:${t}> 1 1`)],
    'evidence-of': [{ entity: 'شێرکۆ' }, ['<news:Tenure> <article/one/relation/1-position> <news:holder> <https://w3id.org/hewal/rule/test.relation> 0.5 0 171', '<news:Arrest> <article/one/event/4-arrest> <news:arrested> <https://w3id.org/hewal/rule/test.rule> 0.5 76 105']],
    'facts-of': [{ entity: 'person:dara' }, ['<news:condemns> <entity/organization/ianei-nwe> "یانەی نوێ" 1', '<news:meets> <entity/person/azad> "ئازاد" 1', '<news:visits> <entity/place/slemani> "سلێمانی" 1']],
    'planned-events': [{ from: '2024-05-20' }, ['"2024-05-20" <news:Visit> "ئازاد گوتی دارا سەردانی سلێمانی دەکات." <article/one/event/3-visit> <article/one>']],
    'positions-held': [{ person: `${BASE}entity/person/sherko` }, ['<entity/person/sherko> "شێرکۆ" "چەکداران" <entity/organization/ianei-nwe> "یانەی نوێ" 1 "2024-05-10" "2024-05-10"']],
    'sources-cited': [{}, ['<entity/person/azad> "ئازاد" 1 1']],
    'statements-of': [{ person: 'ئازاد' }, ['"2024-05-10"^^<http://www.w3.org/2001/XMLSchema#date> <news:asserted> "دارا سەردانی سلێمانی دەکات" <article/one> <article/one/event/2-statement> <article/one#char=48,74>']],
    'timeline-of': [{ entity: 'دارا' }, ['"2024-05-09" <news:Meeting> <news:attendee>', '"2024-05-10" <news:Condemnation> <news:condemner>', '"2024-05-20" <news:Visit> <news:visitor>', '"2024-06-01" <news:Hosting> <news:guest>', '"2024-06-01" <news:Meeting> <news:attendee>']],
    'told-differently': [{}, ['<news:Meeting> <entity/person/azad> "ئازاد" <entity/person/dara> "دارا" <article/one/event/1-meeting> <article/two/event/2-meeting> <news:negated>']],
    'topics-by-month': [{ least: '1' }, ['"2024-05" <entity/place/slemani> "سلێمانی" 1']],
    'unidentified': [{}, ['<news:Person> <entity/person/azad> "ئازاد" 2', '<news:Person> <entity/person/dara> "دارا" 2', '<news:Organization> <entity/organization/ianei-nwe> "یانەی نوێ" 1', '<news:Person> <entity/person/sherko> "شێرکۆ" 1', '<news:Place> <entity/place/hewler> "هەولێر" 1', '<news:Place> <entity/place/slemani> "سلێمانی" 1']],
    'visits-by-place': [{}, ['<entity/place/slemani> "سلێمانی" 1 1 "2024-05-10" "2024-05-10"']],
    'who-condemned-what': [{ person: 'دارا' }, ['"2024-05-10"^^<http://www.w3.org/2001/XMLSchema#date> <entity/person/dara> "دارا" <entity/organization/ianei-nwe> "یانەی نوێ" <article/one/event/5-condemnation> <article/one>']],
    'who-met-whom': [{ person: 'ئازاد' }, ['<entity/person/azad> "ئازاد" <entity/person/dara> "دارا" 2 2 "2024-05-10" "2024-06-01"']],
  };
  const find = (name: string, place: string) => findByName(engine, name, language, place);
  const text = (name: string) => bind(ready(name), new Map(Object.entries(FOUND[name]?.[0] ?? {})), PREFIXES, find);

  it('are many, ten of them marked, each told in both languages', () => {
    expect(readyQueries().filter((q) => q.ten)).toHaveLength(10);
    expect(readyQueries().map((q) => q.name)).toEqual([...Object.keys(FOUND), 'meeting-network'].sort());
    for (const q of readyQueries()) {
      for (const both of [q.title, q.answers, ...q.parameters.map((p) => p.means)]) expect(both.en.length * both.ckb.length).toBeGreaterThan(0);
      expect(q.title.ckb + q.answers.ckb).toMatch(/[ەێۆ]/);
      for (const p of q.parameters) expect(q.text).toContain(`VALUES ?${p.name} {`);
    }
  });

  it.each(Object.keys(FOUND))('%s finds what is there', async (name) => {
    const rows = await tsv(await text(name)), expected = FOUND[name]?.[1] ?? [];
    expect(rows).toHaveLength(expected.length);
    rows.forEach((row, i) => expect(short(row)).toContain(expected[i]));
  });

  it('meeting-network makes a graph', async () => {
    const { body } = await engine.ask({ query: ready('meeting-network').text });
    expect(body).toContain('person:azad rdfs:label "ئازاد"@ckb;\n    news:hosts person:dara;\n    news:meets person:dara.');
  });

  it('the ten give the same bytes whether a default graph is the merge of all or empty, and in whatever order the graph was loaded', async () => {
    const backwards = await engineHere([...QUADS].reverse());
    const bare = new oxigraph.Store();
    bare.load(await toNQuads(QUADS), { format: 'application/n-quads' });
    for (const q of readyQueries().filter((x) => x.ten)) {
      const query = await text(q.name);
      const rows = await tsv(query);
      expect(rows.length, q.name).toBeGreaterThan(0);
      expect(await tsv(query, backwards), q.name).toEqual(rows);
      for (const union of [true, false]) expect((bare.query(query, { results_format: 'text/tab-separated-values', use_default_graph_as_union: union }) as string).trimEnd().split('\n').slice(1), q.name).toEqual(rows);
    }
  });

  it('work on a graph that names none, such as Turtle', async () => {
    const plain = await engineHere(QUADS.map((q: Quad) => DataFactory.quad(q.subject, q.predicate, q.object)));
    expect(await tsv(await text('who-met-whom'), plain)).toEqual(await tsv(await text('who-met-whom')));
    expect(await tsv('SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }', plain)).toEqual([`<${NO_GRAPH}>`]);
  });

  it('blank nodes and large graphs stay whole: a node is one node, in its graph and in the merge', async () => {
    const many = Array.from({ length: 25_000 }, (_, i) => DataFactory.quad(DataFactory.blankNode(`b${i % 12_500}`), DataFactory.namedNode(`http://x/${Math.floor(i / 12_500)}`), DataFactory.literal('x'), DataFactory.namedNode('http://g/')));
    const large = await engineHere(many);
    expect(await tsv('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://x/0> ?a ; <http://x/1> ?b } }', large)).toEqual(['12500']);
    expect(await tsv('SELECT (COUNT(*) AS ?n) { ?s <http://x/0> ?a . GRAPH ?g { ?s <http://x/1> ?b } }', large)).toEqual(['12500']);
  });

  it('are all told of in docs/sparql.md, the ten with a star', () => {
    const page = readFileSync(new URL('../docs/sparql.md', import.meta.url), 'utf8');
    expect([...page.matchAll(/^\| `([a-z][a-z-]*)`( ★)? \|/gm)].map((m) => [m[1], m[2] !== undefined]).sort()).toEqual(readyQueries().map((q) => [q.name, q.ten]).sort());
  });

  it('a file that says too little is refused', () => {
    expect(() => readyQuery('x', '# title: X\nSELECT * {}')).toThrow('# title ckb:');
    expect(() => readyQuery('x', '# title: X\n# title ckb: X\n# answers: X\n# answers ckb: X\n# parameter a text: A\n# parameter a ckb: A\nSELECT * {}')).toThrow('VALUES ?a');
  });
});

describe('parameters', () => {
  const none = (): Promise<string> => Promise.reject(new Error('not asked'));
  const evil = '" } } ; DROP ALL # \\ \n } VALUES ?b { 1 }';
  const two = readyQuery('two', '# title: X\n# title ckb: X\n# answers: X\n# answers ckb: X\n# parameter a text: A\n# parameter a ckb: A\n# parameter b text: B\n# parameter b ckb: B\nSELECT ?a ?b { VALUES ?a { "1" } #? VALUES ?b { }\n}');

  it('are terms: whatever a text holds, it stays one literal', async () => {
    const { results } = JSON.parse((await engine.ask({ query: await bind(two, new Map([['a', evil], ['b', evil]]), PREFIXES, none) })).body) as { results: { bindings: Record<string, { value: string }>[] } };
    expect(results.bindings).toEqual([{ a: { type: 'literal', value: evil.trim() }, b: { type: 'literal', value: evil.trim() } }]);
    expect(bound(two, new Map([['a', textTerm('$& $1 $`')]]))).toContain('{ "$& $1 $`" }');
    expect(textTerm('\ud800"')).toBe('"\ufffd\\""');
  });

  it.each(['http://x/ y', 'http://x/>', 'http://x/{', 'x', 'javascript', '', 'http://x/\u0000', 'http://x/"', 'http://x/\\'])('%j is no IRI', (iri) => expect(() => iriTerm(iri)).toThrow('is no IRI'));

  it.each([
    ['who-met-whom', 'place', 'x', 'has no parameter "place"', 'it has person'], ['arrests', 'person', 'x', 'has no parameter', 'it has none'], ['co-appearance', 'least', '2.5', 'no whole number', 'for example 3'],
    ['planned-events', 'from', '2024-02-30', 'not a date', 'YYYY-MM-DD'], ['who-met-whom', 'person', 'کەسێکی تر', 'nothing in the graph is called', 'use a label'], ['who-met-whom', 'person', 'یانە', 'nothing in the graph is called', 'یانەی نوێ'], ['who-met-whom', 'person', '<http://x/ y>', 'nothing in the graph', ''],
  ])('%s --param %s=%s is refused', async (name, parameter, value, message, hint) => {
    await expect(bind(ready(name), new Map([[parameter, value]]), PREFIXES, (n, place) => findByName(engine, n, language, place))).rejects.toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint), place: `--param ${parameter}` });
  });

  it.each(['شێرکۆ', ' شێرکۆ ', 'شێركۆ', 'ش\u200cێرکۆ', 'شێرکۆ\u200c', '\u202bشێرکۆ\u202c'])('a thing is found by its name as %j', async (name) => {
    expect(await findByName(engine, name, language, 'x')).toBe(`${BASE}entity/person/sherko`);
  });

  it('the names of a graph are made comparable once, not for everyone who asks', async () => {
    let folded = 0;
    const counting = { ...language, normalise: (text: string) => (folded++, language.normalise(text)) }, own = await engineHere(QUADS);
    await findByName(own, 'شێرکۆ', counting, 'x');
    const first = folded;
    expect(first).toBeGreaterThan(5);
    for (const name of ['شێرکۆ', 'کەسێکی تر']) await findByName(own, name, counting, 'x').catch(() => {});
    expect(folded).toBe(first + 2);
  });

  it.each(['', ' ', '\u200c', '\u202b\u202c'])('%j is no name, and near to none', async (name) => {
    const asks = { ...engine, ask: () => expect.fail('asks the graph') };
    await expect(findByName(asks, name, language, 'x')).rejects.toMatchObject({ message: expect.stringContaining('is no name'), hint: expect.stringContaining('label') });
  });

  it('a name of two things asks which', async () => {
    const twice = await engineHere([...QUADS, DataFactory.quad(DataFactory.namedNode('http://x/1'), DataFactory.namedNode('http://www.w3.org/2000/01/rdf-schema#label'), DataFactory.literal('دارا', 'ckb'))]);
    await expect(findByName(twice, 'دارا', language, 'x')).rejects.toMatchObject({ message: '2 things are called "دارا"', hint: expect.stringContaining('<http://x/1>') });
  });
});

describe('faults', () => {
  it.each([
    ['SELECT * {\n  ?s ?p }', 'syntax', 2, 10, 'missing before the end'], ['SELECT * { ?s foo:bar ?o }', 'syntax', 1, 15, 'prefix foo: is not declared'], ['SELECT * { ?s foo:bar/rdfs:x ?o }', 'syntax', 1, 15, 'prefix foo:'], ['SELECT * { ?s ?p "😀ئ }', 'syntax', 1, 18, 'quote is never closed'],
    ['SELECT * { ?s ?p ?o', 'syntax', 1, 10, '{ is never closed'], ['SELECT * { ?s ?p ?o }}', 'syntax', 1, 22, '} closes nothing'], ['SELECT * { (?s ?p ?o }', 'syntax', 1, 22, '} closes nothing'], ['SELECT * WERE { ?s ?p ?o }', 'syntax', 1, 10, 'WERE is no word'],
    ['SELECT ?p (COUNT(?s) AS ?n) { ?s ?p ?o } GROUP BY ?o', 'syntax', undefined, undefined, 'no value here'], ['', 'syntax', 1, 1, 'empty'], ['ئازاد', 'syntax', 1, 1, 'no query'],
    ['\n  INSERT DATA { <a:b> <a:b> 1 }', 'update', 2, 3, 'change the graph'], ['DELETE WHERE { ?s ?p ?o }', 'update', 1, 1, 'change'], ['SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }', 'refused', 1, 12, 'another server'], ['SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }', 'refused', 1, 12, 'another server'],
    [`SELECT * ${'{'.repeat(5000)}${'}'.repeat(5000)}`, 'refused', 1, 210, 'deep'], [`SELECT (${'('.repeat(300)}1${')'.repeat(300)} AS ?x) {}`, 'refused', 1, 208, 'deep'],
  ] as const)('%#: %.40s', async (query, why, line, column, message) => {
    const fault = await faultOf(query);
    expect(fault).toMatchObject({ why, message: expect.stringContaining(message) });
    if (line !== undefined) expect(fault).toMatchObject({ line, column });
    expect(fault.hint.length).toBeGreaterThan(5);
  });

  it('point with a caret, also in a long line', () => {
    expect(pointed('SELECT * {\n ?s ?p }', { why: 'syntax', message: '', hint: '', line: 2, column: 8 })).toBe(' ?s ?p }\n       ^');
    expect(pointed('x'.repeat(500), { why: 'syntax', message: '', hint: '', line: 1, column: 400 })).toBe(`${'x'.repeat(120)}\n${' '.repeat(60)}^`);
    expect(pointed('', { why: 'timeout', message: '', hint: '' })).toBeUndefined();
  });

  it('whatever a query is, it is answered or refused in order', async () => {
    for (const query of ['SELECT ("a\u0000b" AS ?x) {}', '\u0000', 'SELECT * { ?s ?p ?o } LIMIT 99999999999999999999999', 'SELECT\u00a0*\u00a0{}', 'SELECT (\ud800 AS ?x) {}', 'ASK { FILTER(REGEX("a", "(")) }', 'SELECT * FROM <x> {}', 'PREFIX : <> SELECT * { :a :b :c }', 'DESCRIBE ?x', 'CONSTRUCT { ?s ?p ?o }', '\ufeffASK {}']) {
      await engine.ask({ query }).then((a) => expect(a.body.length).toBeGreaterThan(0), (e: unknown) => expect(e).toBeInstanceOf(QueryError));
    }
    expect((await engine.ask({ query: 'ASK {}' })).body).toContain('true');
  });
});

describe('answers', () => {
  it('count rows exactly in every format, whatever stands in them', async () => {
    const query = 'SELECT ?x { VALUES ?x { "a\\nb" "c\\"\\n\\"d," "<result>" "" "\\t\\r\\n" <http://x/> 5 } }';
    for (const type of ['application/sparql-results+json', 'application/sparql-results+xml', 'text/csv', 'text/tab-separated-values'] as const) {
      expect(rowsIn((await engine.ask({ query, result: type })).body, type), type).toBe(7);
      expect(await engine.ask({ query, result: type, rows: 7 })).toMatchObject({ form: 'select' });
      await expect(engine.ask({ query, result: type, rows: 6 }), type).rejects.toMatchObject({ fault: { why: 'limit', message: 'the answer has more than 6 rows' } });
    }
    await expect(engine.ask({ query: 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }', rows: 5 })).rejects.toMatchObject({ fault: { why: 'limit' } });
  });

  it('graphs hold no control character that a terminal could take for more, and the same text', async () => {
    const text = String.fromCharCode(...Array.from({ length: 0x9f }, (_, i) => i + 1)), at = DataFactory.namedNode('http://x/a\u0080');
    const own = await engineHere([DataFactory.quad(at, DataFactory.namedNode('http://x/p'), DataFactory.literal(text))]);
    for (const graph of ['text/turtle', 'application/n-triples'] as const) {
      const { body } = await own.ask({ query: 'CONSTRUCT WHERE { ?s ?p ?o }', graph });
      expect(body, graph).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(new Parser().parse(body).map((q) => [q.subject.value, q.object.value]), graph).toEqual([[at.value, text]]);
    }
  });

  it('a statement of two articles is one in the default graph', async () => {
    expect(await tsv(`SELECT (COUNT(*) AS ?n) { <${BASE}entity/person/azad> a news:Person }`)).toEqual(['1']);
    expect(await tsv(`SELECT (COUNT(*) AS ?n) { GRAPH ?g { <${BASE}entity/person/azad> a news:Person } }`)).toEqual(['2']);
  });

  it('datasets: FROM, FROM NAMED, and what the protocol names instead', async () => {
    const one = `${BASE}article/one`, two = `${BASE}article/two`;
    const graphs = 'SELECT DISTINCT ?a { { ?a a news:Article } UNION { GRAPH ?g { ?a a news:Article } } } ORDER BY ?a';
    expect(await tsv(graphs.replace('{', `FROM <${one}> {`))).toEqual([`<${one}>`]);
    expect(await tsv(graphs.replace('{', `FROM NAMED <${two}> {`))).toEqual([`<${two}>`]);
    const asked = async (defaultGraphs: string[], namedGraphs: string[]) => (await engine.ask({ query: graphs.replace('{', `FROM <${one}> {`), dataset: { defaultGraphs, namedGraphs }, result: 'text/csv' })).body.trim().split(/\s+/).slice(1);
    expect(await asked([two], [])).toEqual([two]);
    expect(await asked([], [two])).toEqual([two]);
    expect(await asked([one, two], [])).toEqual([one, two]);
    expect(await asked(['http://nowhere/'], [])).toEqual([]);
  });

  it('graphs are the same bytes for the same triples, in four syntaxes', async () => {
    const query = `DESCRIBE <${BASE}entity/person/azad>`;
    const [turtle, ntriples, xml, jsonld] = await Promise.all((['text/turtle', 'application/n-triples', 'application/rdf+xml', 'application/ld+json'] as const).map(async (graph) => (await engine.ask({ query, graph })).body));
    expect(turtle).toContain('person:azad a news:Person;');
    expect(ntriples?.split('\n')).toEqual([...(ntriples ?? '').trimEnd().split('\n').sort(), '']);
    expect(xml).toContain('<rdf:RDF');
    expect(JSON.parse(jsonld ?? '')).toHaveLength(1);
    expect((await engine.ask({ query: 'CONSTRUCT { <http://x/> <http://x/1> 1 } WHERE { ?s ?p ?o }', graph: 'application/rdf+xml' }).catch((e: QueryError) => ({ body: e.fault.message }))).body.length).toBeGreaterThan(0);
  });
});
