import type { Extraction } from '../extract/index.js';
import type { Minter } from '../graph/iris.js';
import { entityIris } from '../graph/quads.js';
import { otherwise, type Group } from '../link/joined.js';
import type { Entity, Event } from '../model/types.js';
import { withoutIdle } from './change.js';
import { groupsOf, mergesNaming, type Joins } from './groups.js';
import { joined } from './identities.js';
import { distinct } from './key.js';
import { plansOf, type Asked } from './plan.js';
import type { Correction } from './types.js';

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

type Change = (x: Extraction) => Extraction;

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
      const step = (key: string, became: Became, words: string, change: Change, event?: Event): void => {
        const after = keep(withoutIdle(change(now)));
        const lost = event && has(now, event) && !has(after, event);
        steps.push({ key, became, words: lost ? `${words}; with it goes the ${event.type}, of which nothing is left` : words, before: now, after });
        now = after;
      };
      for (const p of plansOf(x, asked, iris, joins.groups, mint, spelling)) {
        if ('why' in p) steps.push({ key: p.key, became: 'not applied', words: p.why, changed: p.changed ?? false });
        else step(p.key, p.moved ? 'found by its quote' : 'applied', p.words, p.change, p.event);
      }
      const groups = join(now, joins, corrections, mint, step);
      return steps.length === 0 && groups.length === 0 ? x : { ...now, steps, groups };
    },
  };
}

const has = (x: Extraction, event: Event): boolean => x.events.some((e) => e.id === event.id);

/** What else is left out or joined does not change what an entity is called. */
const pinned = (iris: ReadonlyMap<string, string>, mint: Minter): Change => (x) => {
  const now = entityIris(x, mint);
  const other = (e: Entity): boolean => e.iri === undefined && iris.has(e.id) && iris.get(e.id) !== now.get(e.id);
  return x.entities.some(other) ? { ...x, entities: x.entities.map((e) => (other(e) ? { ...e, iri: iris.get(e.id) as string } : e)) } : x;
};

/** Joins entities of one article that are in one group. Gives the roots of groups that make a difference to what is read of the article alone. */
function join(x: Extraction, { groups }: Joins, corrections: readonly Correction[], mint: Minter, step: (key: string, became: Became, words: string, change: Change) => void): string[] {
  if (groups.size === 0) return [];
  const iris = entityIris(x, mint);
  const iri = (e: Entity): string => iris.get(e.id) as string;
  const parts = new Map<Group, Entity[]>();
  for (const e of x.entities) {
    const group = groups.get(iri(e));
    if (group) parts.set(group, [...(parts.get(group) ?? []), e]);
  }
  const touched: string[] = [];
  for (const [group, entities] of parts) {
    const ordered = [...entities].sort((a, b) => Number(iri(b) === group.root) - Number(iri(a) === group.root) || (iri(a) < iri(b) ? -1 : 1));
    const [first, ...others] = ordered.filter((e) => e.type === ordered[0]?.type) as [Entity, ...Entity[]];
    if (others.length > 0) {
      const gone = new Set(others.map(iri));
      const words = `${[...gone].map((g) => `<${g}>`).join(' and ')} ${gone.size > 1 ? 'are' : 'is'} <${iri(first)}>`;
      // the first of the lines that say so does it
      let change: Change = (now) => joined(now, [first, ...others], (e) => otherwise(group.reason, iri(e)));
      for (const key of mergesNaming(corrections, gone)) {
        step(key, 'applied', words, change);
        change = (now) => now;
      }
    }
    if (others.length > 0 || entities.some((e) => e.local)) touched.push(group.root);
  }
  return touched;
}
