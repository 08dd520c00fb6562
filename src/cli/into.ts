import pc from 'picocolors';
import type { InputOptions } from '../input/articles.js';
import { loadTables } from '../language/load.js';
import type { Article } from '../model/article.js';
import type { Note } from '../model/note.js';
import { createEngine, type Engine } from '../pipeline.js';
import type { Gate } from '../store/collection/gate.js';
import { onDisk } from '../store/collection/disk.js';
import { contentOf, createRecorder, type Record } from '../store/collection/record.js';
import { openWriter, type Writer } from '../store/collection/writer.js';
import type { Setup } from '../store/threads.js';
import { accepted, createLeft, unread, type Left } from './accepted.js';
import { changed, settingsFor, type Given } from './collection-settings.js';
import { committed, some } from './committed.js';
import { printOutcomes, warnOutcomes } from './corrections.js';
import { stoppable } from './files.js';
import { judgedInJobs } from './gate.js';
import { inJobs } from './jobs.js';
import { err, oneLine, out } from './print.js';
import { progressBar } from './progress.js';
import { createTally, printFindings } from './tally.js';
import { QUARANTINE } from './written.js';

/** A change of a collection by articles. */
export interface Into {
  readonly folder: string;
  readonly inputs: readonly string[];
  readonly reading: InputOptions;
  readonly published: string | undefined;
  readonly given: Given;
  readonly jobs: number;
  readonly check: boolean;
  /** Articles that the inputs do not have are removed. */
  readonly exact: boolean;
  /** Makes the collection where there is none. */
  readonly create: boolean;
}

/** Reads what is new or changed into a collection, and says what it did. Gives the exit status. */
export const fill = (o: Into): Promise<number> => onDisk(o.folder, () => stoppable(async () => {
  let was: Parameters<Parameters<typeof openWriter>[2]>[0];
  const writer = await openWriter(o.folder, o.create, (before) => settingsFor(o.given, (was = before)));
  try {
    if (writer.stale && was) err(`${oneLine(o.folder)}: ${changed(was.settings, writer.settings) || 'a name in --corrections'} changed: every article is read again`);
    return await filled(o, writer);
  } finally {
    await writer.close();
  }
}));

const correctionsOf = ({ ruling }: Writer) => ruling.given.map((g) => g.correction);

/** What became of the articles that were offered, and of those that were not. */
type Fate = 'added' | 'replaced' | 'unchanged' | 'read again' | 'removed';

async function filled(o: Into, writer: Writer): Promise<number> {
  const { settings } = writer;
  const engine = createEngine(loadTables(), settings.base, writer.names, correctionsOf(writer));
  const bad = createLeft(), failed = createLeft();
  const seen = new Set<string>();
  const fates = new Map<Fate, number>();
  const fated = (fate: Fate): void => void fates.set(fate, (fates.get(fate) ?? 0) + 1);
  const tally = createTally();
  await read(o, writer, engine, seen, bad, failed, fated, tally.add);
  let findings: readonly Note[] = [];
  const gate: Gate = async (changed) => {
    const { findings: found, refusals } = await judgedInJobs(changed, engine, o.jobs, { base: settings.base, names: writer.names, corrections: correctionsOf(writer) });
    findings = found;
    return refusals;
  };
  const entities = `${settings.base}entity/`;
  const done = await committed(o.folder, writer, o.check ? gate : undefined, (iri) => (iri.startsWith(entities) ? engine.known(iri.slice(entities.length))?.wikidata : undefined));
  warnOutcomes(done.outcomes);
  printFindings(findings, `hewal export ${oneLine(o.folder)} -f nq && hewal check out/graph.nq`);
  const n = (fate: Fate): number => fates.get(fate) ?? 0;
  const told = [`${n('added')} added`, `${n('replaced')} replaced`, `${n('unchanged')} unchanged`, ...some(n('read again'), 'read again'), ...some(n('removed'), 'removed'), ...some(done.resettled, 'settled anew')];
  out(`${pc.bold(oneLine(o.folder))}: ${pc.bold(String(done.articles))} article(s); ${told.join(', ')}`);
  const fresh = n('added') + n('replaced') + n('read again');
  if (fresh > 0) tally.print(fresh);
  if (o.check && !done.same) out(findings.length === 0 ? `  check: ${pc.green('clean')}` : `  check: ${pc.red(`${findings.length} finding(s)`)}`);
  printOutcomes(done.outcomes, o.folder);
  const refused = done.refusals.all.reduce((sum, r) => sum + r.statements.length, 0);
  if (refused > 0) out(`  ${pc.red(`${refused} statement(s) refused`)}: ${oneLine(o.folder)}/${QUARANTINE} has them, with the reasons`);
  const left = bad.count() + failed.count();
  if (left > 0) out(`  ${pc.red(`${left} input(s) left out`)}: see above${o.exact && bad.count() > 0 ? '; because of them nothing was removed' : ''}`);
  return left > 0 ? 3 : 0;
}

/** Offers every article to the collection, and reads those that are wanted. `bad`: inputs that cannot be read; `failed`: articles over which the reading fails. */
async function read(o: Into, writer: Writer, engine: Engine, seen: Set<string>, bad: Left, failed: Left, fated: (fate: Fate) => void, count: (counts: Record['counts']) => void): Promise<void> {
  const put = (made: Pick<Record, 'id' | 'content' | 'counts'>): void => {
    fated(writer.holds(made) ? 'read again' : writer.rows.has(made.id) ? 'replaced' : 'added');
    count(made.counts);
  };
  const bar = await progressBar('articles');
  async function* wanted(): AsyncGenerator<Article> {
    for await (const article of offered()) {
      const state = writer.offer(article);
      if (state === 'wanted') yield article;
      else {
        bar.step();
        if (state === 'unchanged') fated(state);
        else put(state);
      }
    }
  }
  async function* offered(): AsyncGenerator<Article> {
    yield* accepted(o.inputs, o.published, o.reading, engine, seen, bad.tell, (a) => !writer.stale && writer.holds({ id: a.id, content: contentOf(a) }));
    // what an input that cannot be read holds is not known: it may be just the articles that are missing
    const exact = o.exact && bad.count() === 0;
    for (const row of writer.rows.values()) {
      if (seen.has(engine.mint.article(row.id))) continue;
      if (exact) {
        writer.remove(row.id);
        fated('removed');
      } else if (writer.stale || writer.concerned(row)) yield writer.article(row);
    }
  }
  const { base, 'min-confidence': least } = writer.settings;
  const setup: Setup = { base, names: writer.names, corrections: correctionsOf(writer), asked: { texts: false, annotations: true, least, records: true } };
  for await (const outcome of inJobs<Record>(wanted(), o.jobs, setup, createRecorder(engine, least))) {
    bar.step();
    if ('made' in outcome) {
      writer.put(outcome.made);
      put(outcome.made);
      continue;
    }
    failed.tell(unread(outcome.failed));
    if (writer.stale) writer.leave(outcome.failed.id);
  }
  bar.stop();
}
