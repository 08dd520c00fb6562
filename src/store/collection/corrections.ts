import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupsOf, type Joins } from '../../corrections/groups.js';
import { keyOf } from '../../corrections/key.js';
import { wrong, type Given } from '../../corrections/read.js';
import type { Group } from '../../link/joined.js';
import { UserError } from '../../model/note.js';
import { writeFile } from './disk.js';
import { hashOf, type Row } from './manifest.js';

/** Corrections under which a collection is read, and what each article depends on of them. */
export interface Ruling extends Joins {
  readonly given: readonly Given[];
  /** Of all of them, with where they stand; empty where there are none. */
  readonly hash: string;
  /** Of the names that they add, on which every article depends. */
  readonly names: string;
  /** What a row says of them: the hash of those about the article, then of the groups that make it another. undefined: none concerns it. */
  rowOf(id: string, roots: readonly string[]): Row['corrections'];
  /** Groups by their hash. */
  readonly byHash: ReadonlyMap<string, Group>;
}

const short = (of: unknown): string => hashOf(JSON.stringify(of)).slice(0, 16);

export function rulingOf(given: readonly Given[], base: string): Ruling {
  const own = new Map<string, Set<string>>(), names = new Set<string>();
  for (const { correction: c } of given) {
    if (c.do === 'name') names.add(keyOf(c));
    if (!('article' in c)) continue;
    // the note of a split stands in merges.tsv
    own.set(c.article, (own.get(c.article) ?? new Set<string>()).add(c.do === 'split' ? `${keyOf(c)}${c.note ?? ''}` : keyOf(c)));
  }
  const joins = groupsOf(given.map((g) => g.correction), base);
  const hashes = new Map([...new Set(joins.groups.values())].map((g) => [g.root, short([g.root, ...g.members, g.reason])]));
  return {
    ...joins, given, hash: given.length === 0 ? '' : hashOf(JSON.stringify(given)), names: names.size === 0 ? '' : short([...names].sort()),
    byHash: new Map([...new Set(joins.groups.values())].map((g) => [hashes.get(g.root) as string, g])),
    rowOf: (id, roots) => {
      const about = own.get(id);
      return about || roots.length > 0 ? [about ? short([...about].sort()) : '', ...roots.map((r) => hashes.get(r) ?? '').sort()] : undefined;
    },
  };
}

export const correctionsFile = (hash: string): string => `corrections-${hash}.json`;

export function writeCorrections(folder: string, { hash, given }: Ruling): void {
  const path = join(folder, 'store', correctionsFile(hash));
  if (hash !== '' && !existsSync(path)) writeFile(path, Buffer.from(JSON.stringify(given)), true);
}

/** Reads what `writeCorrections` wrote. Throws a `UserError` when it is not that (a folder may come from anywhere), and what the system says where the file is gone: a writer may just have replaced it. */
export function readGiven(folder: string, hash: string | undefined): readonly Given[] {
  if (hash === undefined || hash === '') return [];
  const text = readFileSync(join(folder, 'store', correctionsFile(hash)), 'utf8');
  const damaged = new UserError(`is damaged: store/${correctionsFile(hash)} is not what was written`, 'give the corrections again: "hewal build INPUT… --into DIR --corrections FILE"', folder);
  if (hashOf(text) !== hash) throw damaged;
  const given = JSON.parse(text) as Given[];
  if (!given.every((g) => wrong(g.correction) === undefined && typeof g.file === 'string' && Number.isSafeInteger(g.line))) throw damaged;
  return given;
}

/** The entities of groups that one ruling has and another has not, either way. */
export function regrouped(was: Ruling, is: Ruling): Set<string> {
  const iris = new Set<string>();
  for (const [a, b] of [[was, is], [is, was]] as const) for (const [hash, g] of a.byHash) if (!b.byHash.has(hash)) for (const iri of [g.root, ...g.members]) iris.add(iri);
  return iris;
}

/** Of an entity that only one article knows, the graph of that article. */
function graphOf(iri: string, base: string): string | undefined {
  const [, article, slug] = iri.slice(`${base}entity/`.length).split('/');
  return slug === undefined ? undefined : `${base}article/${article}`;
}

/** Tells whether an article is another under a ruling than under the one before. `naming`: the graphs in which an entity is named. */
export function concerned(was: Ruling, is: Ruling, base: string, naming: (iri: string) => Iterable<string>): (row: Row) => boolean {
  const graphs = new Set<string>();
  for (const [hash, g] of is.byHash) {
    if (was.byHash.has(hash)) continue;
    const met = new Set<string>();
    for (const iri of [g.root, ...g.members]) {
      const own = graphOf(iri, base);
      if (own !== undefined) graphs.add(own);
      // what names one of them only is read as before, and settled otherwise
      for (const graph of new Set([...naming(iri), ...(own === undefined ? [] : [own])])) (met.has(graph) ? graphs : met).add(graph);
    }
  }
  return (row) => graphs.has(row.iri) || (row.corrections?.[0] ?? '') !== (is.rowOf(row.id, [])?.[0] ?? '') || (row.corrections ?? []).slice(1).some((hash) => !is.byHash.has(hash));
}
