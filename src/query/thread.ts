import { Worker } from 'node:worker_threads';
import type { Said, Told } from './worker.js';

/** A thread with a store: one question at a time. */
export interface Thread {
  /** Rejects when the thread ends before it has answered. */
  tell(told: Told): Promise<Said>;
  end(): Promise<unknown>;
}

/** `memory`: bytes that its engine may take, with the graph. */
export function startThread(base: string, memory: number): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { base, memory }, stdout: true, stderr: true });
  let open: { resolve(said: Said): void; reject(e: Error): void } | undefined, over: Error | undefined;
  const finish = (e: Error): void => {
    over ??= e;
    open?.reject(over);
    open = undefined;
  };
  worker.on('message', (said: Said) => {
    open?.resolve(said);
    open = undefined;
  });
  worker.on('error', (e) => finish(e instanceof Error ? e : new Error(String(e))));
  worker.on('exit', () => finish(new Error('the thread has ended')));
  return {
    tell: (told) => new Promise((resolve, reject) => {
      if (over) return reject(over);
      open = { resolve, reject };
      worker.postMessage(told);
    }),
    end: () => worker.terminate(),
  };
}
