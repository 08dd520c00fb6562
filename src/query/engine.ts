import type { Answer, Question } from './answer.js';
import { startPool, type Pool } from './pool.js';
import type { Source } from './loads.js';

/** What an engine may use. */
export interface Limits {
  /** IRI of the prefixes person: org: place:, with its slash. */
  readonly base: string;
  /** Milliseconds that a query may take; then its thread is stopped and another takes its place. */
  readonly timeout: number;
  /** Rows (or triples) that an answer may have. */
  readonly rows: number;
  /** Bytes that a query may take beside the graph. */
  readonly memory: number;
  /** Threads, each with a copy of the graph: so many queries run at once. */
  readonly threads: number;
  /** Queries that may wait for a thread. */
  readonly waiting: number;
}

/** What was loaded: statements, and the seconds it took. */
export interface Loaded {
  readonly statements: number;
  readonly graphs: number;
  readonly seconds: number;
}

/** Answers questions about a graph. Questions are only read: nothing changes it. */
export interface Engine {
  /** Throws a `QueryError`. Unless the question says how many rows it may have, the limit of the engine holds. */
  ask(question: Omit<Question, 'rows' | 'result' | 'graph'> & Partial<Question>, signal?: AbortSignal): Promise<Answer>;
  loaded(): Loaded;
  /** Loads the graph again when it has changed; questions are answered from the old one until then. True when it was. */
  refresh(): Promise<boolean>;
  close(): Promise<void>;
}

/** Loads a graph into threads. Throws a `UserError` where it cannot be read. */
export async function openEngine(source: Source, limits: Limits): Promise<Engine> {
  let version = source.version();
  let pool = await startPool(source, limits);
  let refreshing: Promise<boolean> | undefined;
  const refresh = async (): Promise<boolean> => {
    const now = source.version();
    if (now === version) return false;
    const next = await startPool(source, limits);
    const old: Pool = pool;
    [pool, version] = [next, now];
    // Without waiting: what it was asked before it may still answer.
    void old.close();
    return true;
  };
  return {
    ask: (question, signal) => pool.ask({ result: 'application/sparql-results+json', graph: 'text/turtle', rows: limits.rows, ...question }, signal),
    loaded: () => pool.loaded,
    refresh: () => (refreshing ??= refresh().finally(() => (refreshing = undefined))),
    close: () => pool.close(),
  };
}
