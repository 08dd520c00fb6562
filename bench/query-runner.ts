// One engine in a process of its own, so that what runs too long can be stopped and what eats memory ends with it: see queries.ts.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Parser, Store as N3Store, type Quad } from 'n3';
import { DEFAULT_BASE } from 'hewal';

/** A row of a result: a term or nothing by variable. */
type Row = Readonly<Record<string, { readonly termType?: string; readonly value: string; readonly language?: string; readonly datatype?: { readonly value: string } } | undefined>>;
export type EngineName = 'hewal' | 'Comunica' | 'rdflib';
export type Told = { readonly name: string; readonly query: string; readonly vars: readonly string[] };
export type Said = { readonly loaded: number; readonly mb: number } | { readonly name: string; readonly seconds: number; readonly rows: readonly string[] } | { readonly name: string; readonly refused: string };

const XSD = 'http://www.w3.org/2001/XMLSchema#';
/** A term in one spelling whatever the engine: numerals by their value. */
function spelt(term: Row[string]): string {
  if (term === undefined) return '';
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  const datatype = term.datatype?.value ?? `${XSD}string`;
  if (/#(?:integer|decimal|double|nonNegativeInteger)$/.test(datatype)) return String(Number(term.value));
  return `${JSON.stringify(term.value)}${term.language ? `@${term.language}` : datatype === `${XSD}string` ? '' : `^^${datatype}`}`;
}

async function* quadsOf(file: string): AsyncGenerator<Quad> {
  const parser = new Parser({ format: 'application/n-quads' });
  let held: string[] = [];
  const parsed = (): Quad[] => parser.parse(held.splice(0).join('\n'));
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    held.push(line);
    if (held.length >= 20_000) yield* parsed();
  }
  yield* parsed();
}

type Ask = (query: string, vars: readonly string[]) => Promise<readonly Row[]>;

const ENGINES: Readonly<Record<EngineName, (file: string) => Promise<Ask>>> = {
  hewal: async (file) => {
    const { openEngine } = await import('../dist/query/engine.js') as typeof import('../src/query/engine.js');
    const graphs = async function* graphs() {
      let graph: Quad[] = [];
      for await (const q of quadsOf(file)) {
        if (graph[0] && graph[0].graph.value !== q.graph.value) {
          yield { iri: graph[0].graph.value, quads: graph };
          graph = [];
        }
        graph.push(q);
      }
      if (graph[0]) yield { iri: graph[0].graph.value, quads: graph };
    };
    const engine = await openEngine({ graphs, version: () => '1' }, { base: DEFAULT_BASE, timeout: 3_600_000, memory: 4e9, rows: 10_000_000, threads: 1, waiting: 1 });
    return async (query) => {
      const { body } = await engine.ask({ query, result: 'application/sparql-results+json' });
      const { results } = JSON.parse(body) as { results: { bindings: Record<string, { type: string; value: string; 'xml:lang'?: string; datatype?: string }>[] } };
      return results.bindings.map((row) => Object.fromEntries(Object.entries(row).map(([name, t]) => [name, { termType: t.type === 'uri' ? 'NamedNode' : 'Literal', value: t.value, language: t['xml:lang'] ?? '', datatype: { value: t.datatype ?? `${XSD}string` } }])));
    };
  },
  Comunica: async (file) => {
    const { QueryEngine } = await import('@comunica/query-sparql-rdfjs');
    const store = new N3Store();
    for await (const q of quadsOf(file)) store.addQuad(q);
    const engine = new QueryEngine();
    return async (query, vars) => (await (await engine.queryBindings(query, { sources: [store], unionDefaultGraph: true })).toArray()).map((b) => Object.fromEntries(vars.map((v) => [v, b.get(v) as Row[string]])));
  },
  rdflib: async (file) => {
    const rdflib = await import('rdflib');
    const store = rdflib.graph();
    await new Promise<void>((resolve, reject) => rdflib.parse(readFileSync(file, 'utf8'), store, DEFAULT_BASE, 'application/n-quads', (e) => (e ? reject(e) : resolve())));
    return (query, vars) => new Promise((resolve, reject) => {
      const parsed = rdflib.SPARQLToQuery(query, true, store);
      if (!parsed) return reject(new Error('is not read'));
      const rows: Row[] = [];
      store.query(parsed, (b) => rows.push(Object.fromEntries(vars.map((v) => [v, (b as unknown as Row)[`?${v}`]]))), null, () => resolve(rows));
    });
  },
};

const [name, file] = process.argv.slice(2) as [EngineName, string];
const say = (said: Said): void => void process.send?.(said);
const from = performance.now();
const ask = await ENGINES[name](file);
say({ loaded: (performance.now() - from) / 1000, mb: process.memoryUsage().rss / 1e6 });
process.on('message', ({ name: query, query: text, vars }: Told) => {
  const started = performance.now();
  ask(text, vars).then(
    (rows) => say({ name: query, seconds: (performance.now() - started) / 1000, rows: rows.map((row) => vars.map((v) => spelt(row[v])).join('\t')) }),
    (e: unknown) => say({ name: query, refused: e instanceof Error ? e.message.split('\n')[0] ?? '' : String(e) }),
  );
});
