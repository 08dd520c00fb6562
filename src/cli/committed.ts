import type { Outcome } from '../corrections/log.js';
import { openReader } from '../store/collection/reader.js';
import { refusedQuads } from '../store/collection/refused.js';
import type { Committed } from '../store/collection/commit.js';
import type { Gate } from '../store/collection/gate.js';
import type { Wikidata } from '../store/collection/shards.js';
import type { Writer } from '../store/collection/writer.js';
import { writeOutcomes } from './corrections.js';
import { progressBar } from './progress.js';
import { writeQuarantine } from './written.js';

/** Makes what was put into a collection its new state, with a bar for the files; beside them the quarantine, and what became of corrections. */
export async function committed(folder: string, writer: Writer, gate?: Gate, wikidata?: Wikidata): Promise<Committed & { readonly outcomes: readonly Outcome[] }> {
  const bar = await progressBar('files');
  const done = await writer.commit(gate, wikidata, bar.step);
  bar.stop();
  await writeQuarantine(folder, refusedQuads(done.refusals), done.refusals.all.flatMap((r) => r.findings), writer.settings.base);
  const outcomes = writer.ruling.given.length > 0 ? outcomesIn(folder) : [];
  await writeOutcomes(folder, outcomes);
  return { ...done, outcomes };
}

function outcomesIn(folder: string): readonly Outcome[] {
  const reader = openReader(folder);
  try {
    return reader.gathered.outcomes();
  } finally {
    reader.close();
  }
}

/** A part of a summary, where there is any. */
export const some = (n: number, what: string): string[] => (n > 0 ? [`${n} ${what}`] : []);
