import type { Correction, MergeEntities, MoveRole, RejectRole, SplitEntity } from '../../../corrections/types.js';
import { SHORT_FORMS } from '../../../model/relations.js';
import { partsOf, roleOf } from './anchors.js';
import { createFinder, type Finder } from './finder.js';
import type { Reading } from '../reading.js';
import type { PageEvent, PageLink } from '../types.js';

/** What a correction is about, where it is on this page. */
export type Subject = { readonly kind: 'event' | 'entity'; readonly number: number };

/** What corrections say of the things on the page. */
export interface Corrected {
  /** Events and relations that are wrong as a whole. */
  readonly events: ReadonlyMap<number, Correction>;
  /** Corrected parts of events, by `partKey`. */
  readonly parts: ReadonlyMap<string, RejectRole | MoveRole>;
  /** Facts that nothing states any more. */
  readonly links: ReadonlySet<number>;
  readonly entities: ReadonlyMap<number, readonly (MergeEntities | SplitEntity)[]>;
  /** Passages whose words are said to name somebody else. */
  readonly passages: ReadonlySet<number>;
  /** The things that corrections are about. What is not here is on another page; a name is nowhere yet. */
  readonly subjects: ReadonlyMap<Correction, Subject>;
}

export const partKey = (event: number, role: string, thing: number): string => `${event} ${role} ${thing}`;

/** Finds what corrections are about. Its tables are made when the first correction is. */
export function createCorrected(r: Reading): (list: readonly Correction[]) => Corrected {
  const { data } = r;
  let finder: Finder | undefined, before: readonly Correction[] | undefined, known: Corrected | undefined;
  return (list) => {
    if (known && before === list) return known;
    before = list;
    const events = new Map<number, Correction>(), parts = new Map<string, RejectRole | MoveRole>(), entities = new Map<number, (MergeEntities | SplitEntity)[]>();
    const passages = new Set<number>(), subjects = new Map<Correction, Subject>();
    for (const c of list) {
      finder ??= createFinder(r);
      if (c.do === 'reject-event' || c.do === 'reject-relation') {
        for (const e of c.do === 'reject-event' ? finder.events(c.article, c.event) : finder.relations(c.article, c.relation)) {
          events.set(e, c);
          subjects.set(c, { kind: 'event', number: e });
        }
      } else if (c.do === 'reject-role' || c.do === 'move-role') {
        const words = finder.passage(c.article, c.filler);
        for (const e of finder.events(c.article, c.event)) {
          const part = partsOf(r, data.events[e] as PageEvent).find((p) => p.role === c.role && (p.words === words || (data.passages[words ?? -1]?.names ?? []).includes(p.thing)));
          if (!part) continue;
          parts.set(partKey(e, part.role, part.thing), c);
          subjects.set(c, { kind: 'event', number: e });
        }
      } else if (c.do === 'merge' || c.do === 'split') {
        for (const iri of c.do === 'merge' ? [...c.entities].reverse() : [c.entity]) {
          const n = finder.entity(iri);
          if (n === undefined) continue;
          entities.set(n, [...(entities.get(n) ?? []), c]);
          // of entities that are one the page shows the one that is to go
          if (!subjects.has(c)) subjects.set(c, { kind: 'entity', number: n });
          if (c.do === 'split') for (const p of finder.mentions(n, c)) passages.add(p);
        }
      }
    }
    return (known = { events, parts, links: unstated(r, events, parts), entities, passages, subjects });
  };
}

/** The facts of which every event is wrong, or has another in the part that the fact tells. */
function unstated(r: Reading, events: ReadonlyMap<number, unknown>, parts: ReadonlyMap<string, unknown>): Set<number> {
  const { data } = r, found = new Set<number>();
  const touched = new Set([...events.keys(), ...[...parts.keys()].map((key) => Number(key.split(' ')[0]))]);
  /** Whether somebody or something still has the part that an event had for it. */
  const has = (n: number, type: string, property: string, thing: number): boolean => !parts.has(partKey(n, roleOf(type, property) ?? '', thing));
  const states = (link: PageLink, n: number): boolean => {
    if (events.has(n)) return false;
    const type = data.events[n]?.type ?? '', short = SHORT_FORMS.find((d) => d.property === link.property && d.of === type);
    return !short || (has(n, type, short.from, link.from) && has(n, type, short.to, link.to));
  };
  for (const e of touched) for (const l of r.linksOfEvent[e] ?? []) {
    const link = data.links[l] as PageLink;
    if (!link.events.some((n) => states(link, n))) found.add(l);
  }
  return found;
}
