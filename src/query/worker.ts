// A thread that holds a graph and answers questions about it, one at a time: see engine.ts.
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Question } from './answer.js';
import { QueryError, type Fault } from './fault.js';
import { createStore, type Load } from './store.js';

/** What a thread is told, and what it says to that. */
export type Told = { readonly load: Load } | { readonly ask: Question };
export type Said = { readonly loaded: true } | { readonly answer: Answer } | { readonly fault: Fault };

const store = createStore((workerData as { base: string }).base);

const said = async (told: Told): Promise<Said> => {
  try {
    if ('ask' in told) return { answer: await store.answer(told.ask) };
    store.load(told.load);
    return { loaded: true };
  } catch (e) {
    if (e instanceof QueryError) return { fault: e.fault };
    throw e;
  }
};

parentPort?.on('message', (told: Told) => {
  // What is no fault of a query ends the thread: whoever started it starts another.
  said(told).then((answer) => parentPort?.postMessage(answer), (e: unknown) => setImmediate(() => {
    throw e;
  }));
});
