import { SHORT_FORMS } from '../model/relations.js';
import { NEWS, news, type Term } from '../model/vocabulary.js';
import { all, first, words, type Index, type Words } from './graph-index.js';
import { classOf } from './kinds.js';

/** Words that name who or what fills a role: in the sentence, or elsewhere in the article (implied). */
export interface Named extends Words {
  readonly implied: boolean;
}

/** One filler of one role of an event or relation: an entity, or a value, or only words. */
export interface Filler {
  /** The ontology's own name of the role: `guest`, `place`, `time` … */
  readonly role: string;
  readonly entity?: string;
  /** A date, a number. */
  readonly value?: string;
  readonly words: readonly Named[];
}

/** One direct fact. */
export interface Fact {
  readonly subject: string;
  readonly predicate: Term;
  readonly object: string;
}

/** Properties of an event or relation that are no roles. */
const ABOUT: ReadonlySet<string> = new Set((['status', 'foundBy', 'confidence', 'trigger', 'evidence', 'source', 'mention', 'impliedBy', 'timePassage', 'countPassage'] as const).map(news));
/** Whether a property of an event or relation says who or what takes part. */
export const isRole = (property: string): boolean => property.startsWith(NEWS) && !ABOUT.has(property);
const PASSAGES: Readonly<Record<string, Term>> = { time: 'timePassage', count: 'countPassage' };

/** The words of passages that have any. */
export const named = (index: Index, passages: readonly string[], implied: boolean): Named[] => passages.flatMap((p) => {
  const w = words(index, p);
  return w ? [{ ...w, implied }] : [];
});

/** Every role of an event or relation, with what fills it. Roles by name, fillers in the order of the graph. */
export function rolesOf(index: Index, node: string): Filler[] {
  const own = index.out.get(node);
  const fillers: Filler[] = [];
  if (!own) return fillers;
  const spoken = (['mention', 'impliedBy'] as const).flatMap((term) => all(index, node, term).map((p) => ({ p, implied: term === 'impliedBy', denotes: all(index, p, 'denotes') })));
  for (const [property, values] of own) {
    if (!isRole(property)) continue;
    const role = property.slice(NEWS.length), passage = PASSAGES[role];
    for (const v of values) {
      const quoted = words(index, v);
      if (passage) fillers.push({ role, value: v, words: named(index, all(index, node, passage), false) });
      else if (quoted) fillers.push({ role, words: [{ ...quoted, implied: false }] });
      else if (index.into.has(v)) fillers.push({ role, entity: v, words: spoken.filter((s) => s.denotes.includes(v)).flatMap((s) => named(index, [s.p], s.implied)) });
      else fillers.push({ role, value: v, words: [] });
    }
  }
  for (const [role, passage] of Object.entries(PASSAGES)) {
    if (!own.has(NEWS + role)) for (const w of named(index, all(index, node, passage), false)) fillers.push({ role, words: [w] });
  }
  return fillers.sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : 0));
}

/** Asserted, planned, negated or possible; a relation has no status and is asserted. */
export const statusOf = (index: Index, node: string): string => (first(index, node, 'status') ?? news('asserted')).slice(NEWS.length);

/** Whether what a node tells may be told as a direct fact: not what was denied or is only possible. */
export const holds = (index: Index, node: string): boolean => !all(index, node, 'status').some((x) => x === news('negated') || x === news('possible'));

/** The direct facts for which an event or relation stands and which the graph states. */
export function factsOf(index: Index, node: string): Fact[] {
  const type = classOf(index, node);
  const facts = new Map<string, Fact>();
  if (type === undefined || !holds(index, node)) return [];
  for (const d of SHORT_FORMS) {
    if (news(d.of) !== type) continue;
    for (const subject of all(index, node, d.from)) for (const object of all(index, node, d.to)) {
      if (subject !== object && all(index, subject, d.property).includes(object)) facts.set(JSON.stringify([subject, d.property, object]), { subject, predicate: d.property, object });
    }
  }
  return [...facts.values()];
}

/** The events and relations that state a direct fact. */
export function statersOf(index: Index, f: Fact): string[] {
  const found = new Set<string>();
  for (const d of SHORT_FORMS) {
    if (d.property !== f.predicate) continue;
    const from = index.into.get(f.subject)?.get(news(d.from)) ?? [], to = index.into.get(f.object)?.get(news(d.to)) ?? [];
    const [few, other, otherEnd] = from.length <= to.length ? [from, d.to, f.object] : [to, d.from, f.subject];
    for (const node of few) if (holds(index, node) && classOf(index, node) === news(d.of) && all(index, node, other).includes(otherEnd)) found.add(node);
  }
  return [...found];
}
