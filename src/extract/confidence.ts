import type { ConfidenceRow } from '../language/tables.js';
import type { Extraction } from './index.js';

/** A rule of which little is known is believed as much as all rules together: it counts as if this many facts had been compared. */
const PRIOR = 4;

/** How likely a fact of a rule is right, from 0 to 1 in hundredths: its precision on annotated articles (confidence.tsv), drawn towards that of all rules where few facts were compared. */
export function confidenceOf(rows: readonly ConfidenceRow[]): (rule: string) => number {
  let compared = 0, right = 0;
  const byRule = new Map<string, readonly [number, number]>();
  for (const [rule, n, r] of rows) {
    byRule.set(rule, [Number(n), Number(r)]);
    compared += Number(n);
    right += Number(r);
  }
  const all = compared > 0 ? right / compared : 0.5;
  return (rule) => {
    const [n, r] = byRule.get(rule) ?? [0, 0];
    return Math.round((100 * (r + PRIOR * all)) / (n + PRIOR)) / 100;
  };
}

/** An extraction without events and relations below a confidence, and without entities that only they needed. */
export function atLeast(x: Extraction, least: number): Extraction {
  const events = x.events.filter((e) => e.confidence >= least);
  const relations = x.relations.filter((r) => r.confidence >= least);
  if (events.length === x.events.length && relations.length === x.relations.length) return x;
  const used = new Set([...events.flatMap((e) => [...e.roles.flatMap((r) => (r.entity === undefined ? [] : [r.entity])), ...(e.source === undefined ? [] : [e.source])]), ...relations.flatMap((r) => [r.subject, r.object])]);
  return { ...x, events, relations, entities: x.entities.filter((e) => !e.local || used.has(e.id)) };
}
