import { readFileSync } from 'node:fs';
import { Parser, type Quad, type Term } from 'n3';
import { describe, expect, it } from 'vitest';
import { validate } from '../../src/check/shapes.js';
import { readPairs } from './pairs.js';

/** Focus node, constraint component, predicate of the path (empty for other paths) and severity of a result. */
type Row = readonly [focus: string, component: string, path: string, severity: string];
interface Verdict {
  readonly conforms: boolean;
  readonly results: readonly Row[];
}

const EXPECTED = JSON.parse(readFileSync(new URL('shacl.expected.json', import.meta.url), 'utf8')) as { readonly by: string; readonly pairs: Readonly<Record<string, Verdict>> };

/** So many results of a component at :a. */
const at = (component: string, path: string, times = 1): Row[] => Array<Row>(times).fill([':a', `${component}ConstraintComponent`, path, 'Violation']);
/** Where pyshacl departs from the Recommendation, or may differ: the section that says so, and the results. */
const PYSHACL_DIFFERS: Readonly<Record<string, readonly [section: string, results: readonly Row[]]>> = {
  'inverse of a sequence, conforms': ['2.3.1.4 and SPARQL 1.1, 18.4: ^(p/q) is ^q/^p', []],
  'inverse of a sequence, violates': ['2.3.1.4 and SPARQL 1.1, 18.4: ^(p/q) is ^q/^p', at('MinCount', '')],
  'datatype decimal and double, violates: ill-typed': ['4.1.2: 1e3 is no lexical form of xsd:decimal', [...at('Datatype', ':p'), ...at('Datatype', ':q')]],
  'datatype dateTime, violates: ill-typed': ['4.1.2: a day is no lexical form of xsd:dateTime', at('Datatype', ':p', 2)],
  'datatype, parts of dates, violates: ill-typed': ['4.1.2 leaves datatypes that SPARQL does not support to the engine; ours knows these', [...at('Datatype', ':p'), ...at('Datatype', ':q'), ...at('Datatype', ':r')]],
  'range of dates, violates: incomparable': ['4.3: a value that does not compare with the bound violates it', [...at('MinInclusive', ':p', 2), ...at('MaxExclusive', ':p', 2)]],
  'pattern with several flags, conforms': ['4.4.3 and SPARQL REGEX: ^ matches at every line with the flag m', []],
  'pattern, white space ignored, conforms': ['4.4.3 and SPARQL REGEX: the flag x', []],
  'pattern, white space ignored, violates': ['4.4.3 and SPARQL REGEX: the flag x', at('Pattern', ':p', 2)],
  'pattern without meaning, violates': ['4.4.3 and SPARQL REGEX: the flag q', at('Pattern', ':p')],
  'lessThan, violates: IRIs have no order': ['4.5.3: what does not compare by < of SPARQL violates', at('LessThan', ':p')],
  'lessThan, violates: not a number': ['4.5.3: nothing is less than NaN', at('LessThan', ':p')],
  'lessThan, violates: ill-typed': ['4.5.3: what does not compare by < of SPARQL violates', at('LessThan', ':p')],
  'lessThan, dates, violates: a date and a time': ['4.5.3: what does not compare by < of SPARQL violates', at('LessThan', ':p')],
  'lessThanOrEquals, violates: a string with and one without a language': ['4.5.4: what does not compare by <= of SPARQL violates', at('LessThanOrEquals', ':p')],
  'in, violates': ['4.8.3: members of the list are terms; 01 is not the term 1', at('In', ':p', 5)],
};

const turtle = (text: string): Quad[] => new Parser().parse(text);
const local = (iri: string): string => (iri.split('#').at(-1) as string).replace('http://example.org/', ':');
/** As scripts/parity/shacl.py writes a node: every blank node alike, so that they are counted. */
const show = (t: Term): string => {
  if (t.termType === 'BlankNode') return '_:';
  if (t.termType === 'Literal') return JSON.stringify(t.value) + (t.language ? `@${t.language.toLowerCase()}` : `^^${local(t.datatype.value)}`);
  return t.value.replace('http://example.org/', ':');
};
const sorted = (rows: readonly Row[]): string[] => rows.map((r) => JSON.stringify(r)).sort();

describe(`SHACL Core, against ${EXPECTED.by}`, () => {
  const pairs = readPairs('shacl.txt');

  it('every pair has a verdict, and a name that says what the Recommendation has', () => {
    expect(pairs.map((p) => p.name)).toEqual(Object.keys(EXPECTED.pairs));
    const differ = pairs.filter(({ name }) => name.includes(', conforms') !== EXPECTED.pairs[name]?.conforms).map((p) => p.name);
    expect(differ.filter((name) => !PYSHACL_DIFFERS[name])).toEqual([]);
  });

  it.each(Object.entries(PYSHACL_DIFFERS))('pyshacl has it otherwise: %s', (name, [, results]) => {
    expect(sorted(EXPECTED.pairs[name]?.results ?? [])).not.toEqual(sorted(results));
  });

  it.each(pairs)('$name', async ({ name, common, data }) => {
    const results = await validate(turtle(data), turtle(common), []);
    const rows = results.map((r): Row => [show(r.focus), local(r.component), r.path?.termType === 'NamedNode' ? show(r.path) : '', local(r.severity)]);
    expect(sorted(rows)).toEqual(sorted(PYSHACL_DIFFERS[name]?.[1] ?? (EXPECTED.pairs[name] as Verdict).results));
    expect(results.length === 0).toBe(name.includes(', conforms'));
  });
});

describe('SHACL Core, what results say', () => {
  const PREFIXES = '@prefix : <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .';
  const run = (data: string, shapes: string) => validate(turtle(PREFIXES + data), turtle(PREFIXES + shapes), []);

  it('messages are those of the shape, in every language', async () => {
    const results = await run(':a :q 1 .', ':S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minCount 1 ; sh:message "one p is needed"@en , "ein p fehlt"@de ] .');
    expect(results.flatMap((r) => r.messages.map((m) => `${m.value}@${m.language}`)).sort()).toEqual(['ein p fehlt@de', 'one p is needed@en']);
  });

  it('a result has its value, shape and path', async () => {
    const results = await run(':a :p 1 , "x" .', ':S sh:targetNode :a ; sh:property :T . :T sh:path :p ; sh:nodeKind sh:IRI .');
    expect(results.map((r) => [r.value?.value, r.shape.value, r.path?.value])).toEqual(['1', 'x'].map((v) => [v, 'http://example.org/T', 'http://example.org/p']));
  });

  it('classes of an ontology are under each other as those of the data', async () => {
    const shapes = turtle(`${PREFIXES} :S sh:targetClass :C ; sh:property [ sh:path :p ; sh:class :C ] .`);
    const above = turtle('@prefix : <http://example.org/> . :D <http://www.w3.org/2000/01/rdf-schema#subClassOf> :C .');
    const results = await validate(turtle(`${PREFIXES} :a a :D ; :p :a , :b .`), shapes, above);
    expect(results.map((r) => r.value?.value)).toEqual(['http://example.org/b']);
  });

  it('shapes that recurse over data that do so too are refused, not half checked', async () => {
    const shapes = ':S sh:targetClass :C ; sh:property [ sh:path :knows ; sh:node :S ] .';
    expect(await run(':a a :C ; :knows :b .', shapes)).toEqual([]);
    await expect(run(':a a :C ; :knows :b . :b :knows :b .', shapes)).rejects.toThrow('depends on itself');
  });
});
