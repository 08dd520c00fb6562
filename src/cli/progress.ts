import type { SingleBar } from 'cli-progress';

/** A bar on a terminal once there is more than a moment's work; nothing elsewhere. */
export async function progressBar(what: string): Promise<{ step(many?: number): void; stop(): void }> {
  if (!process.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const { SingleBar: Bar } = (await import('cli-progress')).default;
  const started = Date.now();
  let bar: SingleBar | undefined;
  let n = 0;
  return {
    step: (many = 1) => {
      n += many;
      if (!bar && Date.now() - started > 800) {
        bar = new Bar({ format: `{value} ${what} [{duration_formatted}]`, stream: process.stderr, clearOnComplete: true });
        bar.start(0, n);
      }
      bar?.update(n);
    },
    stop: () => bar?.stop(),
  };
}

const STAGES = 5;

/** Says on a terminal what is being done, one stage after the other; nothing elsewhere. */
export async function stages(): Promise<{ next(what: string): void; stop(): void }> {
  if (!process.stderr.isTTY) return { next: () => {}, stop: () => {} };
  const { SingleBar: Bar } = (await import('cli-progress')).default;
  let bar: SingleBar | undefined;
  let n = 0;
  return {
    next: (what) => {
      if (!bar) {
        bar = new Bar({ format: '{bar} {what} [{duration_formatted}]', stream: process.stderr, clearOnComplete: true });
        bar.start(STAGES, 0, { what });
      }
      bar.update(n++, { what });
    },
    stop: () => bar?.stop(),
  };
}
