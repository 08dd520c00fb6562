import { setFlagsFromString } from 'node:v8';
import type { Article } from '../model/article.js';
import { inTurn, type Outcome } from '../store/attempt.js';
import { inThreads, type Setup } from '../store/threads.js';

/** Characters (UTF-16 code units) of articles that are read sooner than a thread is ready to. */
const FEW = 150_000;

/**
 * Bytes of bytecode that a function runs before V8 compiles it anew with what it has seen: six times what it chooses itself (Node 20). Beside one thread
 * the compiler has a processor of its own; beside as many as there are processors it takes half of the time of all, much of it for
 * functions that are compiled again because too little had been seen.
 */
const SEEN = 400_000;

/** Reads articles in threads, where there are enough of them that threads pay; otherwise with `make`. What is made of them is the same. */
export async function* inJobs<T>(articles: AsyncIterable<Article>, jobs: number, setup: Setup, make: (article: Article) => T, reader?: URL): AsyncGenerator<Outcome<T>> {
  if (jobs === 1) return yield* inTurn(articles, make);
  const first: Article[] = [], rest = articles[Symbol.asyncIterator]();
  try {
    for (let size = 0; size < FEW;) {
      const next = await rest.next();
      if (next.done) return yield* inTurn(some(first), make);
      first.push(next.value);
      size += next.value.text.length;
    }
    setFlagsFromString(`--interrupt-budget=${SEEN}`);
    yield* inThreads<T>(both(first, rest), jobs, setup, reader);
  } finally {
    await rest.return?.();
  }
}

async function* some(articles: readonly Article[]): AsyncGenerator<Article> {
  yield* articles;
}

async function* both(first: readonly Article[], rest: AsyncIterator<Article>): AsyncGenerator<Article> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
