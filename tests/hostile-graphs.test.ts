// Graphs that are made to hurt: each ends in findings or a refusal, and what follows from it stays within bounds.
import { Parser, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { checkGraph } from '../src/check/index.js';
import { inconsistencies } from '../src/check/owl/index.js';
import { NEWS } from '../src/model/vocabulary.js';

const PREFIXES = `@prefix news: <${NEWS}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix x: <http://x/> .\n`;
const read = (turtle: string): Quad[] => new Parser().parse(PREFIXES + turtle);
const times = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('\n');
const codes = async (quads: readonly Quad[]): Promise<string[]> => [...new Set((await checkGraph({ quads, articles: undefined })).map((f) => f.code))].sort();

describe('a graph without measure', () => {
  it.each([
    ['everything the same', times(2500, (i) => `x:i${i} owl:sameAs x:i${i + 1} .`)],
    ['one value, many values', `x:p a owl:FunctionalProperty . ${times(2500, (i) => `x:a x:p x:i${i} .`)}`],
    ['one key for all', `x:C owl:hasKey ( x:k ) . ${times(2500, (i) => `x:i${i} a x:C ; x:k "1" .`)}`],
    ['chains of everything with everything', `x:p owl:propertyChainAxiom ( x:q x:q x:q ) ; a owl:IrreflexiveProperty . ${times(50, (i) => times(50, (j) => `x:i${i} x:q x:j${j} . x:j${j} x:q x:i${i} .`))}`],
    ['a way from everywhere to everywhere', `x:p a owl:TransitiveProperty , owl:IrreflexiveProperty . ${times(2500, (i) => `x:i${i} x:p x:i${i + 1} .`)}`],
  ])('%s: the search is given up, and says so', (_, turtle) => {
    const { complete } = inconsistencies(read(turtle), [], 200_000);
    expect(complete).toBe(false);
  });

  it('a long chain of classes is walked, a circle of them ends', async () => {
    const chain = read(`${times(20_000, (i) => `x:C${i} rdfs:subClassOf x:C${i + 1} .`)} x:C20000 owl:disjointWith x:D . x:a a x:C0 , x:D .`);
    expect(inconsistencies(chain, []).found.map((f) => f.node)).toEqual(['http://x/a']);
    const circle = read(`${times(300, (i) => `x:C${i} rdfs:subClassOf x:C${(i + 1) % 300} , news:Person . news:Person rdfs:subClassOf x:C${i} . x:a${i} a x:C${i} .`)}`);
    expect(await codes(circle)).toContain('HW-102');
  });

  it('a hundred thousand undeclared classes are told up to a limit', async () => {
    const found = await checkGraph({ quads: read(times(100_000, (i) => `x:i${i} a x:C${i} .`)), articles: undefined });
    expect(found.filter((f) => f.code === 'HW-102')).toHaveLength(10_000);
  });

  it('a literal of megabytes, a number of a million digits, lists and circles of lists', async () => {
    const long = 'ک'.repeat(2_000_000);
    expect(await codes(read(`x:a a news:Person ; rdfs:label "${long}"@ckb .`))).toEqual([]);
    expect(await codes(read(`x:e a news:Death ; news:count "${'9'.repeat(1_000_000)}"^^xsd:integer .`))).toContain('HW-201');
    expect(await codes(read(`x:a owl:unionOf ( ${times(20_000, (i) => `x:c${i}`)} ) .`))).toBeDefined();
    expect(await codes(read('x:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> x:a ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> x:l . x:A owl:oneOf x:l .'))).toBeDefined();
  });

  it('nesting is no recursion', async () => {
    expect(await codes(read(`x:a news:host ${'[ news:host '.repeat(20_000)}x:b${' ]'.repeat(20_000)} .`))).toBeDefined();
  });
});
