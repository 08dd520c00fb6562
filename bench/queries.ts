// The ten ready-made queries on a generated graph, by hewal's engine, Comunica and rdflib. Each engine has a time limit: what it does not answer in time is stopped and left blank.
import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, toNQuads } from 'hewal';
import { loadTables } from 'hewal/language';
import { bound, readyQueries } from '../src/query/ready.js';
import { soraniArticles } from './generate.js';
import type { EngineName, Said, Told } from './query-runner.js';
import type { Load, Row } from './sections.js';

const NAMES: readonly EngineName[] = ['hewal', 'Comunica', 'rdflib'];
const FULL = 20;

/** Two more that every engine reads: a join, and a count of it. */
const PLAIN: readonly Told[] = [['a join', '?e ?p', ['e', 'p']], ['a count of it', '(COUNT(?e) AS ?n)', ['n']]].map(([name, what, vars]) => ({ name: name as string, query: `PREFIX news: <https://w3id.org/hewal/news#> SELECT ${what as string} WHERE { ?e a news:Statement . ?e news:speaker ?p . }`, vars: vars as string[] }));

/** The graph and the limits of a run: a million quads and a minute for each step, or little of both. */
const sizeOf = (mb: number): { quads: number; load: number; query: number } => (mb >= FULL ? { quads: 1_000_000, load: 300, query: 60 } : { quads: mb * 5000, load: 30, query: 5 });

export async function queries({ mb }: Load): Promise<Row[]> {
  const size = sizeOf(mb), folder = mkdtempSync(join(tmpdir(), 'hewal-queries-'));
  try {
    const file = join(folder, 'graph.nq');
    const { articles, quads } = await generate(file, size.quads);
    const ten = [...await asked(file, size), ...PLAIN];
    const results = new Map<EngineName, Result>();
    for (const name of NAMES) results.set(name, await answers(name, file, ten, size));
    const hewal = results.get('hewal') as Result;
    const figures = (of: (r: Result) => number | undefined, unit: string) => Object.fromEntries([...results].flatMap(([name, r]) => (of(r) === undefined ? [] : [[`${unit} ${name}`, of(r) as number]])));
    return [
      { what: `load ${quads} quads of ${articles} articles`, figures: figures((r) => r.loaded, 's') },
      ...ten.map(({ name }) => {
        const own = hewal.rows.get(name);
        const differ = (r: Result): number | undefined => (own && r !== hewal && r.rows.has(name) ? difference(own, r.rows.get(name) as readonly string[]) : undefined);
        const refused = [...results].filter(([, r]) => r.refused.has(name)).map(([n]) => n);
        return { what: `${name}${refused.length > 0 ? ` (not read by ${refused.join(', ')})` : ''}`, figures: { ...(own ? { rows: own.length } : {}), ...figures((r) => r.seconds.get(name), 's'), ...figures(differ, 'rows other in') } };
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function generate(file: string, most: number): Promise<{ articles: number; quads: number }> {
  const tables = loadTables(), engine = createEngine(tables);
  const out = openSync(file, 'w');
  let articles = 0, quads = 0;
  for (const article of soraniArticles(tables)) {
    if (quads >= most) break;
    const own = engine.quads(engine.read(article)).slice(0, most - quads);
    writeSync(out, await toNQuads(own));
    quads += own.length;
    articles++;
  }
  closeSync(out);
  return { articles, quads };
}

/** The ten, asked of whoever the graph speaks of most. */
async function asked(file: string, size: ReturnType<typeof sizeOf>): Promise<Told[]> {
  const most = (pattern: string): string => `PREFIX news: <https://w3id.org/hewal/news#> SELECT ?x (COUNT(?e) AS ?n) WHERE { GRAPH ?g { ${pattern} } } GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 1`;
  const found = await answers('hewal', file, [{ name: 'person', query: most('?e a news:Statement ; news:speaker ?x'), vars: ['x'] }, { name: 'entity', query: most('?e ?role ?x ; news:status ?s . ?x a ?type . FILTER(?type IN (news:Person, news:Organization, news:Place))'), vars: ['x'] }], size);
  return readyQueries().filter((q) => q.ten).map((q) => {
    const terms = q.parameters.filter((p) => p.kind === 'entity' && p.standard !== undefined).map((p) => [p.name, found.rows.get(p.name)?.[0] ?? ''] as const);
    const query = bound(q, new Map(terms));
    return { name: q.name, query, vars: [...(/SELECT (.*)/.exec(query)?.[1] ?? '').replace(/\((?:[^()]|\([^()]*\)|\((?:[^()]|\([^()]*\))*\))* AS (\?\w+)\)/g, '$1').matchAll(/\?(\w+)/g)].map((m) => m[1] as string) };
  });
}

interface Result {
  loaded: number | undefined;
  readonly seconds: Map<string, number>;
  readonly rows: Map<string, readonly string[]>;
  readonly refused: Set<string>;
}

/** Asks one engine after another question; one that is late is stopped and started again for the next. */
async function answers(name: EngineName, file: string, questions: readonly Told[], size: { load: number; query: number }): Promise<Result> {
  const result: Result = { loaded: undefined, seconds: new Map(), rows: new Map(), refused: new Set() };
  let child: ChildProcess | undefined, fresh = true;
  for (const question of questions) {
    if (!child) {
      child = fork(fileURLToPath(new URL('query-runner.ts', import.meta.url)), [name, file], { execArgv: [...process.execArgv, '--max-old-space-size=8192'] });
      const said = await next(child, size.load);
      if (!said || !('loaded' in said)) {
        child.kill('SIGKILL');
        return result;
      }
      if (fresh) result.loaded = said.loaded;
      fresh = false;
    }
    child.send(question);
    const said = await next(child, size.query);
    if (!said) {
      child.kill('SIGKILL');
      child = undefined;
    } else if ('rows' in said) {
      result.seconds.set(said.name, said.seconds);
      result.rows.set(said.name, said.rows);
    } else if ('refused' in said) {
      result.refused.add(said.name);
    }
  }
  child?.kill('SIGKILL');
  return result;
}

/** What a process says next; undefined when it ends or is late. */
const next = (child: ChildProcess, seconds: number): Promise<Said | undefined> => new Promise((resolve) => {
  const done = (said: Said | undefined): void => {
    clearTimeout(timer);
    child.off('message', done);
    child.off('exit', gone);
    resolve(said);
  };
  const gone = (): void => done(undefined), timer = setTimeout(done, seconds * 1000, undefined);
  child.on('message', done as (m: unknown) => void);
  child.on('exit', gone);
});

/** Rows of one list that are not in the other, both ways; in whatever order they stand. */
function difference(a: readonly string[], b: readonly string[]): number {
  const count = new Map<string, number>();
  for (const row of a) count.set(row, (count.get(row) ?? 0) + 1);
  for (const row of b) count.set(row, (count.get(row) ?? 0) - 1);
  return [...count.values()].reduce((sum, n) => sum + Math.abs(n), 0);
}
