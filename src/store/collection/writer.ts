import { join } from 'node:path';
import type { NameEntry } from '../../language/names.js';
import type { Article } from '../../model/article.js';
import { UserError } from '../../model/note.js';
import { cleared, clearSorting, refuseStranger } from './clear.js';
import { commit, type Committed, type Progress } from './commit.js';
import { makeFolder } from './disk.js';
import type { Given } from '../../corrections/read.js';
import { concerned, readGiven, rulingOf, type Ruling } from './corrections.js';
import type { Gate } from './gate.js';
import { openJournal } from './journal.js';
import { takeLock } from './lock.js';
import { createLogWriter, logsIn, openLogs } from './log.js';
import { isCollection, notThere, readManifest, stateOf, type Row, type Settings } from './manifest.js';
import { readNames } from './names.js';
import { contentOf, fileOf, type Record } from './record.js';
import { createDelta, graphsNaming, type Wikidata } from './shards.js';

/** What an article is to a collection that is offered it; a row where a run that was killed has read it. */
export type Offered = 'unchanged' | 'wanted' | Row;

/** The right to change one collection. Nothing is changed before `commit`, and then all at once. */
export interface Writer {
  readonly settings: Settings;
  readonly names: readonly NameEntry[];
  readonly ruling: Ruling;
  /** The settings are others than those of the collection: every article has to be offered again. */
  readonly stale: boolean;
  /** The articles as they were when the collection was opened, by id. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Whether the collection has exactly this article already. */
  holds(article: Pick<Record, 'id' | 'content'>): boolean;
  /** Whether an article that the collection has is another under the corrections there are now. */
  concerned(row: Row): boolean;
  /** Asks whether an article has to be read. What a killed run has read is taken over. */
  offer(article: Article): Offered;
  /** What was read of an article that was wanted. */
  put(record: Record): void;
  /** The article of a row, as it was given. */
  article(row: Row): Article;
  /** Of an article that was not put. */
  remove(id: string): void;
  /** An article that could not be read again under other settings stays as it is. */
  leave(id: string): void;
  commit(gate: Gate | undefined, wikidata: Wikidata | undefined, progress: Progress): Promise<Committed>;
  /** Gives the collection free. Of what was put and not committed, the journal keeps all but the last `HELD` bytes. */
  close(): Promise<void>;
}

/** Settings under which a collection is to be written, the user's own names, and corrections. */
export interface Wanted {
  readonly settings: Settings;
  readonly names: readonly NameEntry[];
  readonly corrections?: readonly Given[];
}

/** Bytes of records after which they are noted in the journal. */
const HELD = 256 * 1024;

/**
 * Opens a collection for writing. `want` is told what it was written with, undefined where it is new, and says with what it is written from now on. What a run
 * that was killed left behind is used or removed. Throws a `UserError` when there is none and `create` is not said, or when somebody else writes to it.
 */
export async function openWriter(folder: string, create: boolean, want: (was: Wanted | undefined) => Wanted): Promise<Writer> {
  if (!isCollection(folder)) {
    if (!create) throw notThere(folder);
    refuseStranger(folder);
    makeFolder(folder);
  }
  const lock = await takeLock(folder);
  try {
    makeFolder(join(folder, 'store'));
    makeFolder(join(folder, 'articles'));
    const manifest = isCollection(folder) ? readManifest(folder) : undefined;
    const before = readGiven(folder, manifest?.head.corrections);
    const { settings, names, corrections = [] } = want(manifest && { settings: manifest.head.settings, names: readNames(folder, manifest.head.settings.names), corrections: before });
    const was = rulingOf(before, settings.base), ruling = rulingOf(corrections, settings.base);
    const stale = manifest !== undefined && (JSON.stringify(manifest.head.settings) !== JSON.stringify(settings) || was.names !== ruling.names);
    const rows = new Map(manifest?.rows.map((r) => [r.id, r]));
    const isConcerned = concerned(was, ruling, settings.base, (iri) => (manifest && !stale ? graphsNaming(folder, manifest.head.shards, iri) : []));
    const journal = openJournal(folder, manifest ? stateOf(folder) : '', settings, ruling.hash);
    clearSorting(folder);
    cleared(folder, manifest, journal.left.values());
    const logs = openLogs(folder), log = createLogWriter(folder, Math.max(1, ...logsIn(folder)));
    const delta = createDelta(folder);
    const come = new Map<string, Row>(), gone = new Set<string>();
    const holds: Writer['holds'] = ({ id, content }) => rows.get(id)?.content === content;
    let noted: Row[] = [];
    /** The claims of a record that a killed run wrote; undefined where it did not reach the disk before the machine itself went down. */
    const claimsOf = (row: Row): readonly string[] | undefined => {
      try {
        logs.graph(row.at);
        return logs.meta(row.at).claims;
      } catch {
        return undefined;
      }
    };
    const note = (): void => {
      log.flush();
      journal.add(noted);
      noted = [];
    };
    return {
      settings, names, ruling, stale, rows,
      holds,
      concerned: isConcerned,
      offer: (article) => {
        const content = contentOf(article), had = rows.get(article.id);
        if (!stale && had?.content === content && !isConcerned(had)) return 'unchanged';
        const left = journal.left.get(article.id), claims = left?.content === content ? claimsOf(left) : undefined;
        if (!left || !claims) return 'wanted';
        for (const c of claims) delta.add(c);
        come.set(left.id, left);
        return left;
      },
      put: (r) => {
        const corrections = ruling.rowOf(r.id, r.groups);
        const row: Row = { iri: r.iri, id: r.id, content: r.content, file: fileOf(r.id), at: log.add(r.meta, r.graph), counts: r.counts, ...(corrections ? { corrections } : {}) };
        come.set(row.id, row);
        noted.push(row);
        for (const c of r.claims) delta.add(c);
        if (log.waiting() >= HELD) note();
      },
      article: (row) => logs.meta(row.at).article,
      remove: (id) => void gone.add(id),
      leave: (id) => {
        const row = rows.get(id);
        if (!row) return;
        if (manifest?.head.settings.base !== settings.base) throw new UserError(`the article "${id}" could not be read again under another base`, 'nothing was changed; remove the article, or keep the base', folder);
        for (const c of logs.meta(row.at).claims) delta.add(c);
        come.set(id, row);
      },
      commit: async (gate, wikidata, progress) => {
        note();
        return commit({ folder, lock, manifest, settings, names, was, ruling, stale, rows, come, gone, delta, logs, log }, gate, wikidata, progress);
      },
      close: async () => {
        try {
          log.close();
          logs.close();
          journal.close();
          delta.close();
        } finally {
          await lock.release();
        }
      },
    };
  } catch (e) {
    await lock.release();
    throw e;
  }
}
