import type { Extraction } from '../extract/index.js';
import { entityIris } from '../graph/quads.js';
import type { Minter } from '../graph/iris.js';
import { otherwise, type Group } from '../link/joined.js';
import type { Entity, Event, Mention, RoleFill } from '../model/types.js';
import { moved, withMoved, withoutEvent, withoutIdle, withoutRelation, withoutRole } from './change.js';
import { createFinder, type Found, type Lost } from './find.js';
import { groupsOf, mergesNaming, type Joins } from './groups.js';
import { joined, split } from './identities.js';
import { because, distinct } from './key.js';
import type { Correction, SplitEntity } from './types.js';

/** What became of a correction in one article. */
export type Became = 'applied' | 'found by its quote' | 'not applied';

/** One correction and what it did to one article. */
export interface Step {
  readonly key: string;
  readonly became: Became;
  /** What it did, or why nothing. */
  readonly words: string;
  /** It was not applied because the text has changed. */
  readonly changed?: boolean;
  readonly before?: Extraction;
  readonly after?: Extraction;
}

/** An article as it was read, and then corrected. */
export interface Corrected extends Extraction {
  readonly steps?: readonly Step[];
  /** Roots of the groups that make the article another than it was. */
  readonly groups?: readonly string[];
}

/** Applies corrections to articles one by one. Made once for all of them. */
export interface Corrector extends Joins {
  apply(x: Extraction): Corrected;
}

type InArticle = Exclude<Correction, { readonly do: 'merge' | 'name' }>;
interface Asked {
  readonly key: string;
  readonly correction: InArticle;
  readonly notes: readonly string[];
}

/** What is to be done, after it was found what the correction is about: a change, or why not. */
interface Plan extends Asked {
  readonly moved: boolean;
  readonly words: string;
  /** The event whose roles it changes. */
  readonly event?: Event;
  readonly change: (x: Extraction) => Extraction;
}

interface Failed extends Lost {
  readonly key: string;
}

/** The order in which corrections of one article are applied: they are looked for in the article as it was read, so that it does not matter in which they are written. */
const ORDER: readonly InArticle['do'][] = ['reject-event', 'move-role', 'reject-role', 'reject-relation', 'split'];

export function createCorrector(corrections: readonly Correction[], mint: Minter, spelling: (words: string) => string): Corrector {
  const joins = groupsOf(corrections, mint.base);
  const byArticle = new Map<string, Asked[]>();
  for (const { correction, ...rest } of distinct(corrections)) {
    if (correction.do === 'merge' || correction.do === 'name') continue;
    const own = byArticle.get(correction.article) ?? [];
    byArticle.set(correction.article, own);
    own.push({ correction, ...rest });
  }
  return {
    ...joins,
    apply: (x) => {
      const asked = byArticle.get(x.article.id) ?? [];
      if (asked.length === 0 && joins.groups.size === 0) return x;
      const iris = entityIris(x, mint);
      const keep = pinned(iris, mint);
      const steps: Step[] = [];
      let now = x;
      const step = (key: string, became: Became, words: string, change: (x: Extraction) => Extraction, event?: Event): void => {
        const after = keep(withoutIdle(change(now)));
        const told = event && has(now, event) && !has(after, event) ? `${words}; with it goes the ${event.type}, of which nothing is left` : words;
        steps.push({ key, became, words: told, before: now, after });
        now = after;
      };
      const plans = plansOf(x, asked, iris, joins, mint, spelling);
      for (const p of plans) {
        if ('why' in p) steps.push({ key: p.key, became: 'not applied', words: p.why, changed: p.changed ?? false });
        else step(p.key, p.moved ? 'found by its quote' : 'applied', p.words, p.change, p.event);
      }
      const touched = join(now, joins, corrections, mint, step);
      return steps.length === 0 && touched.length === 0 ? x : { ...now, steps, groups: touched };
    },
  };
}

const has = (x: Extraction, event: Event): boolean => x.events.some((e) => e.id === event.id);

/** What else is left out or joined does not change what an entity is called. */
const pinned = (iris: ReadonlyMap<string, string>, mint: Minter) => (x: Extraction): Extraction => {
  const now = entityIris(x, mint);
  const other = (e: Entity): boolean => e.iri === undefined && iris.has(e.id) && iris.get(e.id) !== now.get(e.id);
  return x.entities.some(other) ? { ...x, entities: x.entities.map((e) => (other(e) ? { ...e, iri: iris.get(e.id) as string } : e)) } : x;
};

/** Joins entities of one article that are in one group. Gives the roots of groups that make a difference to what is read of the article alone. */
function join(x: Extraction, { groups }: Joins, corrections: readonly Correction[], mint: Minter, step: (key: string, became: Became, words: string, change: (x: Extraction) => Extraction) => void): string[] {
  if (groups.size === 0) return [];
  const iris = entityIris(x, mint);
  const parts = new Map<Group, Entity[]>();
  for (const e of x.entities) {
    const group = groups.get(iris.get(e.id) as string);
    if (group) parts.set(group, [...(parts.get(group) ?? []), e]);
  }
  const touched: string[] = [];
  for (const [group, entities] of parts) {
    const iri = (e: Entity): string => iris.get(e.id) as string;
    const ordered = [...entities].sort((a, b) => Number(iri(b) === group.root) - Number(iri(a) === group.root) || (iri(a) < iri(b) ? -1 : 1));
    const [first, ...others] = ordered.filter((e) => e.type === ordered[0]?.type) as [Entity, ...Entity[]];
    if (others.length > 0) {
      const gone = new Set(others.map(iri));
      for (const [i, key] of mergesNaming(corrections, gone).entries()) step(key, 'applied', `${[...gone].map((g) => `<${g}>`).join(' and ')} ${gone.size > 1 ? 'are' : 'is'} <${iri(first)}>`, i > 0 ? (now) => now : (now) => joined(now, [first, ...others], (e) => otherwise(group.reason, iri(e))));
    }
    if (others.length > 0 || entities.some((e) => e.local)) touched.push(group.root);
  }
  return touched;
}

function plansOf(x: Extraction, asked: readonly Asked[], iris: ReadonlyMap<string, string>, joins: Joins, mint: Minter, spelling: (words: string) => string): (Plan | Failed)[] {
  const finder = createFinder(x, spelling);
  const targets = new Map<RoleFill, Set<string>>(), parts = new Map<Mention, Set<string>>();
  const taken = new Set(iris.values());
  const newIri = (apart: Entity): string => {
    const own = mint.entity(apart, x.article.id);
    let iri = own;
    for (let n = 2; taken.has(iri); n++) iri = `${own}-${n}`;
    taken.add(iri);
    return iri;
  };
  const note = <K>(map: Map<K, Set<string>>, of: K, key: string): void => void map.set(of, (map.get(of) ?? new Set<string>()).add(key));
  const found = asked.map((a): { readonly plan: Plan | Failed; readonly about?: () => boolean } => {
    const { key, correction: c } = a;
    const fail = (lost: Lost) => ({ plan: { key, ...lost } });
    const plan = (isMoved: boolean, words: string, change: Plan['change'], about?: () => boolean, event?: Event) => ({ plan: { ...a, moved: isMoved, words, change, ...(event ? { event } : {}) }, ...(about ? { about } : {}) });
    if (c.do === 'reject-relation') {
      const r = finder.relation(c.relation);
      return 'why' in r ? fail(r) : plan(r.moved, `the article does not say this ${c.relation.type}`, (now) => withoutRelation(now, r.item.id));
    }
    if (c.do === 'split') return splitPlan(c);
    const e = finder.event(c.event);
    if ('why' in e) return fail(e);
    const event = e.item;
    if (c.do === 'reject-event') return plan(e.moved, `the article does not tell this ${event.type}`, (now) => withoutEvent(now, event.id));
    const f = finder.fill(event, c);
    if ('why' in f) return fail(f);
    const isMoved = e.moved || f.moved;
    if (c.do === 'reject-role') return plan(isMoved, `"${c.filler.quote}" is not the ${c.role} of this ${event.type}`, (now) => withoutRole(now, event.id, f.item), undefined, event);
    const to = moved(x, event, f.item, c.to);
    if ('why' in to) return fail(to);
    note(targets, f.item, c.to);
    return plan(isMoved, `"${c.filler.quote}" is the ${c.to} of this ${event.type}, not the ${c.role}`, (now) => withMoved(now, event.id, f.item, to), () => (targets.get(f.item)?.size ?? 0) > 1, event);

    function splitPlan(s: SplitEntity) {
      const named = x.entities.filter((o) => means(s.entity, iris.get(o.id) as string));
      const own = s.mentions ? named : named.filter((o, _, all) => all.length === 1 || iris.get(o.id) === s.entity);
      if (own.length === 0) return fail({ why: `the article names nothing that is <${s.entity}>` });
      const mentions: Found<Mention>[] = s.mentions?.map((m) => finder.mention(m, own)) ?? own.flatMap((o) => o.mentions.map((m) => ({ item: m, moved: false })));
      const items: Mention[] = [];
      for (const m of mentions) {
        if ('why' in m) return fail(m);
        items.push(m.item);
      }
      const owner = own.find((o) => items.every((m) => o.mentions.includes(m)));
      if (!owner) return fail({ why: 'the words name several things' });
      for (const m of items) note(parts, m, key);
      const words = `${items.map((m) => `"${x.article.text.slice(m.span.start, m.span.end)}"`).join(', ')} ${items.length > 1 ? 'name' : 'names'} somebody or something else`;
      return plan(mentions.some((m) => 'moved' in m && m.moved), words, (now) => {
        const entity = now.entities.find((o) => o.id === owner.id && items.some((m) => o.mentions.includes(m)));
        return entity ? split(now, entity, items, because(a.notes), newIri) : now;
      }, () => items.some((m) => (parts.get(m)?.size ?? 0) > 1));
    }
    /** Whether an IRI of a finished graph means the entity that has this one in the article: what is kept apart over all articles has a number. */
    function means(iri: string, own: string): boolean {
      const root = joins.groups.get(own)?.root;
      return [own, ...(root === undefined ? [] : [root])].some((o) => iri === o || (iri.startsWith(`${o}-`) && /^\d+$/.test(iri.slice(o.length + 1))));
    }
  });
  return found
    .map(({ plan, about }) => (about?.() ? { key: plan.key, why: 'another correction says something else of the same words' } : plan))
    .sort((a, b) => rank(a) - rank(b));
}

const rank = (p: Plan | Failed): number => ('correction' in p ? ORDER.indexOf(p.correction.do) : ORDER.length);
