import { Worker } from 'node:worker_threads';
import type { Correction } from '../corrections/types.js';
import type { NameEntry } from '../language/names.js';
import type { Article } from '../model/article.js';
import type { Outcome } from './attempt.js';
import type { Asked } from './said.js';

/** What every thread is made with. */
export interface Setup {
  readonly base: string;
  readonly names: readonly NameEntry[];
  readonly corrections?: readonly Correction[];
  /** `records`: what a collection keeps, instead of what a gathering wants. */
  readonly asked: Asked & { readonly records?: boolean };
}

/** Characters (UTF-16 code units) of the articles that go to a thread at a time, and how many articles these may be: some hundredths of a second of reading. How many such loads wait for it. */
const LOAD = 16_384, MOST = 64, WAITING = 2;
/** Threads that may end one after the other without an answer between them, before it is the machine's fault and not an article's. */
const BARREN = 8;

interface Thread {
  readonly worker: Worker;
  readonly loads: (readonly Article[])[];
  reason: string;
}

/**
 * Reads articles in several threads. What they say comes back in no order; who keeps it sorts it. A thread that ends over an article is replaced: what it was
 * given is read again, article by article, and the one that ends a thread alone has failed.
 */
export async function* inThreads<T>(articles: AsyncIterable<Article>, jobs: number, setup: Setup, reader = new URL('./reader.js', import.meta.url)): AsyncGenerator<Outcome<T>> {
  const done: Outcome<T>[] = [];
  const again: Article[] = [];
  let failure: Error | undefined, wake = (): void => {}, barren = 0, over = false;
  const start = (at: number): void => {
    const thread: Thread = { worker: new Worker(reader, { workerData: setup }), loads: [], reason: '' };
    thread.worker.on('message', (made: readonly Outcome<T>[]) => {
      thread.loads.shift();
      barren = 0;
      for (const m of made) done.push(m);
      wake();
    });
    thread.worker.on('error', (e) => (thread.reason = e instanceof Error ? e.message : String(e)));
    thread.worker.on('exit', (code) => {
      if (over) return;
      const [alone, ...more] = thread.loads.flat();
      if (alone && more.length === 0) done.push({ failed: { id: alone.id, reason: thread.reason || `its thread ended with ${code}` } });
      else if (alone) again.push(alone, ...more);
      if (++barren > BARREN) failure = new Error(`threads end without having read anything: ${thread.reason || code}`);
      else start(at);
      wake();
    });
    threads[at] = thread;
  };
  const threads: Thread[] = [];
  for (let i = 0; i < jobs; i++) start(i);
  const news = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const free = (): Thread => threads.reduce((a, b) => (b.loads.length < a.loads.length ? b : a));
  const give = (load: readonly Article[], waiting: number): boolean => {
    const thread = free();
    if (thread.loads.length >= waiting) return false;
    thread.loads.push(load);
    thread.worker.postMessage(load);
    return true;
  };
  /** What has ended a thread goes alone to one that has nothing else. */
  const retry = (): void => {
    while (again[0] && give([again[0]], 1)) again.shift();
  };
  function* taken(): Generator<Outcome<T>> {
    if (failure) throw failure;
    yield* done.splice(0);
  }
  try {
    for await (const load of loads(articles)) {
      for (;;) {
        if (again.length === 0 && give(load, WAITING)) break;
        retry();
        if (!failure) await news();
        yield* taken();
      }
      yield* taken();
    }
    while (threads.some((t) => t.loads.length > 0) || again.length > 0) {
      retry();
      if (!failure) await news();
      yield* taken();
    }
    yield* taken();
  } finally {
    over = true;
    await Promise.all(threads.map((t) => t.worker.terminate()));
  }
}

async function* loads(articles: AsyncIterable<Article>): AsyncGenerator<Article[]> {
  let load: Article[] = [], size = 0;
  for await (const a of articles) {
    load.push(a);
    size += a.text.length;
    if (size < LOAD && load.length < MOST) continue;
    yield load;
    [load, size] = [[], 0];
  }
  if (load.length > 0) yield load;
}
