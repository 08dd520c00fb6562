import { describe, expect, it } from 'vitest';
import { startPool } from '../src/query/pool.js';
import type { Thread } from '../src/query/thread.js';
import type { Said, Told } from '../src/query/worker.js';
import { BASE, QUADS, sourceOf } from './support/graph.js';

const LIMITS = { base: BASE, timeout: 60_000, memory: 1e9, rows: 1000, threads: 1, waiting: 10 };
const QUESTION = { query: 'ASK {}', result: 'text/csv', graph: 'text/turtle', rows: 1 } as const;
const why = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'answered', (e: { fault: { why: string } }) => e.fault.why);

/** A thread that is told what to do: what it does not do, ends it. */
function thread(does: { readonly load: boolean; readonly ask: boolean }, ended: () => void): Thread {
  const say = (told: Told): Said | undefined => 'load' in told ? (does.load ? { loaded: true, memory: 0 } : undefined) : does.ask ? { answer: { form: 'ask', type: 'text/csv', body: 'true' }, memory: 0 } : undefined;
  return { tell: (told) => { const said = say(told); return said ? Promise.resolve(said) : Promise.reject(new Error('ended')); }, end: () => Promise.resolve(ended()) };
}

describe('threads that cannot be started again', () => {
  it.each([
    ['do not load', (): Thread => thread({ load: false, ask: false }, () => {})],
    ['do not start', (): Thread => { throw new Error('ERR_WORKER_INIT_FAILED'); }],
  ])('when they %s, they are tried again while somebody waits, without another question', async (_, broken) => {
    let started = 0, ended = 0;
    const pool = await startPool(sourceOf(QUADS), LIMITS, () => {
      started++;
      return started === 1 ? thread({ load: true, ask: false }, () => ended++) : started < 4 ? broken() : thread({ load: true, ask: true }, () => ended++);
    });
    expect(await why(pool.ask(QUESTION))).toBe('crash');
    expect(await why(pool.ask(QUESTION))).toBe('answered');
    expect(started).toBe(4);
    await pool.close();
    expect(ended).toBeGreaterThan(0);
  });

  it('the source is not read again', async () => {
    let reads = 0, started = 0;
    const source = sourceOf(QUADS);
    const pool = await startPool({ version: () => '1', graphs: () => (reads++, source.graphs()) }, LIMITS, () => thread({ load: true, ask: started++ % 2 === 1 }, () => {}));
    expect([await why(pool.ask(QUESTION)), await why(pool.ask(QUESTION)), reads]).toEqual(['crash', 'answered', 1]);
    await pool.close();
  });
});
