import { finding, short, type Finding } from './finding.js';
import { nodesOf } from './nodes.js';
import type { Ontology } from './ontology.js';
import type { Subject } from './types.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const UNION = 'http://www.w3.org/2002/07/owl#unionOf';

/**
 * HW-206: a property of our own vocabulary on a thing of which the ontology does not say that it has such. A domain is read as a constraint here, not as a
 * licence to conclude: in a finished graph everything states its type.
 */
export function checkDomains({ quads }: Subject, ontology: Ontology): Finding[] {
  const domains = domainsOf(ontology);
  const above = supers(ontology);
  const found: Finding[] = [];
  for (const [node, own] of nodesOf(quads).all) {
    // what has no type of the ontology is not ours to judge
    if (!own.types.some((t) => ontology.classes.has(t))) continue;
    for (const property of own.values.keys()) {
      const domain = domains.get(property);
      if (!domain || own.types.some((t) => [...above(t)].some((c) => domain.has(c)))) continue;
      found.push(finding('HW-206', node, { property: short(property) }, { path: property, actual: own.types.join(' '), terms: { between: [...domain], class: own.types } }));
    }
  }
  return found;
}

const cached = new WeakMap<Ontology, Map<string, ReadonlySet<string>>>();

/** The classes that may have a property: its domain, or the members of the union that is it. */
function domainsOf(ontology: Ontology): Map<string, ReadonlySet<string>> {
  const had = cached.get(ontology);
  if (had) return had;
  const value = new Map<string, string>();
  for (const q of ontology.quads) if ([`${RDF}first`, `${RDF}rest`, UNION].includes(q.predicate.value)) value.set(`${q.subject.value} ${q.predicate.value}`, q.object.value);
  const domains = new Map<string, ReadonlySet<string>>();
  for (const q of ontology.quads) {
    if (q.predicate.value !== `${RDFS}domain`) continue;
    const union = value.get(`${q.object.value} ${UNION}`), classes = new Set<string>();
    const seen = new Set<string>();
    for (let at = union; at !== undefined && !seen.has(at); at = value.get(`${at} ${RDF}rest`)) {
      seen.add(at);
      const member = value.get(`${at} ${RDF}first`);
      if (member !== undefined) classes.add(member);
    }
    if (union === undefined) classes.add(q.object.value);
    // of several domains all would have to hold: only single ones are judged
    if (domains.has(q.subject.value)) domains.set(q.subject.value, new Set());
    else domains.set(q.subject.value, classes);
  }
  for (const [p, classes] of domains) if (classes.size === 0 || [...classes].some((c) => !ontology.classes.has(c))) domains.delete(p);
  cached.set(ontology, domains);
  return domains;
}

/** Superclasses of a class, itself included; circles do no harm. */
function supers(ontology: Ontology): (c: string) => ReadonlySet<string> {
  const direct = new Map<string, string[]>(), known = new Map<string, Set<string>>();
  for (const q of ontology.subClasses) {
    const list = direct.get(q.subject.value);
    if (list) list.push(q.object.value);
    else direct.set(q.subject.value, [q.object.value]);
  }
  return (c) => {
    let all = known.get(c);
    if (!all) {
      known.set(c, (all = new Set([c])));
      for (const x of all) for (const up of direct.get(x) ?? []) all.add(up);
    }
    return all;
  };
}
