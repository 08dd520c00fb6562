import { Parser, type Quad } from 'n3';
import { entriesOf, outcomesOf, type Outcome } from '../corrections/log.js';
import type { Given } from '../corrections/read.js';
import { groupsOf } from '../corrections/groups.js';
import { atLeast } from '../extract/confidence.js';
import { settle } from '../link/identities.js';
import { settled } from '../link/settled.js';
import type { Article } from '../model/article.js';
import { news } from '../model/vocabulary.js';
import type { Engine } from '../pipeline.js';
import { finding, short, type Finding } from './finding.js';
import { tripleKey } from './owl/facts.js';
import type { Subject } from './types.js';

/** What articles say when they are read again. */
export interface Reread {
  readonly quads: readonly Quad[];
  /** What became of the corrections under which they were read. */
  readonly outcomes: readonly Outcome[];
}

/** Reads articles again, as a build does. Reading is a pure function. `least`: the least confidence of a fact. */
export function readAgain(articles: Iterable<Article>, engine: Engine, least = 0, given: readonly Given[] = []): Reread {
  const read = Array.from(articles, (a) => engine.read(a));
  const told = read.map((x) => atLeast(x, least));
  const settlement = settle(told.flatMap((x) => engine.claims(x).claims), engine.groups);
  const final = (quads: readonly Quad[]): readonly Quad[] => settled(quads, settlement);
  const entries = given.length === 0 ? [] : read.flatMap((x) => entriesOf(x, (of) => engine.quads(atLeast(of, least))));
  const { refused } = groupsOf(given.map((g) => g.correction), engine.mint.base);
  return { quads: final(told.flatMap((x) => engine.quads(x))), outcomes: outcomesOf(given, entries, { refused, named: settlement.named, settled: final }) };
}

/** HW-511: statements of a graph that reading its articles again does not give: the proof that nothing was added or changed. HW-513: those that it would give without a correction. `plain`: what is read without corrections. */
export function checkReread({ quads }: Subject, again: Reread, plain?: Reread): Finding[] {
  const known = new Set(again.quads.map(tripleKey)), told = new Set<string>();
  const taken = new Set(plain?.quads.map(tripleKey));
  const other: Quad[] = [], gone: Quad[] = [];
  for (const q of quads) {
    const key = tripleKey(q);
    if (known.has(key) || told.has(key)) continue;
    told.add(key);
    (taken.has(key) ? gone : other).push(q);
  }
  return [
    ...other.map((q) => finding('HW-511', q.subject.value, { property: short(q.predicate.value), value: q.object.value }, { path: q.predicate.value, actual: q.object.value })),
    ...(gone.length > 0 ? takenAway(gone, quads, again) : []),
  ];
}

function takenAway(gone: readonly Quad[], quads: readonly Quad[], again: Reread): Finding[] {
  const where = placesOf(again.outcomes);
  return byNode(gone, new Set(again.quads.map((q) => q.subject.value)), quads).map(({ place, what, list }) => {
    const line = list.map((q) => where.get(tripleKey(q))).find((w) => w !== undefined);
    return finding('HW-513', place, { what, ...(line === undefined ? {} : { where: line }) });
  });
}

/** Which line of which file took a statement away, by `tripleKey`. */
function placesOf(outcomes: readonly Outcome[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const o of outcomes) for (const q of new Parser({ format: 'application/n-quads' }).parse(o.gone.map((l) => `${l}\n`).join(''))) places.set(tripleKey(q), `${o.file}:${o.line}${o.correction.note === undefined ? '' : `: ${o.correction.note}`}`);
  return places;
}

/** HW-512: what is read in the articles of a graph and is not in it. Passages are told by what they are evidence for. */
export function checkMissing({ quads }: Subject, again: Reread): Finding[] {
  const there = new Set(quads.map(tripleKey)), subjects = new Set(quads.map((q) => q.subject.value));
  const missing = again.quads.filter((q) => !there.has(tripleKey(q)) && subjects.has(q.graph.value) && !q.subject.value.includes('#char='));
  return byNode(missing, subjects, again.quads).map(({ place, what }) => finding('HW-512', place, { what }));
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';

/** Statements that one side has and the other not, in words. A node that the other side does not know at all is told once, by its type and its words. `all`: of the side that has them. */
function byNode(list: readonly Quad[], known: ReadonlySet<string>, all: readonly Quad[]): { readonly place: string; readonly what: string; readonly list: readonly Quad[] }[] {
  const nodes = new Map<string, Quad[]>();
  for (const q of list) nodes.set(q.subject.value, [...(nodes.get(q.subject.value) ?? []), q]);
  const quotes = new Map(all.flatMap((q) => (q.predicate.value === news('quote') ? [[q.subject.value, q.object.value]] : [])));
  return [...nodes].flatMap(([place, own]) => {
    // that the article reports an event is told with the event
    if (known.has(place)) return own.filter((q) => q.predicate.value !== news('reports') || known.has(q.object.value)).map((q) => ({ place, what: `${short(q.predicate.value)} ${q.object.termType === 'NamedNode' ? `<${q.object.value}>` : `"${q.object.value}"`}`, list: [q] }));
    const value = (property: string): string | undefined => own.find((q) => q.predicate.value === property)?.object.value;
    const words = value(LABEL) ?? value(news('quote')) ?? quotes.get(value(news('trigger')) ?? value(news('evidence')) ?? '');
    return [{ place, what: `${short(value(TYPE) ?? '')}${words === undefined ? '' : ` "${words}"`}`, list: own }];
  });
}
