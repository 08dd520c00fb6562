import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../model/note.js';
import { SORTING } from '../sort.js';
import { isPart, namesIn, remove } from './disk.js';
import { JOURNAL } from './journal.js';
import { LOCK, OWNER } from './lock.js';
import { dropLogs } from './log.js';
import type { Manifest, Row } from './manifest.js';
import { correctionsFile } from './corrections.js';
import { namesFile } from './names.js';
import { refusedFile } from './refused.js';
import { shardFiles } from './shards.js';
import { TABLE } from './table.js';

/** What stands in a folder in which a first run was killed. */
const OURS = new Set(['store', 'articles', LOCK, OWNER, TABLE, 'quarantine.ttl', 'corrections.tsv']);

/** Refuses a folder that holds somebody else's files. */
export function refuseStranger(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new UserError('is a file', 'a collection is a folder', folder);
  const strange = namesIn(folder).find((n) => !OURS.has(n) && !isPart(n));
  if (strange !== undefined) throw new UserError('is not empty, and no collection', 'give a new or empty folder', folder);
}

/** Files of lists of what is still to be written, by the generation that wants it. */
export const todoFile = (generation: number): string => `todo-${generation}.jsonl`;
export const todoOf = (name: string): number | undefined => (/^todo-\d+\.jsonl$/.test(name) ? Number(name.slice(5, -6)) : undefined);

/** Removes what a killed run was sorting. For the beginning of a run: later, it is its own. */
export function clearSorting(folder: string): void {
  for (const name of namesIn(join(folder, 'store'))) if (name.startsWith(SORTING)) remove(join(folder, 'store', name));
}

/** Removes what no state of the collection needs: what a killed run left behind, and what a finished one has replaced. Files that hewal did not make stay. */
export function cleared(folder: string, manifest: Manifest | undefined, left: Iterable<Row>): void {
  const store = join(folder, 'store');
  const { head } = manifest ?? {};
  const used = new Set<string>([JOURNAL, ...(head ? [...shardFiles(head.shards), refusedFile(head.refused), namesFile(head.settings.names), correctionsFile(head.corrections ?? '')] : [])]);
  for (const name of namesIn(store)) {
    const todo = todoOf(name);
    const dead = isPart(name) || (todo !== undefined ? todo > (head?.generation ?? 0) : /^(claims-|things-|refused-|names-|corrections-)/.test(name) && !used.has(name));
    if (dead) remove(join(store, name));
  }
  for (const name of namesIn(folder)) if (isPart(name)) remove(join(folder, name));
  const logs = new Set<number>();
  for (const row of manifest?.rows ?? []) logs.add(row.at[0]);
  for (const row of left) logs.add(row.at[0]);
  dropLogs(folder, logs);
}
