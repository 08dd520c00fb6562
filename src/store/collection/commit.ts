import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameEntry } from '../../language/names.js';
import type { Settlement } from '../../link/identities.js';
import type { Groups } from '../../link/joined.js';
import { UserError } from '../../model/note.js';
import { createBreath } from './breath.js';
import { cleared, todoFile, todoOf } from './clear.js';
import { regrouped, writeCorrections, type Ruling } from './corrections.js';
import { compact } from './compact.js';
import { namesIn, remove, writeFile } from './disk.js';
import type { Gate } from './gate.js';
import { JOURNAL } from './journal.js';
import type { Lock } from './lock.js';
import type { Logs, LogWriter } from './log.js';
import { writeManifest, type Head, type Manifest, type Row, type Settings } from './manifest.js';
import { writeNames } from './names.js';
import { createRefusals, readRefusals, writeRefusals, type Refusals } from './refused.js';
import { createDelta, resettle, thingsIn, type Delta, type Resettled, type Wikidata } from './shards.js';
import { createTable, type Table } from './table.js';
import { isPlain, settlementOf, type Thing } from './things.js';
import { createView, missing } from './view.js';

/** What a change did. */
export interface Committed {
  readonly articles: number;
  /** Articles whose graphs changed because of other articles. */
  readonly resettled: number;
  readonly refusals: Refusals;
  /** Nothing had to be changed. */
  readonly same: boolean;
}

/** A collection and what is to become of it. */
export interface Change {
  readonly folder: string;
  readonly lock: Lock;
  readonly manifest: Manifest | undefined;
  readonly settings: Settings;
  readonly names: readonly NameEntry[];
  /** Corrections as they were, and as they are now. */
  readonly was: Ruling;
  readonly ruling: Ruling;
  readonly stale: boolean;
  readonly rows: ReadonlyMap<string, Row>;
  readonly come: ReadonlyMap<string, Row>;
  readonly gone: ReadonlySet<string>;
  readonly delta: Delta;
  readonly logs: Logs;
  readonly log: LogWriter;
}

/** Told of every file that is written. */
export type Progress = () => void;

/** Makes what came and went the new state of the collection: all of it, when the manifest gets its name. What is shown of it outside follows, and is gone on with by the next run when it is cut off. */
export async function commit(c: Change, gate: Gate | undefined, wikidata: Wikidata | undefined, progress: Progress): Promise<Committed> {
  const { folder, manifest } = c;
  const before = manifest ? readRefusals(folder, manifest.head.refused) : createRefusals([]);
  if (manifest && !c.stale && c.come.size === 0 && c.gone.size === 0 && c.was.hash === c.ruling.hash) {
    await mend(c, manifest, before, progress);
    return { articles: c.rows.size, resettled: 0, refusals: before, same: true };
  }
  const generation = (manifest?.head.generation ?? 0) + 1;
  const rows = nextRows(c);
  const table = createTable(folder, c.settings.base);
  try {
    return await committed(c, rows, generation, before, table, gate, wikidata, progress);
  } finally {
    table.close();
  }
}

async function committed(c: Change, rows: readonly Row[], generation: number, before: Refusals, table: Table, gate: Gate | undefined, wikidata: Wikidata | undefined, progress: Progress): Promise<Committed> {
  const { folder } = c;
  const { resettled, settlement } = await settle(c, rows, generation, table, wikidata);
  const todo = new Set([...c.come.keys(), ...c.gone]);
  let others = 0;
  for (const row of rows) if (resettled.graphs.has(row.iri) && !todo.has(row.id)) {
    todo.add(row.id);
    others++;
  }
  const refusals = await held(c, rows, todo, settlement, before, gate);
  if (refusals.all.length > 0) writeRefusals(folder, generation, refusals);
  writeNames(folder, c.names);
  writeCorrections(folder, c.ruling);
  writeFile(join(folder, 'store', todoFile(generation)), Buffer.from([...todo].map((id) => `${JSON.stringify(id)}\n`).join('')), true);
  const packed = await compact(folder, rows, c.logs, c.log);
  c.log.sync();
  c.lock.held();
  const head: Omit<Head, 'format' | 'articles' | 'contents'> = { generation, settings: c.settings, refused: refusals.all.length > 0 ? generation : 0, corrections: c.ruling.hash, shards: resettled.shards };
  const now = writeManifest(folder, head, packed);
  remove(join(folder, 'store', JOURNAL));
  cleared(folder, now, []);
  await show(c, now, settlement, refusals, table, progress);
  return { articles: rows.length, resettled: others, refusals, same: false };
}

/** All articles there are from now on. */
function nextRows({ stale, rows, come, gone }: Change): Row[] {
  const next = new Map(stale ? [] : rows);
  for (const [id, row] of come) next.set(id, row);
  for (const id of gone) next.delete(id);
  return [...next.values()];
}

/** Takes the claims of what went, adds those of what came, and settles what they touch. Where the shards are damaged, they are made again of all records. */
async function settle(c: Change, rows: readonly Row[], generation: number, table: Table, wikidata: Wikidata | undefined): Promise<{ resettled: Resettled; settlement: Settlement }> {
  const { groups } = c.ruling;
  const done = (resettled: Resettled) => ({ resettled, settlement: settlementIn(c.folder, resettled.shards, table, groups) });
  const changed = regrouped(c.was, c.ruling);
  if (c.stale || !c.manifest) return done(await resettle(c.folder, {}, c.delta, generation, wikidata, groups, changed));
  const breath = createBreath();
  for (const id of new Set([...c.come.keys(), ...c.gone])) {
    const old = c.rows.get(id);
    if (old) for (const claim of c.logs.meta(old.at).claims) c.delta.take(claim);
    await breath();
  }
  try {
    return done(await resettle(c.folder, c.manifest.head.shards, c.delta, generation, wikidata, groups, changed));
  } catch (e) {
    if (!(e instanceof UserError) && (e as NodeJS.ErrnoException).code !== 'ENOENT') throw e;
    return again(c, rows, generation, wikidata, done);
  }
}

async function again<T>(c: Change, rows: readonly Row[], generation: number, wikidata: Wikidata | undefined, done: (r: Resettled) => T): Promise<T> {
  const all = createDelta(c.folder);
  try {
    const breath = createBreath();
    for (const row of rows) {
      for (const claim of c.logs.meta(row.at).claims) all.add(claim);
      await breath();
    }
    const resettled = await resettle(c.folder, {}, all, generation, wikidata, c.ruling.groups, new Set());
    // nobody can tell any more what was settled otherwise before
    return done({ ...resettled, graphs: new Set(rows.map((r) => r.iri)) });
  } finally {
    all.close();
  }
}

/** The settlement that the shards hold; every thing goes into the table on the way. */
function settlementIn(folder: string, shards: Head['shards'], table: Table, groups: Groups): Settlement {
  const telling: Thing[] = [];
  for (const t of thingsIn(folder, shards)) {
    table.add(groups.size === 0 ? t : { ...t, parties: t.parties.filter((p) => !groups.has(p.iri)) });
    if (!isPlain(t, groups)) telling.push(t);
  }
  const settlement = settlementOf(telling, groups);
  for (const group of new Set(groups.values())) {
    const articles = [group.root, ...group.members].reduce((n, iri) => n + (settlement.named.get(iri) ?? 0), 0);
    const labels = Object.fromEntries(['ckb', 'en'].flatMap((l) => (settlement.labels.has(`${l} ${group.root}`) ? [[l, settlement.labels.get(`${l} ${group.root}`) as string]] : [])));
    if (articles > 0) table.add({ iri: group.root, wikidata: telling.find((t) => t.iri === group.root)?.wikidata ?? '', renamed: {}, parties: [{ iri: group.root, articles, labels, chosen: [] }] });
  }
  return settlement;
}

/** What the gate refuses from now on: of graphs that read as before, what it refused then. */
async function held(c: Change, rows: readonly Row[], todo: ReadonlySet<string>, settlement: Settlement, before: Refusals, gate: Gate | undefined): Promise<Refusals> {
  const kept = before.all.filter((r) => !todo.has(r.id));
  if (!gate) return createRefusals(kept);
  const changed = rows.filter((r) => todo.has(r.id)).sort((a, b) => (a.iri < b.iri ? -1 : 1));
  return createRefusals([...kept, ...(await gate({ folder: c.folder, records: changed.map(({ id, at }) => ({ id, at })), settlement, logs: c.logs }))]);
}

/** Finishes what a run before this one has left to be shown, and brings back what is missing. */
async function mend(c: Change, manifest: Manifest, refusals: Refusals, progress: Progress): Promise<void> {
  const lists = listsIn(c.folder);
  if (lists.length === 0 && missing(c.folder, manifest.rows).length === 0) return;
  const table = createTable(c.folder, manifest.head.settings.base);
  try {
    await show(c, manifest, settlementIn(c.folder, manifest.head.shards, table, c.ruling.groups), refusals, table, progress);
  } finally {
    table.close();
  }
}

/** Lists of articles whose files are still to be written. */
const listsIn = (folder: string): string[] => namesIn(join(folder, 'store')).filter((n) => todoOf(n) !== undefined);

/** Brings the files of articles and the entity table to what the manifest says. */
async function show(c: Change, manifest: Manifest, settlement: Settlement, refusals: Refusals, table: Table, progress: Progress): Promise<void> {
  const store = join(c.folder, 'store');
  const lists = listsIn(c.folder);
  const stale = new Set(lists.flatMap((n) => readFileSync(join(store, n), 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l) as string)));
  for (const row of missing(c.folder, manifest.rows)) stale.add(row.id);
  const view = createView(c.folder, c.logs, settlement, refusals), breath = createBreath();
  for (const row of manifest.rows) {
    if (!stale.has(row.id)) continue;
    view(row);
    await breath();
    progress();
  }
  await table.write();
  for (const n of lists) remove(join(store, n));
}
