import { refusedQuads } from '../store/collection/refused.js';
import type { Committed, Gate } from '../store/collection/commit.js';
import type { Wikidata } from '../store/collection/shards.js';
import type { Writer } from '../store/collection/writer.js';
import { progressBar } from './progress.js';
import { writeQuarantine } from './written.js';

/** Makes what was put into a collection its new state, with a bar for the files and the quarantine beside them. */
export async function committed(folder: string, writer: Writer, gate?: Gate, wikidata?: Wikidata): Promise<Committed> {
  const bar = await progressBar('files');
  const done = await writer.commit(gate, wikidata, bar.step);
  bar.stop();
  await writeQuarantine(folder, refusedQuads(done.refusals), done.refusals.all.flatMap((r) => r.findings), writer.settings.base);
  return done;
}

/** A part of a summary, where there is any. */
export const some = (n: number, what: string): string[] => (n > 0 ? [`${n} ${what}`] : []);
