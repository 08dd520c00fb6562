import type { Extraction } from '../extract/index.js';
import type { Minter } from '../graph/iris.js';
import type { Entity, Event, Mention } from '../model/types.js';
import { moved, withMoved, withoutEvent, withoutRelation, withoutRole } from './change.js';
import { createFinder, type Finder, type Lost } from './find.js';
import type { Joins } from './groups.js';
import { split } from './identities.js';
import { because } from './key.js';
import type { Correction, SplitEntity } from './types.js';

export type InArticle = Exclude<Correction, { readonly do: 'merge' | 'name' }>;
export interface Asked {
  readonly key: string;
  readonly correction: InArticle;
  readonly notes: readonly string[];
}

/** What is to be done, after it was found what the correction is about. */
export interface Plan {
  readonly key: string;
  readonly do: InArticle['do'];
  /** Found by its quote. */
  readonly moved: boolean;
  readonly words: string;
  readonly change: (x: Extraction) => Extraction;
  /** The event whose roles it changes. */
  readonly event?: Event;
  /** What it says of what: two plans may not say different things of one. */
  readonly says?: readonly (readonly [of: object, what: string])[];
}

/** Why nothing is to be done. */
export interface Failed extends Lost {
  readonly key: string;
}

/** What is known of the article as it was read, before any correction. */
interface Context {
  readonly x: Extraction;
  readonly iris: ReadonlyMap<string, string>;
  readonly finder: Finder;
  readonly groups: Joins['groups'];
  readonly newIri: (apart: Entity) => string;
}

/** The order in which corrections of one article are applied: they are looked for in the article as it was read, so that it does not matter in which they are written. */
const ORDER: readonly InArticle['do'][] = ['reject-event', 'move-role', 'reject-role', 'reject-relation', 'split'];

/** What is to be done in an article, in order, and what cannot be. `iris`: of its entities. */
export function plansOf(x: Extraction, asked: readonly Asked[], iris: ReadonlyMap<string, string>, groups: Joins['groups'], mint: Minter, spelling: (words: string) => string): (Plan | Failed)[] {
  const taken = new Set(iris.values());
  const newIri = (apart: Entity): string => {
    const own = mint.entity(apart, x.article.id);
    let iri = own;
    for (let n = 2; taken.has(iri); n++) iri = `${own}-${n}`;
    taken.add(iri);
    return iri;
  };
  const context: Context = { x, iris, finder: createFinder(x, spelling), groups, newIri };
  const plans: readonly (Plan | Failed)[] = asked.map((a) => ({ key: a.key, ...planOf(a, context) }));
  const said = new Map<object, Set<string>>();
  for (const p of plans) if ('says' in p) for (const [of, what] of p.says ?? []) said.set(of, (said.get(of) ?? new Set<string>()).add(what));
  const contradicted = (p: Plan | Failed): boolean => 'says' in p && (p.says ?? []).some(([of]) => (said.get(of)?.size ?? 0) > 1);
  const rank = (p: Plan | Failed): number => ('do' in p ? ORDER.indexOf(p.do) : ORDER.length);
  return plans.map((p) => (contradicted(p) ? { key: p.key, why: 'another correction says something else of the same words' } : p)).sort((a, b) => rank(a) - rank(b));
}

function planOf({ key, correction: c, notes }: Asked, context: Context): Omit<Plan, 'key'> | Lost {
  const { x, finder } = context;
  if (c.do === 'split') return splitOf(c, key, because(notes), context);
  if (c.do === 'reject-relation') {
    const r = finder.relation(c.relation);
    return 'why' in r ? r : { do: c.do, moved: r.moved, words: `the article does not say this ${c.relation.type}`, change: (now) => withoutRelation(now, r.item.id) };
  }
  const e = finder.event(c.event);
  if ('why' in e) return e;
  const event = e.item;
  if (c.do === 'reject-event') return { do: c.do, moved: e.moved, words: `the article does not tell this ${event.type}`, change: (now) => withoutEvent(now, event.id) };
  const f = finder.fill(event, c);
  if ('why' in f) return f;
  const found = { moved: e.moved || f.moved, event };
  if (c.do === 'reject-role') return { ...found, do: c.do, words: `"${c.filler.quote}" is not the ${c.role} of this ${event.type}`, change: (now) => withoutRole(now, event.id, f.item) };
  const to = moved(x, event, f.item, c.to);
  if ('why' in to) return to;
  return { ...found, do: c.do, words: `"${c.filler.quote}" is the ${c.to} of this ${event.type}, not the ${c.role}`, change: (now) => withMoved(now, event.id, f.item, to), says: [[f.item, c.to]] };
}

function splitOf(c: SplitEntity, key: string, reason: string, { x, iris, finder, groups, newIri }: Context): Omit<Plan, 'key'> | Lost {
  const iri = (e: Entity): string => iris.get(e.id) as string;
  const meant = x.entities.filter((e) => means(c.entity, [iri(e), groups.get(iri(e))?.root]));
  const own = c.mentions || meant.length === 1 ? meant : meant.filter((e) => iri(e) === c.entity);
  if (own.length === 0) return { why: `the article names nothing that is <${c.entity}>` };
  const mentions: Mention[] = [];
  let isMoved = false;
  for (const m of c.mentions?.map((a) => finder.mention(a, own)) ?? own.flatMap((e) => e.mentions.map((item) => ({ item, moved: false })))) {
    if ('why' in m) return m;
    mentions.push(m.item);
    isMoved ||= m.moved;
  }
  const owner = own.find((e) => mentions.every((m) => e.mentions.includes(m)));
  if (!owner) return { why: 'the words name several things' };
  const words = `${mentions.map((m) => `"${x.article.text.slice(m.span.start, m.span.end)}"`).join(', ')} ${mentions.length > 1 ? 'name' : 'names'} somebody or something else`;
  return {
    do: c.do, moved: isMoved, words, says: mentions.map((m) => [m, key]),
    change: (now) => {
      const entity = now.entities.find((e) => e.id === owner.id && mentions.some((m) => e.mentions.includes(m)));
      return entity ? split(now, entity, mentions, reason, newIri) : now;
    },
  };
}

/** Whether an IRI of a finished graph means an entity that has one of these in its article: what is kept apart over all articles has a number behind it. */
const means = (iri: string, own: readonly (string | undefined)[]): boolean => own.some((o) => o !== undefined && (iri === o || (iri.startsWith(`${o}-`) && /^\d+$/.test(iri.slice(o.length + 1)))));
