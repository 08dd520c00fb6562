// A thread that holds a graph and answers questions about it, one at a time: see engine.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { memoryUsed } from './measured.js';
import type { Answer, Question } from './answer.js';
import { QueryError, type Fault } from './fault.js';
import { createStore, type Load } from './store.js';

/** What a thread is told, and what it says to that, with the bytes that its engine has taken until then. */
export type Told = { readonly load: Load } | { readonly ask: Question };
export type Said = ({ readonly loaded: true } | { readonly answer: Answer } | { readonly fault: Fault } | { readonly broken: 'memory' | 'crash' }) & { readonly memory: number };

const store = createStore((workerData as { base: string }).base);

async function said(told: Told): Promise<Said> {
  try {
    if ('ask' in told) return { answer: await store.answer(told.ask), memory: memoryUsed() };
    store.load(told.load);
    return { loaded: true, memory: memoryUsed() };
  } catch (e) {
    if (e instanceof QueryError) return { fault: e.fault, memory: memoryUsed() };
    // What is no fault of a query has broken the engine: whoever started this thread ends it and starts another.
    // Where it gets no memory the engine aborts, which is this instruction (WebAssembly Core 2.0, 4.4.8); out of stack it reads where nothing is.
    return { broken: e instanceof Error && e.message === 'unreachable' ? 'memory' : 'crash', memory: memoryUsed() };
  }
}

parentPort?.on('message', (told: Told) => void said(told).then((s) => parentPort?.postMessage(s)));
