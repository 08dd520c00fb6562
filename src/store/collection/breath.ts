/** Milliseconds of work without a turn of the event loop. */
const LONG = 100;

/** To be awaited between pieces of long work: now and then it lets the event loop turn, so that the lock is refreshed, a bar is drawn and Ctrl-C is heard. */
export function createBreath(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < LONG) return undefined;
    return new Promise((resolve) => setImmediate(() => {
      last = performance.now();
      resolve();
    }));
  };
}
