import type { Extraction } from '../extract/index.js';
import type { Entity, Event, Mention, Relation, RoleFill } from '../model/types.js';
import { covers, type Span } from '../model/span.js';

const sameSpan = (a: Span | undefined, b: Span): boolean => a?.start === b.start && a.end === b.end;

/** The fullest of names, the first of equals. */
const fullest = (mentions: readonly Mention[]): string => mentions.reduce((best, m) => (m.name.split(' ').length > best.split(' ').length ? m.name : best), mentions[0]?.name ?? '');

/** A copy without what its old identity said. */
function nameless(entity: Entity): Entity {
  const e: { -readonly [K in keyof Entity]: Entity[K] } = { ...entity };
  delete e.known;
  delete e.iri;
  return e;
}

/**
 * With some mentions of an entity as somebody else, known in this article only. Roles go with the words that fill them, relations with the words that say them.
 * `newIri`: an IRI that nothing of the article has.
 */
export function split(x: Extraction, entity: Entity, mentions: readonly Mention[], reason: string, newIri: (apart: Entity) => string): Extraction {
  const own = entity.mentions.filter((m) => mentions.includes(m)).map((m) => ({ ...m, joined: `kept apart: ${reason}` }));
  const rest = entity.mentions.filter((m) => !mentions.includes(m));
  const alone: Entity = { ...nameless(entity), local: true, name: fullest(own), mentions: own };
  if (rest.length === 0) {
    const apart = { ...alone, iri: newIri(alone) };
    return { ...x, entities: x.entities.map((e) => (e === entity ? apart : e)) };
  }
  const apart: Entity = { ...alone, id: `e${1 + Math.max(...x.entities.map((e) => Number(e.id.slice(1))))}`, iri: newIri(alone) };
  const stays: Entity = { ...entity, mentions: rest, name: entity.known === undefined && !rest.some((m) => m.name === entity.name) ? fullest(rest) : entity.name };
  const says = (r: Relation): boolean => [r.evidence, r.sentence].some((s) => own.some((m) => covers(s, m.span)) && !rest.some((m) => covers(s, m.span)));
  const end = (id: string, r: Relation): string => (id === entity.id && says(r) ? apart.id : id);
  const events = x.events.map((e): Event => ({ ...e, roles: e.roles.map((r): RoleFill => (r.entity === entity.id && own.some((m) => sameSpan(r.span, m.span)) ? { ...r, entity: apart.id } : r)) }));
  const speakers = new Map(events.map((e) => [e.id, new Set(e.roles.filter((r) => r.role === 'agent').map((r) => r.entity))]));
  const speaks = (e: Event): boolean => e.source === entity.id && speakers.get(e.saidIn ?? '')?.has(apart.id) === true && !speakers.get(e.saidIn ?? '')?.has(entity.id);
  return {
    ...x, entities: [...x.entities.map((e) => (e === entity ? stays : e)), apart],
    events: events.map((e) => (speaks(e) ? { ...e, source: apart.id } : e)),
    relations: x.relations.map((r) => ({ ...r, subject: end(r.subject, r), object: end(r.object, r) })),
  };
}

/** With several entities of one article as one: the first, which keeps its name. What would be said of it and itself is not said any more. */
export function joined(x: Extraction, entities: readonly Entity[], reason: (gone: Entity) => string): Extraction {
  const [first, ...others] = entities;
  if (!first || others.length === 0) return x;
  const gone = new Set(others.map((e) => e.id));
  const now = <T extends string | undefined>(id: T): T | string => (id !== undefined && gone.has(id) ? first.id : id);
  const mentions = [...first.mentions, ...others.flatMap((e) => e.mentions.map((m) => ({ ...m, joined: m.joined ?? reason(e) })))].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const { needed, ...kept } = first;
  const one: Entity = { ...kept, mentions, ...(needed && others.every((e) => e.needed) ? { needed } : {}) };
  const roles = (list: readonly RoleFill[]): RoleFill[] => {
    const out: RoleFill[] = [];
    for (const r of list) {
      const entity = now(r.entity);
      if (entity !== undefined && out.some((o) => o.role === r.role && o.entity === entity)) continue;
      out.push(entity === undefined ? r : { ...r, entity });
    }
    return out;
  };
  const relations: Relation[] = [];
  for (const r of x.relations.map((o) => ({ ...o, subject: now(o.subject), object: now(o.object) }))) {
    if (r.subject === r.object) continue;
    const at = relations.findIndex((o) => o.type === r.type && o.subject === r.subject && o.object === r.object);
    if (at < 0) relations.push(r);
    else if ((relations[at] as Relation).confidence < r.confidence) relations[at] = r;
  }
  return {
    ...x, relations, entities: x.entities.filter((e) => !gone.has(e.id)).map((e) => (e === first ? one : e)),
    events: x.events.map((e) => ({ ...e, roles: roles(e.roles), ...(e.source === undefined ? {} : { source: now(e.source) }) })),
  };
}
