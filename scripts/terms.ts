// Generates src/model/vocabulary.ts from ontology/news.ttl: the only place where terms of the ontology are spelled in code.
// `npm run terms` writes it; `npm run terms -- --check` fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFactory, Parser, Store, type NamedNode } from 'n3';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const NEWS = 'https://w3id.org/hewal/news#';
const { namedNode } = DataFactory;
const store = new Store(new Parser().parse(readFileSync(join(root, 'ontology/news.ttl'), 'utf8')));
const rdf = (l: string): NamedNode => namedNode(`http://www.w3.org/1999/02/22-rdf-syntax-ns#${l}`);
const rdfs = (l: string): NamedNode => namedNode(`http://www.w3.org/2000/01/rdf-schema#${l}`);
const owl = (l: string): NamedNode => namedNode(`http://www.w3.org/2002/07/owl#${l}`);
const news = (l: string): NamedNode => namedNode(NEWS + l);
const local = (iri: string): string => iri.slice(NEWS.length);
const subjects = (p: NamedNode, o: NamedNode): string[] =>
  store.getSubjects(p, o, null).map((s) => s.value).filter((v) => v.startsWith(NEWS)).map(local).sort();
const value = (s: string, p: string): string | undefined => store.getObjects(news(s), news(p), null)[0]?.value;

const classes = subjects(rdf('type'), owl('Class'));
const properties = [...subjects(rdf('type'), owl('ObjectProperty')), ...subjects(rdf('type'), owl('DatatypeProperty')), ...subjects(rdf('type'), owl('AnnotationProperty'))];
const individuals = subjects(rdf('type'), news('Status'));
const events = subjects(rdfs('subClassOf'), news('Event'));
const generic = ['agent', 'target', 'participant', 'place', 'organization', 'winner', 'topic', 'time', 'count', 'amount', 'position', 'instrument'];
const roles: Record<string, Record<string, string>> = {};
for (const e of events) roles[e] = {};
for (const g of generic) for (const p of subjects(rdfs('subPropertyOf'), news(g))) {
  for (const d of store.getObjects(news(p), rdfs('domain'), null)) {
    const own = roles[local(d.value)];
    if (own) own[g] = p;
  }
}
const inverses = new Set(store.getObjects(null, owl('inverseOf'), null).map((o) => o.value));
/** The classes a property's range allows: a named class, or the members of a union. */
const range = (p: string): string[] => store.getObjects(news(p), rdfs('range'), null).flatMap((r) => {
  if (r.termType === 'NamedNode') return r.value.startsWith(NEWS) ? [local(r.value)] : [];
  const members: string[] = [];
  let list = store.getObjects(r, owl('unionOf'), null)[0];
  while (list && list.value !== rdf('nil').value) {
    const first = store.getObjects(list, rdf('first'), null)[0];
    if (first) members.push(local(first.value));
    list = store.getObjects(list, rdf('rest'), null)[0];
  }
  return members;
});
const fillers: Record<string, string[]> = {};
for (const e of events) for (const p of Object.values(roles[e] ?? {})) fillers[p] = range(p);
for (const p of subjects(rdfs('subPropertyOf'), news('relationRole'))) if (range(p).length > 0) fillers[p] = range(p);
for (const g of generic) if (range(g).length > 0) fillers[g] = range(g);
const direct = properties.filter((p) => value(p, 'shortOf') && !inverses.has(NEWS + p)).map((p) => ({
  property: p, of: local(value(p, 'shortOf') ?? ''), from: local(value(p, 'fromRole') ?? ''), to: local(value(p, 'toRole') ?? ''),
})).sort((a, b) => a.property.localeCompare(b.property));

// what each event type needs to be worth stating: the shapes named TYPENeeds
const SH = 'http://www.w3.org/ns/shacl#';
const shapes = new Store(new Parser().parse(readFileSync(join(root, 'ontology/shapes.ttl'), 'utf8')));
const needs: Record<string, string[]> = {};
for (const e of events) {
  const path = shapes.getObjects(namedNode(`https://w3id.org/hewal/shapes#${e}Needs`), namedNode(`${SH}path`), null)[0];
  if (!path) continue;
  if (path.termType === 'NamedNode') needs[e] = [local(path.value)];
  else {
    needs[e] = [];
    let node = shapes.getObjects(path, namedNode(`${SH}alternativePath`), null)[0];
    while (node && node.value !== rdf('nil').value) {
      const first = shapes.getObjects(node, rdf('first'), null)[0];
      if (first) needs[e]?.push(local(first.value));
      node = shapes.getObjects(node, rdf('rest'), null)[0];
    }
  }
}

const list = (items: readonly string[]): string => items.map((t) => `  ${JSON.stringify(t)},`).join('\n').replace(/"/g, "'");
const out = `// Generated from ontology/news.ttl by "npm run terms". Do not edit.
/* eslint-disable */

export const NEWS = '${NEWS}';

/** Every class, property and individual that the ontology declares. */
export const TERMS = [
${list([...new Set([...classes, ...properties, ...individuals])].sort())}
] as const;
export type Term = (typeof TERMS)[number];

/** The IRI of a declared term. */
export const news = (term: Term): string => NEWS + term;

export const EVENT_TYPES = [
${list(events)}
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Event type, generic role: the ontology's own property for it. Roles that are not here use the generic property. */
export const ROLE_PROPERTIES: Readonly<Record<EventType, Readonly<Record<string, Term>>>> = ${JSON.stringify(roles, null, 2).replace(/"(\w+)":/g, '$1:').replace(/"/g, "'")};

/** The classes that may fill a role of an event or a relation (the range of its property). */
export const FILLERS: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(fillers, null, 2).replace(/"/g, "'")};

/** An event of the type is stated only with at least one of these (shapes.ttl, TYPENeeds). */
export const NEEDS: Readonly<Partial<Record<EventType, readonly string[]>>> = ${JSON.stringify(needs, null, 2).replace(/"(\w+)":/g, '$1:').replace(/"/g, "'")};

/** Direct properties and what they are short for. */
export const DIRECT: readonly { readonly property: Term; readonly of: Term; readonly from: Term; readonly to: Term }[] = [
${direct.map((d) => `  { property: '${d.property}', of: '${d.of}', from: '${d.from}', to: '${d.to}' },`).join('\n')}
];
`;
const file = join(root, 'src/model/vocabulary.ts');
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== out) {
    console.error('src/model/vocabulary.ts is stale: run "npm run terms"');
    process.exit(1);
  }
} else writeFileSync(file, out);
console.log(`terms: ${classes.length} classes, ${properties.length} properties, ${events.length} event types, ${direct.length} direct properties`);
