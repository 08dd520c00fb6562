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
export async function startPool(source: Source, limits: Limits, start: (base: string) => Thread = startThread): Promise<Pool> {
  const from = performance.now();
  const queue: Waiting[] = [], running = new Set<Promise<unknown>>(), repairs = new Set<Promise<void>>();
  let closed = false, missing = 0, again: NodeJS.Timeout | undefined;
  const free = Array.from({ length: limits.threads }, () => start(limits.base));
  const threads = new Set(free);
  const kept: Load[] = [];
  const loaded = await loadedFrom(kept, source, free);

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
    const thread = start(limits.base);
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
    const work = answer(thread, question, limits.timeout).then(({ said, alive }) => {
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

/** What a thread says to a question, and whether it is alive after it. */
async function answer(thread: Thread, question: Question, timeout: number): Promise<{ said: { answer: Answer } | { fault: Fault }; alive: boolean }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, timeout, 'late')));
  try {
    const said = await Promise.race([thread.tell({ ask: question }), late]);
    if (said === 'late') {
      await thread.end();
      return { said: { fault: { why: 'timeout', message: `the query took longer than ${timeout / 1000} s and was stopped`, hint: 'narrow its patterns, or allow more time' } }, alive: false };
    }
    if ('loaded' in said) throw new Error('a thread answered what it was not asked');
    return { said, alive: true };
  } catch {
    return { said: { fault: FAULTS.crash }, alive: false };
  } finally {
    clearTimeout(timer);
  }
}

async function fill(thread: Thread, loads: readonly Load[]): Promise<void> {
  for (const load of loads) await thread.tell({ load });
}

/** Loads a source into threads, and keeps what it loads: a thread that is stopped needs the source no more. */
async function loadedFrom(kept: Load[], source: Source, threads: readonly Thread[]): Promise<{ statements: number; graphs: number }> {
  try {
    for await (const load of loadsOf(source)) {
      kept.push(load);
      await Promise.all(threads.map((t) => t.tell({ load })));
    }
    const graphs = kept.flatMap((l) => l.graphs);
    return { statements: graphs.reduce((sum, g) => sum + g.statements, 0), graphs: new Set(graphs.map((g) => g.iri)).size };
  } catch (e) {
    await Promise.all(threads.map((t) => t.end()));
    if (e instanceof UserError) throw e;
    throw new UserError(`the graph cannot be loaded: ${e instanceof Error ? e.message : String(e)}`, 'memory holds some five million statements; a larger graph belongs into a store of its own', 'graph');
  }
}
