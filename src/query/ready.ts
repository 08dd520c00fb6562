import { readdirSync, readFileSync } from 'node:fs';

/** What a parameter is: a thing of the graph, a day, a number, or text. */
export type ParameterKind = 'entity' | 'date' | 'integer' | 'text';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** What the query takes when nothing is given, as it stands in it; undefined when the parameter then does not count. */
  readonly standard: string | undefined;
  readonly means: Both;
}

/** The same in both languages. */
export interface Both {
  readonly en: string;
  readonly ckb: string;
}

/** A query that is there under a name. */
export interface ReadyQuery {
  readonly name: string;
  readonly title: Both;
  readonly answers: Both;
  readonly parameters: readonly Parameter[];
  /** One of the ten that benchmarks and the tests of stores run: SPARQL 1.1 with one order of its rows on every engine. */
  readonly ten: boolean;
  /** SPARQL 1.1 that runs as it is, with the standard values. */
  readonly text: string;
}

const FOLDER = new URL('../../queries/', import.meta.url);
const KINDS: readonly string[] = ['entity', 'date', 'integer', 'text'] satisfies ParameterKind[];

let read: readonly ReadyQuery[] | undefined;
/** All ready-made queries, by name; read once. */
export const readyQueries = (): readonly ReadyQuery[] => (read ??= readdirSync(FOLDER).filter((f) => f.endsWith('.rq')).sort().map((f) => readyQuery(f.slice(0, -3), readFileSync(new URL(f, FOLDER), 'utf8'))));

/** The clauses in which parameters get their values; behind "#?" one does not count until there is a value. */
const CLAUSE = /(#\? )?VALUES \?(\w+) \{ ?([^}]*?) ?\}/g;

/** Reads the comments that stand before a query: what it answers, and what may be given to it. */
export function readyQuery(name: string, text: string): ReadyQuery {
  const head = new Map<string, string>();
  for (const [, key, value] of text.matchAll(/^# ([^:\n]+?)(?:: (.*))?$/gm)) if (key !== undefined) head.set(key, value ?? '');
  const said = (key: string): string => {
    const value = head.get(key);
    if (value === undefined) throw new Error(`${name}.rq has no "# ${key}:"`);
    return value;
  };
  const clauses = new Map([...text.matchAll(CLAUSE)].map(([, off, own, value]) => [own, off === undefined ? value : undefined]));
  const parameters = [...head.keys()].flatMap((key): Parameter[] => {
    const [, own = '', kind = ''] = /^parameter (\w+) (\w+)(?: optional)?$/.exec(key) ?? [];
    if (!KINDS.includes(kind)) return [];
    if (!clauses.has(own)) throw new Error(`${name}.rq has no VALUES ?${own} { }`);
    return [{ name: own, kind: kind as ParameterKind, standard: clauses.get(own), means: { en: said(key), ckb: said(`parameter ${own} ckb`) } }];
  });
  // The comments of the head are read; what is left is what somebody wants to see and change.
  return { name, title: { en: said('title'), ckb: said('title ckb') }, answers: { en: said('answers'), ckb: said('answers ckb') }, parameters, ten: head.has('ten'), text: text.replace(/^(?:# .*\n)+/, '') };
}

/** The query with values for parameters: terms as they stand in SPARQL. */
export const bound = (query: ReadyQuery, terms: ReadonlyMap<string, string>): string =>
  query.text.replace(CLAUSE, (clause, _off, name: string) => (terms.has(name) ? `VALUES ?${name} { ${terms.get(name)} }` : clause));
