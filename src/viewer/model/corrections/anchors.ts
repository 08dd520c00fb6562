import type { Anchor, EventAnchor, RelationAnchor } from '../../../corrections/types.js';
import { RELATION_SHAPE } from '../../../model/relations.js';
import { RELATION_TYPES, ROLES, type EntityType, type RelationType, type Role } from '../../../model/types.js';
import { EVENT_TYPES, FILLERS, NEEDS, NEWS, ROLE_PROPERTIES, type EventType } from '../../../model/vocabulary.js';
import { termOf } from '../iris.js';
import { quoteOf, type Reading } from '../reading.js';
import { rolesOf } from '../roles.js';
import type { PageData, PageEvent } from '../types.js';

/** The id of an article, as its IRI tells it; undefined where the IRI is none that hewal made. */
export function articleId(data: PageData, article: number): string | undefined {
  const encoded = /\/article\/([^/?#]+)$/.exec(data.articles[article]?.iri ?? '')?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** Where the words of a passage stand: its IRI counts them in code points (RFC 5147). Undefined where it does not, or counts other words. */
export function anchorOf(data: PageData, passage: number | undefined): Anchor | undefined {
  const [, from, to] = /#char=(\d{1,9}),(\d{1,9})$/.exec(data.passages[passage ?? -1]?.iri ?? '') ?? [];
  const quote = quoteOf(data, passage ?? -1), at = [Number(from), Number(to)] as const;
  return from !== undefined && quote.trim() !== '' && quote.isWellFormed() && at[1] - at[0] === Array.from(quote).length ? { at, quote } : undefined;
}

const isEventType = (type: string): type is EventType => (EVENT_TYPES as readonly string[]).includes(type);

/** How corrections tell an event; undefined for what is none of hewal's. */
export function eventAnchor(data: PageData, e: PageEvent): EventAnchor | undefined {
  const trigger = anchorOf(data, e.triggers[0]);
  return trigger && isEventType(e.type) ? { type: e.type, trigger } : undefined;
}

export const relationType = (type: string): RelationType | undefined => RELATION_TYPES.find((t) => RELATION_SHAPE[t].type === type);

/** How corrections tell a lasting relation: by its sentence, and by the words in it that name the two. */
export function relationAnchor(r: Reading, e: PageEvent): RelationAnchor | undefined {
  const type = relationType(e.type), evidence = anchorOf(r.data, e.sentence);
  if (!type || !evidence) return undefined;
  const end = (side: 'subject' | 'object'): Anchor | undefined => {
    const entity = rolesOf(r.data, e).find((f) => f.role === RELATION_SHAPE[type][side])?.thing;
    return anchorOf(r.data, entity === undefined ? undefined : mentionIn(r, entity, e.sentence));
  };
  const subject = end('subject'), object = end('object');
  return { type, ...(subject ? { subject } : {}), ...(object ? { object } : {}), evidence };
}

/** The first words of a sentence that name an entity. */
function mentionIn(r: Reading, entity: number, sentence: number | undefined): number | undefined {
  const s = r.data.passages[sentence ?? -1];
  return s && (r.mentionsOf[entity] ?? []).find((n) => {
    const p = r.data.passages[n];
    return p !== undefined && p.article === s.article && p.from >= s.from && p.to <= s.to;
  });
}

/** Who or what has a part in an event, and the words that say so. */
export interface Part {
  readonly role: Role;
  /** An entity (its number) or a passage (-1 minus its number). */
  readonly thing: number;
  /** A passage. */
  readonly words: number;
}

/** The parts of an event that can be corrected: those of which the graph tells the words. */
export function partsOf(r: Reading, e: PageEvent): Part[] {
  const { data } = r;
  if (!isEventType(e.type)) return [];
  const said = (...terms: readonly string[]): number[] => terms.flatMap((term) => passagesFor(data, e, term));
  const used = said('mention', 'impliedBy');
  const parts: Part[] = [];
  for (const { role: property, thing } of rolesOf(data, e)) {
    const role = roleOf(e.type, property);
    if (role === undefined || thing === undefined) continue;
    const words = thing < 0 ? -1 - thing : used.find((p) => data.passages[p]?.names?.includes(thing)) ?? mentionIn(r, thing, e.sentence);
    if (words !== undefined) parts.push({ role, thing, words });
  }
  for (const [role, term] of [['time', 'timePassage'], ['count', 'countPassage']] as const) for (const words of said(term)) parts.push({ role, thing: -1 - words, words });
  return parts.filter((p) => anchorOf(data, p.words) !== undefined);
}

/** The passages that an event has for a property, in the order of the text. */
function passagesFor(data: PageData, e: PageEvent, term: string): number[] {
  const found: number[] = [];
  for (let i = 0; i < e.says.length; i += 2) {
    const object = data.terms[e.says[i + 1] as number];
    if (termOf(data, e.says[i] as number) === NEWS + term && typeof object === 'number' && object < 0) found.push(-1 - object);
  }
  return found.sort((a, b) => a - b);
}

/** The generic role behind a property of events of a type. */
export const roleOf = (type: string, property: string): Role | undefined => (isEventType(type) ? ROLES.find((role) => roleProperty(type, role) === property) : undefined);

/** Roles that an event has only under a name of its own: a `Meeting` has attendees, and nobody who does it to another. */
const PARTIES: ReadonlySet<Role> = new Set(['agent', 'target', 'participant']);

/** The property of the ontology for a role of a type of events; undefined where such an event has no such role. */
export function roleProperty(type: EventType, role: Role): string | undefined {
  const own = ROLE_PROPERTIES[type][role];
  if (own !== undefined || PARTIES.has(role)) return own;
  return role === 'winner' && !(NEEDS[type] ?? []).includes(role) ? undefined : role;
}

/** The roles that the ontology lets something of this kind have in an event of this type. Bare words name no party. */
export function rolesFor(type: EventType, filler: EntityType | 'Passage'): Role[] {
  return ROLES.filter((role) => {
    if (filler === 'Passage' && PARTIES.has(role)) return false;
    const range = FILLERS[roleProperty(type, role) ?? ''] ?? [];
    return range.includes(filler) || (filler !== 'Passage' && range.includes('Entity'));
  });
}
