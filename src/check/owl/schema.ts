import type { Facts } from './facts.js';

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const OWL = 'http://www.w3.org/2002/07/owl#';

/** A consequence: the class or property it leads to, and the triples of the ontology that say so. */
export interface Link {
  readonly to: number;
  readonly by: readonly number[];
}
export interface Restriction {
  /** The class that is the restriction. */
  readonly node: number;
  readonly property: number;
  /** Filler class, individual or, of a cardinality, the class that is counted (-1: any). */
  readonly filler: number;
  readonly by: readonly number[];
}
export interface Members {
  readonly members: readonly number[];
  readonly by: readonly number[];
}
export interface Defined extends Members {
  readonly node: number;
}

/** What OWL 2 RL asks of the axioms of an ontology, arranged by the term that sets a rule off. */
export interface Schema {
  readonly superClasses: Map<number, Link[]>;
  readonly superProperties: Map<number, Link[]>;
  readonly domains: Map<number, Link[]>;
  readonly ranges: Map<number, Link[]>;
  /** Properties that hold the other way round; symmetric ones lead to themselves. */
  readonly inverses: Map<number, Link[]>;
  readonly disjointClasses: Map<number, Link[]>;
  readonly disjointProperties: Map<number, Link[]>;
  /** The axiom, by property. */
  readonly functional: Map<number, number>;
  readonly inverseFunctional: Map<number, number>;
  readonly irreflexive: Map<number, number>;
  readonly asymmetric: Map<number, number>;
  readonly transitive: Map<number, number>;
  readonly intersections: readonly Defined[];
  readonly unions: readonly Defined[];
  readonly enumerations: readonly Defined[];
  readonly some: readonly Restriction[];
  readonly all: readonly Restriction[];
  readonly has: readonly Restriction[];
  /** At most nothing, at most one. */
  readonly none: readonly Restriction[];
  readonly one: readonly Restriction[];
  readonly keys: readonly Defined[];
  readonly chains: readonly Defined[];
  /** Things that are all different from each other. */
  readonly different: readonly Members[];
}

export const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Reads the axioms out of the triples. */
export function readSchema(f: Facts): Schema {
  const type = f.iri(`${RDF}type`), firstOf = f.iri(`${RDF}first`), restOf = f.iri(`${RDF}rest`);
  const each = (property: string, visit: (s: number, o: number, t: number) => void): void => {
    const p = f.iri(property);
    if (p >= 0) for (const s of f.subjects(p)) for (const t of f.out(p, s)) visit(s, f.o[t] as number, t);
  };
  const links = (property: string, both = false): Map<number, Link[]> => {
    const map = new Map<number, Link[]>();
    each(property, (s, o, t) => {
      push(map, s, { to: o, by: [t] });
      if (both) push(map, o, { to: s, by: [t] });
    });
    return map;
  };
  const typed = (cls: string): Map<number, number> => new Map(f.in(type, f.iri(OWL + cls)).map((t) => [f.s[t] as number, t]));
  /** The members of a list; a cycle ends it. */
  const list = (node: number): Members => {
    const members: number[] = [], by: number[] = [], seen = new Set<number>();
    for (let at = node; !seen.has(at); ) {
      seen.add(at);
      const first = f.out(firstOf, at)[0], rest = f.out(restOf, at)[0];
      if (first === undefined) break;
      members.push(f.o[first] as number);
      by.push(first);
      if (rest === undefined) break;
      by.push(rest);
      at = f.o[rest] as number;
    }
    return { members, by };
  };
  const lists = (property: string): Defined[] => {
    const found: Defined[] = [];
    each(property, (node, o, t) => {
      const { members, by } = list(o);
      found.push({ node, members, by: [t, ...by] });
    });
    return found;
  };

  const superClasses = links(`${RDFS}subClassOf`), superProperties = links(`${RDFS}subPropertyOf`);
  for (const [property, map] of [['equivalentClass', superClasses], ['equivalentProperty', superProperties], ['sameAs', superClasses], ['sameAs', superProperties]] as const) for (const [s, found] of links(OWL + property, true)) for (const l of found) push(map, s, l);
  const inverses = links(`${OWL}inverseOf`, true);
  for (const [p, t] of typed('SymmetricProperty')) push(inverses, p, { to: p, by: [t] });

  const disjointClasses = links(`${OWL}disjointWith`, true), disjointProperties = links(`${OWL}propertyDisjointWith`, true);
  for (const [s, found] of links(`${OWL}complementOf`, true)) for (const l of found) push(disjointClasses, s, l);
  const apart = (cls: string, property: string, map: Map<number, Link[]>): void => {
    const all = typed(cls);
    for (const d of lists(OWL + property)) {
      const axiom = all.get(d.node);
      if (axiom !== undefined) for (const a of d.members) for (const b of d.members) if (a !== b) push(map, a, { to: b, by: [axiom, ...d.by] });
    }
  };
  apart('AllDisjointClasses', 'members', disjointClasses);
  apart('AllDisjointProperties', 'members', disjointProperties);
  const isAllDifferent = typed('AllDifferent');
  const allDifferent = ['members', 'distinctMembers'].flatMap((name) => lists(OWL + name)).flatMap((d): Members[] => {
    const axiom = isAllDifferent.get(d.node);
    return axiom === undefined ? [] : [{ members: d.members, by: [axiom, ...d.by] }];
  });
  for (const d of lists(`${OWL}disjointUnionOf`)) for (const a of d.members) {
    push(superClasses, a, { to: d.node, by: d.by });
    for (const b of d.members) if (a !== b) push(disjointClasses, a, { to: b, by: d.by });
  }

  const on = f.iri(`${OWL}onProperty`), onClass = f.iri(`${OWL}onClass`), thing = f.iri(`${OWL}Thing`);
  const restrictions = (property: string): Restriction[] => {
    const found: Restriction[] = [];
    each(property, (node, filler, t) => {
      for (const by of f.out(on, node)) found.push({ node, property: f.o[by] as number, filler, by: [t, by] });
    });
    return found;
  };
  const atMost = (n: string): Restriction[] => ['maxCardinality', 'cardinality', 'maxQualifiedCardinality', 'qualifiedCardinality'].flatMap((kind) => restrictions(OWL + kind)
    .filter((r) => Number(f.terms[r.filler]?.value) === Number(n))
    .map((r) => {
      const counted = kind.toLowerCase().includes('qualified') ? f.out(onClass, r.node)[0] : undefined;
      const filler = counted === undefined || f.o[counted] === thing ? -1 : (f.o[counted] as number);
      return { ...r, filler, by: counted === undefined ? r.by : [...r.by, counted] };
    }));
  return {
    superClasses, superProperties, domains: links(`${RDFS}domain`), ranges: links(`${RDFS}range`), inverses, disjointClasses, disjointProperties,
    functional: typed('FunctionalProperty'), inverseFunctional: typed('InverseFunctionalProperty'), irreflexive: typed('IrreflexiveProperty'),
    asymmetric: typed('AsymmetricProperty'), transitive: typed('TransitiveProperty'),
    intersections: lists(`${OWL}intersectionOf`), unions: lists(`${OWL}unionOf`), enumerations: lists(`${OWL}oneOf`),
    some: restrictions(`${OWL}someValuesFrom`), all: restrictions(`${OWL}allValuesFrom`), has: restrictions(`${OWL}hasValue`), none: atMost('0'), one: atMost('1'),
    keys: lists(`${OWL}hasKey`), chains: lists(`${OWL}propertyChainAxiom`), different: allDifferent,
  };
}

/** Groups restrictions by what sets them off. */
export function by<T>(list: readonly T[], key: (item: T) => number | readonly number[]): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const item of list) for (const k of [key(item)].flat()) push(map, k, item);
  return map;
}
