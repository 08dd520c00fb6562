import { DEFAULT_BASE } from '../../src/graph/iris.js';
import { readyQueries } from '../../src/query/ready.js';
import type { Up } from './servers.js';

interface Term {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}
interface Results {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, Term>>[] };
}

/** The ten that are the same SPARQL 1.1 to every engine. */
export const TEN = readyQueries().filter((q) => q.ten);

/** Rows as text that can be compared: numbers by their value, language tags in lower case; the order is kept. */
export const rowsOf = ({ head, results }: Results): string[] => results.bindings.map((b) => head.vars.map((v) => termOf(b[v])).join(' | '));

function termOf(t: Term | undefined): string {
  if (!t) return '-';
  if (t.type === 'uri') return `<${t.value}>`;
  if (t.type === 'bnode') return '_:';
  if (/#(integer|decimal|nonNegativeInteger|int|long)$/.test(t.datatype ?? '')) return `${Number(t.value)}`;
  const kind = t['xml:lang'] ? `@${t['xml:lang'].toLowerCase()}` : t.datatype && !t.datatype.endsWith('#string') ? `^^${t.datatype}` : '';
  return JSON.stringify(t.value) + kind;
}

/** The program as it is shipped: its engine runs in a thread, which wants the compiled files. */
const shipped = <T>(module: string): Promise<T> => import(new URL(`../../dist/${module}.js`, import.meta.url).href) as Promise<T>;

/** What the embedded engine answers to each of the ten. */
export async function embedded(target: string): Promise<Map<string, string[]>> {
  const { openTarget } = await shipped<typeof import('../../src/cli/target.js')>('cli/target');
  const { openEngine } = await shipped<typeof import('../../src/query/engine.js')>('query/engine');
  const engine = await openEngine(openTarget(target), { base: DEFAULT_BASE, timeout: 60_000, memory: 4e9, rows: 100_000, threads: 1, waiting: 0 });
  const out = new Map<string, string[]>();
  for (const q of TEN) out.set(q.name, rowsOf(JSON.parse((await engine.ask({ query: q.text })).body) as Results));
  await engine.close();
  return out;
}

/** Asks a server as anybody could, not through hewal. */
export async function ask(up: Up, query: string): Promise<string[]> {
  const authorization = up.user === undefined || up.query.endsWith('/sparql') ? {} : { authorization: `Basic ${Buffer.from(`${up.user}:${up.password}`).toString('base64')}` };
  const send = (): Promise<Response> => fetch(up.query, { method: 'POST', headers: { accept: 'application/sparql-results+json', ...authorization }, body: new URLSearchParams({ query }), signal: AbortSignal.timeout(60_000) });
  // The server may have closed the connection that was used last.
  const r = await send().catch(send);
  const text = await r.text();
  if (!r.ok) throw new Error(`${r.status} ${text.slice(0, 1000)}`);
  return rowsOf(JSON.parse(text) as Results);
}

/** What a server answers otherwise to the ten, a line each; empty when it is all the same. */
export async function differences(up: Up, expected: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const out: string[] = [];
  for (const q of TEN) {
    const want = expected.get(q.name) ?? [];
    const got = await ask(up, q.text).catch((e: unknown) => [e instanceof Error ? e.message : String(e)]);
    const at = [...want, undefined].findIndex((row, i) => row !== got[i]);
    if (at === -1) continue;
    const same = [...got].sort().join('\n') === [...want].sort().join('\n');
    out.push(`${q.name}: ${same ? 'the same rows in another order' : `${want.length} rows here, ${got.length} there`}; row ${at + 1}:\n      here  ${want[at] ?? '-'}\n      there ${got[at] ?? '-'}`);
  }
  return out;
}
