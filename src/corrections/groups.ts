import type { Groups } from '../link/joined.js';
import { because, distinct, keyOf } from './key.js';
import type { Correction, MergeEntities } from './types.js';

/** What corrections say of who is who in all articles, and which of them cannot be meant, with the reason. */
export interface Joins {
  readonly groups: Groups;
  readonly refused: ReadonlyMap<string, string>;
}

/** Entities that corrections join, in whatever order they stand: chains are one group, and of it the first stays that nobody joins to another. */
export function groupsOf(corrections: readonly Correction[], base: string): Joins {
  const refused = new Map<string, string>();
  const merges = distinct(corrections).flatMap((d) => {
    if (d.correction.do !== 'merge') return [];
    const why = impossible(d.correction, base);
    if (why !== undefined) refused.set(d.key, why);
    return why === undefined ? [{ ...d, entities: d.correction.entities }] : [];
  });
  const group = new Map<string, Set<string>>();
  for (const { entities } of merges) {
    const all = new Set(entities.flatMap((iri) => [...(group.get(iri) ?? [iri])]));
    for (const iri of all) group.set(iri, all);
  }
  const joined = new Set(merges.flatMap((m) => m.entities.slice(1)));
  const groups = new Map<string, NonNullable<ReturnType<Groups['get']>>>();
  for (const all of new Set(group.values())) {
    const sorted = [...all].sort();
    const root = sorted.find((iri) => !joined.has(iri)) ?? (sorted[0] as string);
    const lines = merges.filter((m) => all.has(m.entities[0] as string));
    const made = { root, members: sorted.filter((iri) => iri !== root), reason: because([...new Set(lines.flatMap((m) => m.notes))].sort()) };
    for (const iri of all) groups.set(iri, made);
  }
  return { groups, refused };
}

/** An entity as hewal mints it: nothing in it can be read otherwise by who follows it. */
const ENTITY = /^(person|organization|place|group|work)(?:\/(?!\.{1,2}(?:\/|$))(?:[\w.~-]|%[0-9A-F]{2})+)+$/;

/** Why entities cannot be one; undefined where they can. */
function impossible({ entities }: MergeEntities, base: string): string | undefined {
  const kinds = new Set<string>();
  for (const iri of entities) {
    const kind = iri.startsWith(`${base}entity/`) ? ENTITY.exec(iri.slice(base.length + 'entity/'.length))?.[1] : undefined;
    if (kind === undefined) return `<${iri}> is no entity of <${base}>`;
    kinds.add(kind);
  }
  return kinds.size > 1 ? `a ${[...kinds].join(' and a ')} are not one thing` : undefined;
}

/** The merges among corrections that name one of these entities, by their keys, in order. */
export const mergesNaming = (corrections: readonly Correction[], iris: ReadonlySet<string>): string[] => [...new Set(corrections.flatMap((c) => (c.do === 'merge' && c.entities.some((iri) => iris.has(iri)) ? [keyOf(c)] : [])))].sort();
