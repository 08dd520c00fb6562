import type { Literal } from 'n3';
import { wellFormed } from '../literals.js';
import { inDatatype, valueKey } from './datatypes.js';
import type { Facts } from './facts.js';
import { by, OWL, RDF, type Link, type Restriction, type Schema } from './schema.js';
import type { Useful } from './useful.js';

/** A contradiction: the rule of the profile, the node it is about, the triples behind it and the terms it names. */
export interface Clash {
  readonly rule: string;
  readonly node: number;
  readonly from: readonly number[];
  /** The two classes, properties or values that clash. */
  readonly between: readonly number[];
  readonly property?: number;
}

/** Rules that let two values be one. */
const ONE_VALUE = new Set(['prp-fp', 'prp-ifp', 'cls-maxc2', 'cls-maxqc3', 'prp-key']);

/** Conclusions that may be drawn before the search is given up, beside four for every statement that is given. */
export const MOST_DRAWN = 2_000_000;
/** Contradictions past which there is no need for more. */
const MOST_CLASHES = 10_000;
/** Ends a search that grows past all bounds, however deep it is in a rule. */
class GivenUp extends Error {}

/**
 * The closure of a graph under OWL 2 RL (W3C OWL 2 Profiles, section 4.3, tables 4 to 8), as far as it can lead to a contradiction, and the contradictions.
 * Every triple is met once, in the order in which it was added; what it lets follow is added behind it. `complete` is false where it was given up.
 */
export function close(f: Facts, schema: Schema, useful: Useful, most = MOST_DRAWN + 4 * f.s.length): { clashes: Clash[]; complete: boolean } {
  const id = (iri: string): number => f.iri(iri);
  const type = id(`${RDF}type`), sameAs = id(`${OWL}sameAs`), differentFrom = id(`${OWL}differentFrom`), nothing = id(`${OWL}Nothing`), thing = id(`${OWL}Thing`);
  const clashes: Clash[] = [];
  const told = new Set<string>();
  const clash = (rule: string, node: number, from: readonly number[], between: readonly number[], property?: number): void => {
    const key = `${rule} ${node} ${[...between].sort((a, b) => a - b).join(' ')} ${property ?? ''}`;
    if (told.has(key)) return;
    told.add(key);
    if (clashes.length >= MOST_CLASHES) throw new GivenUp();
    clashes.push({ rule, node, from, between, ...(property === undefined ? {} : { property }) });
  };
  let drawn = 0;
  const derive = (rule: string, s: number, p: number, o: number, from: readonly number[]): void => {
    if (++drawn > most) throw new GivenUp();
    if (p === type ? useful.class(o) : useful.property(p)) f.add(s, p, o, { rule, from });
  };
  const isA = (node: number, cls: number): number => (cls === thing || cls < 0 ? -2 : f.find(node, type, cls));
  /** Two values where there may be one: they are the same, which two different literals cannot be. */
  const same = (rule: string, node: number, p: number, a: number, b: number, from: readonly number[]): void => {
    if (a === b) return;
    const la = f.terms[a], lb = f.terms[b];
    if (la?.termType === 'Literal' || lb?.termType === 'Literal') {
      if (la?.termType === 'Literal' && lb?.termType === 'Literal' && valueKey(la as Literal) === valueKey(lb as Literal)) return;
      clash(rule, node, from, [a, b], p);
    } else derive(rule, a, sameAs, b, from);
  };

  /** Where a sameAs comes of there being one value only, the contradiction is told of that. */
  const apart = (same_: number, different: number, a: number, b: number): void => {
    let t = same_;
    while (f.why[t]?.rule === 'eq-sym') t = f.why[t]?.from[0] as number;
    const why = f.why[t], first = why?.from[0];
    const from = different < 0 ? [same_] : [same_, different];
    if (why && first !== undefined && ONE_VALUE.has(why.rule)) clash(why.rule, (why.rule === 'prp-ifp' ? f.o : f.s)[first] as number, from, [a, b], f.p[first] === type ? undefined : f.p[first]);
    else clash('eq-diff1', Math.min(a, b), from, [a, b]);
  };
  const members = { int: by(schema.intersections, (d) => d.members), uni: by(schema.unions, (d) => d.members), intNode: by(schema.intersections, (d) => d.node) };
  const at = {
    some: by(schema.some, (r) => r.filler), someProperty: by(schema.some, (r) => r.property), all: by(schema.all, (r) => r.node), allProperty: by(schema.all, (r) => r.property),
    has: by(schema.has, (r) => r.node), hasProperty: by(schema.has, (r) => r.property), key: by(schema.keys, (k) => k.node), keyProperty: by(schema.keys, (k) => k.members), chain: by(schema.chains, (c) => c.members),
  };
  const counts = [...schema.none.map((r) => ({ r, most: 0 })), ...schema.one.map((r) => ({ r, most: 1 }))];
  const count = { node: by(counts, (c) => c.r.node), property: by(counts, (c) => c.r.property), filler: by(counts.filter((c) => c.r.filler >= 0), (c) => c.r.filler) };
  const negated = negations(f);

  const counted = (u: number, r: Restriction, most_: number): void => {
    const own = f.find(u, type, r.node);
    if (own < 0) return;
    const values = f.out(r.property, u).filter((t) => isA(f.o[t] as number, r.filler) !== -1);
    const from = (...ts: number[]): number[] => [own, ...r.by, ...ts, ...ts.map((t) => isA(f.o[t] as number, r.filler)).filter((t) => t >= 0)];
    const rule = r.filler < 0 ? (most_ === 0 ? 'cls-maxc1' : 'cls-maxc2') : most_ === 0 ? 'cls-maxqc1' : 'cls-maxqc3';
    if (most_ === 0) for (const t of values.slice(0, 1)) clash(rule, u, from(t), [f.o[t] as number], r.property);
    else for (const t of values.slice(1)) same(rule, u, r.property, f.o[values[0] as number] as number, f.o[t] as number, from(values[0] as number, t));
  };
  const keyed = (x: number, k: { node: number; members: readonly number[]; by: readonly number[] }): void => {
    const own = f.find(x, type, k.node), firstKey = k.members[0];
    if (own < 0 || firstKey === undefined) return;
    for (const t of f.out(firstKey, x)) for (const u of f.in(firstKey, f.o[t] as number)) {
      const y = f.s[u] as number, other = f.find(y, type, k.node);
      if (++drawn > most) throw new GivenUp();
      if (y === x || other < 0) continue;
      const shared = k.members.map((p) => f.out(p, x).map((a) => [a, f.find(y, p, f.o[a] as number)] as const).find(([, b]) => b >= 0));
      if (shared.every((s) => s !== undefined)) same('prp-key', x, firstKey, x, y, [own, other, ...k.by, ...shared.flatMap((s) => [...s])]);
    }
  };
  const chained = (t: number, c: { node: number; members: readonly number[]; by: readonly number[] }): void => {
    c.members.forEach((p, i) => {
      if (p !== f.p[t]) return;
      let left = [[t]], right = [[t]];
      for (let k = i - 1; k >= 0; k--) left = left.flatMap((path) => f.in(c.members[k] as number, f.s[path[0] as number] as number).map((u) => [u, ...path]));
      for (let k = i + 1; k < c.members.length; k++) right = right.flatMap((path) => f.out(c.members[k] as number, f.o[path.at(-1) as number] as number).map((u) => [...path, u]));
      // paths are made before they are used: their number counts too
      drawn += left.length + right.length;
      for (const a of left) for (const b of right) derive('prp-spo2', f.s[a[0] as number] as number, c.node, f.o[b.at(-1) as number] as number, [...c.by, ...a, ...b]);
    });
  };
  const follow = (links: readonly Link[] | undefined, visit: (l: Link) => void): void => links?.forEach(visit);

  const onType = (t: number, x: number, c: number): void => {
    if (c === nothing) clash('cls-nothing2', x, [t], [c]);
    follow(schema.superClasses.get(c), (l) => derive('cax-sco', x, type, l.to, [t, ...l.by]));
    follow(schema.disjointClasses.get(c), (l) => {
      const other = f.find(x, type, l.to);
      if (other >= 0) clash('cax-dw', x, [t, other, ...l.by], [c, l.to]);
    });
    for (const d of members.int.get(c) ?? []) {
      const all = d.members.map((m) => f.find(x, type, m));
      if (all.every((u) => u >= 0)) derive('cls-int1', x, type, d.node, [...all, ...d.by]);
    }
    for (const d of members.intNode.get(c) ?? []) for (const m of d.members) derive('cls-int2', x, type, m, [t, ...d.by]);
    for (const d of members.uni.get(c) ?? []) derive('cls-uni', x, type, d.node, [t, ...d.by]);
    for (const r of at.some.get(c) ?? []) for (const u of f.in(r.property, x)) derive('cls-svf1', f.s[u] as number, type, r.node, [u, t, ...r.by]);
    for (const r of at.all.get(c) ?? []) for (const u of f.out(r.property, x)) if (!f.isLiteral(f.o[u] as number)) derive('cls-avf', f.o[u] as number, type, r.filler, [t, u, ...r.by]);
    for (const r of at.has.get(c) ?? []) derive('cls-hv1', x, r.property, r.filler, [t, ...r.by]);
    for (const k of count.node.get(c) ?? []) counted(x, k.r, k.most);
    for (const k of count.filler.get(c) ?? []) for (const u of f.in(k.r.property, x)) counted(f.s[u] as number, k.r, k.most);
    for (const k of at.key.get(c) ?? []) keyed(x, k);
  };
  const onSame = (t: number, a: number, b: number): void => {
    if (a === b) return;
    derive('eq-sym', b, sameAs, a, [t]);
    const different = [f.find(a, differentFrom, b), f.find(b, differentFrom, a)].find((u) => u >= 0);
    if (different !== undefined) apart(t, different, a, b);
    for (const u of f.about(a)) {
      const s = f.s[u] === a ? b : (f.s[u] as number), o = f.o[u] === a ? b : (f.o[u] as number);
      derive('eq-rep', s, f.p[u] as number, o, [t, u]);
    }
  };
  const onProperty = (t: number, s: number, p: number, o: number): void => {
    const literal = f.isLiteral(o);
    follow(schema.superProperties.get(p), (l) => derive('prp-spo1', s, l.to, o, [t, ...l.by]));
    follow(schema.domains.get(p), (l) => derive('prp-dom', s, type, l.to, [t, ...l.by]));
    follow(schema.ranges.get(p), (l) => {
      if (!literal) derive('prp-rng', o, type, l.to, [t, ...l.by]);
      else if (!inDatatype(f.terms[o] as Literal, f.terms[l.to]?.value ?? '')) clash('dt-not-type', s, [t, ...l.by], [o, l.to], p);
    });
    if (!literal) follow(schema.inverses.get(p), (l) => derive('prp-inv', o, l.to, s, [t, ...l.by]));
    const functional = schema.functional.get(p), inverse = schema.inverseFunctional.get(p), irreflexive = schema.irreflexive.get(p), asymmetric = schema.asymmetric.get(p), transitive = schema.transitive.get(p);
    if (functional !== undefined) for (const u of f.out(p, s).slice(0, 1)) same('prp-fp', s, p, f.o[u] as number, o, [u, t, functional]);
    if (inverse !== undefined) for (const u of f.in(p, o).slice(0, 1)) same('prp-ifp', o, p, f.s[u] as number, s, [u, t, inverse]);
    if (irreflexive !== undefined && s === o) clash('prp-irp', s, [t, irreflexive], [], p);
    if (asymmetric !== undefined) {
      const back = f.find(o, p, s);
      if (back >= 0) clash('prp-asyp', Math.min(s, o), [t, back, asymmetric], [s, o], p);
    }
    if (transitive !== undefined) {
      for (const u of f.out(p, o)) derive('prp-trp', s, p, f.o[u] as number, [t, u, transitive]);
      for (const u of f.in(p, s)) derive('prp-trp', f.s[u] as number, p, o, [u, t, transitive]);
    }
    follow(schema.disjointProperties.get(p), (l) => {
      const other = f.find(s, l.to, o);
      if (other >= 0) clash('prp-pdw', s, [t, other, ...l.by], [p, l.to]);
    });
    for (const n of negated.get(p) ?? []) if (n.source === s && (n.target === o || (literal && f.isLiteral(n.target) && valueKey(f.terms[o] as Literal) === valueKey(f.terms[n.target] as Literal)))) clash('prp-npa', s, [t, ...n.by], [o], p);
    for (const c of at.chain.get(p) ?? []) chained(t, c);
    for (const r of at.someProperty.get(p) ?? []) {
      const filled = isA(o, r.filler);
      if (filled === -2 || filled >= 0) derive(filled === -2 ? 'cls-svf2' : 'cls-svf1', s, type, r.node, [t, ...(filled >= 0 ? [filled] : []), ...r.by]);
    }
    for (const r of at.allProperty.get(p) ?? []) {
      const own = f.find(s, type, r.node);
      if (own < 0) continue;
      if (!literal) derive('cls-avf', o, type, r.filler, [own, t, ...r.by]);
      else if (!inDatatype(f.terms[o] as Literal, f.terms[r.filler]?.value ?? '')) clash('dt-not-type', s, [own, t, ...r.by], [o, r.filler], p);
    }
    for (const r of at.hasProperty.get(p) ?? []) if (r.filler === o) derive('cls-hv2', s, type, r.node, [t, ...r.by]);
    for (const k of count.property.get(p) ?? []) counted(s, k.r, k.most);
    for (const k of at.keyProperty.get(p) ?? []) keyed(s, k);
  };

  const meet = (t: number): void => {
    const s = f.s[t] as number, p = f.p[t] as number, o = f.o[t] as number;
    const value = f.terms[o];
    if (value?.termType === 'Literal' && wellFormed(value as Literal) === false) clash('dt-not-type', s, [t], [o], p);
    if (p === type) onType(t, s, o);
    else {
      if (p === sameAs) onSame(t, s, o);
      else if (p === differentFrom) {
        const equal = [f.find(s, sameAs, o), f.find(o, sameAs, s)].find((u) => u >= 0);
        if (s === o && f.why[t] === undefined) clash('eq-diff1', s, [t], [s, o]);
        else if (s !== o && equal !== undefined) apart(equal, t, s, o);
      }
      onProperty(t, s, p, o);
    }
  };
  try {
    for (const d of schema.enumerations) for (const m of d.members) derive('cls-oo', m, type, d.node, d.by);
    for (const d of schema.different) d.members.forEach((a, i) => d.members.slice(i + 1).forEach((b) => derive('eq-diff2', a, differentFrom, b, d.by)));
    for (let t = 0; t < f.s.length; t++) meet(t);
    return { clashes, complete: true };
  } catch (e) {
    if (e instanceof GivenUp) return { clashes, complete: false };
    throw e;
  }
}

/** Negative property assertions, by property. */
function negations(f: Facts): Map<number, { source: number; target: number; by: readonly number[] }[]> {
  const found = new Map<number, { source: number; target: number; by: readonly number[] }[]>();
  const source = f.iri(`${OWL}sourceIndividual`), property = f.iri(`${OWL}assertionProperty`), targets = ['targetIndividual', 'targetValue'].map((n) => f.iri(OWL + n));
  for (const n of f.subjects(source)) for (const a of f.out(source, n)) for (const b of f.out(property, n)) for (const c of targets.flatMap((t) => [...f.out(t, n)])) {
    const p = f.o[b] as number;
    found.set(p, [...(found.get(p) ?? []), { source: f.o[a] as number, target: f.o[c] as number, by: [a, b, c] }]);
  }
  return found;
}
