import type { Facts } from './facts.js';
import { OWL, push, type Link, type Schema } from './schema.js';

/** Which classes and properties can take part in a contradiction. A class that only has a superclass of another vocabulary cannot: a graph need not be closed under it. */
export interface Useful {
  class(c: number): boolean;
  property(p: number): boolean;
}

export function usefulOf(f: Facts, s: Schema): Useful {
  const classes = new Set<number>([f.iri(`${OWL}Nothing`), ...s.disjointClasses.keys()]);
  for (const d of s.keys) classes.add(d.node);
  const restrictions = [...s.some, ...s.all, ...s.has, ...s.none, ...s.one];
  for (const r of restrictions) for (const c of [r.node, r.filler]) classes.add(c);
  // a member of a union or an intersection leads to it, an intersection to its members
  const leads = new Map<number, Link[]>([...s.superClasses].map(([c, links]) => [c, [...links]]));
  for (const d of [...s.unions, ...s.intersections]) for (const m of d.members) push(leads, m, { to: d.node, by: [] });
  for (const d of s.intersections) for (const m of d.members) push(leads, d.node, { to: m, by: [] });
  spread(classes, leads);

  const isDatatype = (c: number): boolean => f.terms[c]?.value.startsWith('http://www.w3.org/2001/XMLSchema#') === true;
  const properties = new Set<number>([...s.functional.keys(), ...s.inverseFunctional.keys(), ...s.irreflexive.keys(), ...s.asymmetric.keys(), ...s.disjointProperties.keys()]);
  for (const r of restrictions) properties.add(r.property);
  for (const d of [...s.keys, ...s.chains]) for (const p of [d.node, ...d.members]) properties.add(p);
  for (const links of [s.domains, s.ranges]) for (const [p, list] of links) if (list.some((l) => classes.has(l.to) || isDatatype(l.to))) properties.add(p);
  const assertion = f.iri(`${OWL}assertionProperty`);
  for (const n of f.subjects(assertion)) for (const t of f.out(assertion, n)) properties.add(f.o[t] as number);
  for (const name of ['sameAs', 'differentFrom']) properties.add(f.iri(OWL + name));
  for (let before = -1; before !== properties.size; ) {
    before = properties.size;
    spread(properties, s.superProperties);
    spread(properties, s.inverses);
  }
  return { class: (c) => classes.has(c), property: (p) => properties.has(p) };
}

/** Adds to a set all from which a link leads into it. */
function spread(set: Set<number>, links: ReadonlyMap<number, readonly Link[]>): void {
  const back = new Map<number, number[]>();
  for (const [from, list] of links) for (const l of list) push(back, l.to, from);
  // a set that grows while it is walked: everything is visited once, cycles do no harm
  for (const x of set) for (const from of back.get(x) ?? []) set.add(from);
}
