import type { Extraction } from '../extract/index.js';
import type { EntityType, Event, Role, RoleFill } from '../model/types.js';
import { FILLERS, NEEDS, ROLE_PROPERTIES, type EventType } from '../model/vocabulary.js';

/** Roles that are filled by words and never by an entity. */
const WORDS: ReadonlySet<Role> = new Set<Role>(['topic', 'time', 'count', 'amount', 'position', 'instrument']);

/** Whether an entity of a type can have this part in an event. */
const fits = (event: EventType, role: Role, type: EntityType): boolean => {
  const range = FILLERS[ROLE_PROPERTIES[event][role] ?? role];
  return range === undefined || range.includes(type) || range.includes('Entity');
};

/** Whether an event still tells something without which it would not have been read. */
function tells(e: Event): boolean {
  const needs = NEEDS[e.type];
  return e.roles.length > 0 && (!needs || e.roles.some((r) => needs.includes(ROLE_PROPERTIES[e.type][r.role] ?? r.role)));
}

function unattributed(event: Event): Event {
  const e: { -readonly [K in keyof Event]: Event[K] } = { ...event };
  delete e.source;
  delete e.saidIn;
  return e;
}

/** Without an event. What it reported is no longer attributed to its speaker. */
export const withoutEvent = (x: Extraction, id: string): Extraction => ({ ...x, events: x.events.filter((e) => e.id !== id).map((e) => (e.saidIn === id ? unattributed(e) : e)) });

export const withoutRelation = (x: Extraction, id: string): Extraction => ({ ...x, relations: x.relations.filter((r) => r.id !== id) });

/** With other roles of an event. One that tells nothing any more goes; who no longer speaks is no source. */
function withRoles(x: Extraction, id: string, roles: readonly RoleFill[]): Extraction {
  const changed = x.events.map((e) => (e.id === id ? { ...e, roles } : e));
  const event = changed.find((e) => e.id === id);
  if (!event) return x;
  if (!tells(event)) return withoutEvent(x, id);
  const speaks = (source: string | undefined): boolean => roles.some((r) => r.role === 'agent' && r.entity === source);
  return { ...x, events: changed.map((e) => (e.saidIn === id && !speaks(e.source) ? unattributed(e) : e)) };
}

const rolesOf = (x: Extraction, id: string): readonly RoleFill[] => x.events.find((e) => e.id === id)?.roles ?? [];

/** Whether a role says the same of the same, by whatever words. */
const again = (r: RoleFill, of: RoleFill): boolean => r === of || (r.role === of.role && r.entity !== undefined && r.entity === of.entity);

export const withoutRole = (x: Extraction, id: string, fill: RoleFill): Extraction => withRoles(x, id, rolesOf(x, id).filter((r) => !again(r, fill)));

/** A filler in another role; or why it cannot be there. */
export function moved(x: Extraction, event: Event, fill: RoleFill, to: Role): RoleFill | { readonly why: string } {
  const { certainty, span } = fill;
  if (WORDS.has(to)) return span ? { role: to, span, certainty } : { why: `no words are known that could be the role "${to}"` };
  const named = x.entities.filter((e) => e.id === fill.entity || (fill.entity === undefined && span && e.mentions.some((m) => span.start <= m.span.start && m.span.end <= span.end)));
  const entity = named[0];
  if (!entity || named.length > 1) return { why: `the role "${to}" wants somebody or something with a name, and these words name ${named.length === 0 ? 'nobody that hewal knows' : `${named.length} things`}` };
  if (!fits(event.type, to, entity.type)) return { why: `a ${entity.type} cannot have the role "${to}" in a ${event.type}` };
  const mention = fill.entity === undefined ? entity.mentions.find((m) => span && span.start <= m.span.start && m.span.end <= span.end)?.span : span;
  return { role: to, entity: entity.id, ...(mention ? { span: mention } : {}), certainty };
}

/** With a filler in another role. */
export const withMoved = (x: Extraction, id: string, from: RoleFill, to: RoleFill): Extraction => {
  const there = (r: RoleFill): boolean => r !== from && r.role === to.role && (to.entity === undefined ? r.span?.start === to.span?.start && r.span?.end === to.span?.end : r.entity === to.entity);
  const roles = rolesOf(x, id).filter((r) => r === from || !again(r, from));
  return withRoles(x, id, roles.some(there) ? roles.filter((r) => r !== from) : roles.map((r) => (r === from ? to : r)));
};

/** Without the entities that nothing tells of any more. */
export function withoutIdle(x: Extraction): Extraction {
  const used = new Set([...x.events.flatMap((e) => [e.source, ...e.roles.map((r) => r.entity)]), ...x.relations.flatMap((r) => [r.subject, r.object])]);
  return { ...x, entities: x.entities.filter((e) => !e.needed || used.has(e.id)) };
}
