import { Worker } from 'node:worker_threads';
import type { NameEntry } from '../language/names.js';
import type { Article } from '../model/article.js';
import type { Asked, Said } from './said.js';

/** What every thread is made with. */
export interface Setup {
  readonly base: string;
  readonly names: readonly NameEntry[];
  readonly asked: Asked;
}

/** Articles that go to a thread at a time, and how many such loads wait for it. */
const LOAD = 16, WAITING = 2;

/** Reads articles in several threads. What they say comes back in no order; who keeps it sorts it. */
export async function* inThreads(articles: AsyncIterable<Article>, jobs: number, setup: Setup): AsyncGenerator<Said> {
  const done: Said[] = [];
  let failure: Error | undefined, wake = (): void => {};
  const threads = Array.from({ length: jobs }, () => {
    const thread = { worker: new Worker(new URL('./reader.js', import.meta.url), { workerData: setup }), loads: 0 };
    thread.worker.on('message', (said: readonly Said[]) => {
      thread.loads--;
      for (const s of said) done.push(s);
      wake();
    });
    thread.worker.on('error', (e) => {
      failure = e instanceof Error ? e : new Error(String(e));
      wake();
    });
    return thread;
  });
  const news = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const free = () => threads.reduce((a, b) => (b.loads < a.loads ? b : a));
  function* taken(): Generator<Said> {
    if (failure) throw failure;
    yield* done.splice(0);
  }
  try {
    for await (const load of loads(articles)) {
      while (free().loads >= WAITING && !failure) await news();
      yield* taken();
      const thread = free();
      thread.loads++;
      thread.worker.postMessage(load);
    }
    while (threads.some((t) => t.loads > 0) && !failure) {
      await news();
      yield* taken();
    }
    yield* taken();
  } finally {
    await Promise.all(threads.map((t) => t.worker.terminate()));
  }
}

async function* loads(articles: AsyncIterable<Article>): AsyncGenerator<Article[]> {
  let load: Article[] = [];
  for await (const a of articles) {
    load.push(a);
    if (load.length < LOAD) continue;
    yield load;
    load = [];
  }
  if (load.length > 0) yield load;
}
