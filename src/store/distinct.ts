import type { Distinct } from '../formats/dataset/statistics.js';
import { createSorter } from './sort.js';

/** Counts different texts in memory of a fixed size: what does not fit waits on the disk. `close` clears it away. */
export function createDistinct(): Distinct & { close(): void } {
  const sorter = createSorter();
  return {
    // A line holds no end of a line.
    add: (text) => sorter.add(JSON.stringify(text)),
    count: async () => {
      let n = 0;
      let before: string | undefined;
      for await (const line of sorter.sorted()) {
        if (line !== before) n++;
        before = line;
      }
      return n;
    },
    close: () => sorter.close(),
  };
}
