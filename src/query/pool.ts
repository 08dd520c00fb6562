import { UserError } from '../model/note.js';
import type { Answer, Question } from './answer.js';
import type { Limits, Loaded } from './engine.js';
import { QueryError, type Fault } from './fault.js';
import { loadsOf, type Source } from './loads.js';
import type { Load } from './store.js';
import { startThread, type Thread } from './thread.js';

/** Threads that hold the same graph. */
export interface Pool {
  readonly loaded: Loaded;
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** Takes no more questions, answers those that it has, then ends the threads. */
  close(): Promise<void>;
}

const FAULTS = {
  closed: { why: 'busy', message: 'the engine is closed', hint: 'ask again later' },
  busy: { why: 'busy', message: 'too many queries are waiting', hint: 'ask again later' },
  waited: { why: 'busy', message: 'no thread became free in time', hint: 'ask again later' },
  gone: { why: 'busy', message: 'nobody waits for the answer', hint: 'ask again' },
  crash: { why: 'crash', message: 'this query broke the engine, which was started again', hint: 'write it flatter, or ask for less at once' },
} as const satisfies Readonly<Record<string, Fault>>;

/** How many times the time of one query a query may wait for a thread: others stand before it. */
const PATIENCE = 3;

/** Bytes that a thread may take for its engine, for a statement and for a byte of its text: about twice what graphs of news need. */
const OF_ENGINE = 200e6, OF_STATEMENT = 1000, OF_BYTE = 6;
/** All that an engine can ever take. */
const ALL = 2 ** 32;

/** The part of a query's memory that a thread may keep after it; one that has grown more is ended, for it gives nothing back. */
const KEPT = 1 / 4;

/** Milliseconds until a thread that could not be started is tried again, as long as somebody waits for it. */
const AGAIN = 500;

interface Waiting {
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  readonly timer: NodeJS.Timeout;
  resolve(answer: Answer | PromiseLike<Answer>): void;
  reject(e: Error): void;
}

/** Starts threads and loads the graph into all of them. Throws a `UserError` where it cannot be read or does not fit. `start` starts one. */
export async function startPool(source: Source, limits: Limits, start: typeof startThread = startThread): Promise<Pool> {
  const from = performance.now();
  const queue: Waiting[] = [], running = new Set<Promise<unknown>>(), repairs = new Set<Promise<void>>();
  let closed = false, missing = 0, again: NodeJS.Timeout | undefined;
  const kept = await loadsFrom(source), usual = graphMemory(kept) + limits.memory;
  const filled = (most: number) => loadedInto(Array.from({ length: limits.threads }, () => start(limits.base, most)), kept);
  // A graph that needs more than others do is loaded all the same.
  const { free, own, most, ...loaded } = await filled(usual).then((f) => ({ ...f, most: usual }), async () => ({ ...await filled(ALL), most: ALL }));
  const threads = new Set(free);

  /** Puts threads in the place of those that were stopped, with what was loaded before. They are loaded when somebody asks again, not before. */
  const repair = (): void => {
    for (; missing > 0; missing--) {
      const done = another().then(give, () => {
        // Where there is no memory now, there may be some later: none is given up for good.
        missing++;
        if (queue.length > 0) again ??= setTimeout(() => {
          again = undefined;
          if (queue.length > 0) repair();
        }, AGAIN);
      }).finally(() => repairs.delete(done));
      repairs.add(done);
    }
  };

  const another = async (): Promise<Thread> => {
    const thread = start(limits.base, most);
    threads.add(thread);
    try {
      await fill(thread, kept);
      return thread;
    } catch (e) {
      threads.delete(thread);
      await thread.end();
      throw e;
    }
  };

  const give = (thread: Thread): void => {
    const next = queue.shift();
    if (!next) return void free.push(thread);
    clearTimeout(next.timer);
    if (!next.signal?.aborted) return next.resolve(run(thread, next.question));
    next.reject(new QueryError(FAULTS.gone));
    give(thread);
  };

  const run = (thread: Thread, question: Question): Promise<Answer> => {
    const work = answer(thread, question, limits, own).then(({ said, alive }) => {
      if (alive) give(thread);
      else {
        threads.delete(thread);
        missing++;
        if (queue.length > 0) repair();
      }
      if ('fault' in said) throw new QueryError(said.fault);
      return said.answer;
    });
    running.add(work);
    void work.catch(() => {}).finally(() => running.delete(work));
    return work;
  };

  return {
    loaded: { ...loaded, seconds: (performance.now() - from) / 1000 },
    ask: (question, signal) => {
      if (closed) return Promise.reject(new QueryError(FAULTS.closed));
      repair();
      const thread = free.pop();
      if (thread) return run(thread, question);
      if (queue.length >= limits.waiting) return Promise.reject(new QueryError(FAULTS.busy));
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          queue.splice(queue.indexOf(waiting), 1);
          reject(new QueryError(FAULTS.waited));
        }, limits.timeout * PATIENCE);
        const waiting: Waiting = { question, signal, timer, resolve, reject };
        queue.push(waiting);
      });
    },
    close: async () => {
      closed = true;
      while (queue.length > 0 || running.size > 0) await Promise.allSettled([...running, ...(queue.length > 0 ? repairs : [])]).then(() => new Promise((next) => setTimeout(next, 10)));
      clearTimeout(again);
      await Promise.all([...threads].map((t) => t.end()));
    },
  };
}

/** What a thread says to a question, and whether it is to be asked again. `own`: the bytes that the graph takes in it. */
async function answer(thread: Thread, question: Question, { timeout, memory }: Limits, own: number): Promise<{ said: { answer: Answer } | { fault: Fault }; alive: boolean }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, timeout, 'late')));
  const over = async (fault: Fault): Promise<{ said: { fault: Fault }; alive: false }> => {
    await thread.end();
    return { said: { fault }, alive: false };
  };
  try {
    const said = await Promise.race([thread.tell({ ask: question }), late]);
    if (said === 'late') return await over({ why: 'timeout', message: `the query took longer than ${timeout / 1000} s and was stopped`, hint: 'narrow its patterns, or allow more time (--timeout)' });
    if ('broken' in said) return await over(said.broken === 'memory' ? { why: 'memory', message: `the query wanted more than ${Math.round(memory / 1e6)} MB and was stopped`, hint: 'ask for less at once, or allow more memory (--memory)' } : FAULTS.crash);
    if ('loaded' in said) throw new Error('a thread answered what it was not asked');
    const grown = said.memory - own > memory * KEPT;
    if (grown) await thread.end();
    return { said, alive: !grown };
  } catch {
    return over(FAULTS.crash);
  } finally {
    clearTimeout(timer);
  }
}

async function fill(thread: Thread, loads: readonly Load[]): Promise<void> {
  for (const load of loads) await loadInto(thread, load);
}

/** Loads some graphs into a thread; resolves to the bytes that it has taken. */
async function loadInto(thread: Thread, load: Load): Promise<number> {
  const said = await thread.tell({ load });
  if (!('loaded' in said)) throw new Error('fault' in said ? said.fault.message : 'the engine cannot hold it');
  return said.memory;
}

/** Bytes for a graph in one thread, before it is loaded. */
const graphMemory = (loads: readonly Load[]): number => loads.reduce((sum, l) => sum + l.bytes.length * OF_BYTE, OF_ENGINE + statementsOf(loads) * OF_STATEMENT);
const statementsOf = (loads: readonly Load[]): number => loads.reduce((sum, l) => sum + l.graphs.reduce((n, g) => n + g.statements, 0), 0);

/** All that a source holds. It is kept: a thread that is stopped needs the source no more. */
async function loadsFrom(source: Source): Promise<Load[]> {
  const loads: Load[] = [];
  try {
    for await (const load of loadsOf(source)) loads.push(load);
    return loads;
  } catch (e) {
    throw notLoaded(e);
  }
}

async function loadedInto(threads: readonly Thread[], loads: readonly Load[]): Promise<{ free: Thread[]; own: number; statements: number; graphs: number }> {
  try {
    let own = 0;
    for (const load of loads) own = Math.max(...await Promise.all(threads.map((t) => loadInto(t, load))));
    return { free: [...threads], own, statements: statementsOf(loads), graphs: new Set(loads.flatMap((l) => l.graphs.map((g) => g.iri))).size };
  } catch (e) {
    await Promise.all(threads.map((t) => t.end()));
    throw notLoaded(e);
  }
}

function notLoaded(e: unknown): UserError {
  if (e instanceof UserError) return e;
  return new UserError(`the graph cannot be loaded: ${e instanceof Error ? e.message : String(e)}`, 'memory holds some five million statements; a larger graph belongs into a store of its own', 'graph');
}
