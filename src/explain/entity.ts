import { rank } from '../formats/rdf.js';
import type { Merge } from '../link/identities.js';
import { SHORT_FORMS } from '../model/relations.js';
import { NEWS, news, type Term } from '../model/vocabulary.js';
import { ALT, articleOf, first, LABEL, labelsOf, RDF_TYPE, SAME_AS, shortName, words, type Index, type Label, type Words } from './graph-index.js';
import { classOf, kindOf, type Kind } from './kinds.js';
import { factsOf, statusOf, type Fact } from './roles.js';

/** The places of one article in which a thing is named. */
export interface Mentioned {
  readonly article: string;
  readonly title: string | undefined;
  readonly published: string | undefined;
  readonly mentions: readonly (Words & { readonly passage: string })[];
}

/** An event or relation in which a thing takes part. */
export interface Part {
  readonly node: string;
  readonly kind: Kind;
  readonly type: string;
  readonly status: string;
  /** Its roles there; `source` when the text says that it says so. */
  readonly roles: readonly string[];
  readonly trigger: Words | undefined;
  readonly sentence: Words | undefined;
}

/** Everything that a graph says of one entity, and where. */
export interface EntityExplanation {
  readonly kind: 'entity';
  readonly iri: string;
  readonly types: readonly string[];
  readonly labels: readonly Label[];
  readonly altLabels: readonly Label[];
  readonly sameAs: readonly string[];
  readonly articles: readonly Mentioned[];
  readonly parts: readonly Part[];
  /** Direct facts with it as subject or object, and the events and relations that state them. */
  readonly facts: readonly (Fact & { readonly statedBy: readonly string[] })[];
  /** Why names were taken for this thing, as `merges.tsv` says; empty when it was not asked. */
  readonly merges: readonly Merge[];
}

const SHORT: ReadonlySet<string> = new Set(SHORT_FORMS.map((d) => news(d.property)));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPlace = (a: string, b: string): number => compare(rank(a), rank(b));

/** Explains an entity; undefined for anything else. */
export function explainEntity(index: Index, iri: string, merges: readonly Merge[] = []): EntityExplanation | undefined {
  if (kindOf(index, iri) !== 'entity') return undefined;
  const own = index.out.get(iri);
  const parts = partsOf(index, iri);
  return {
    kind: 'entity', iri, types: (own?.get(RDF_TYPE) ?? []).map(shortName),
    labels: labelsOf(index, iri, LABEL).sort(byLanguage), altLabels: labelsOf(index, iri, ALT).sort(byLanguage), sameAs: own?.get(SAME_AS) ?? [],
    articles: articlesOf(index, iri), parts, facts: factsAbout(index, iri, parts), merges: merges.filter((m) => m.iri === iri),
  };
}

const byLanguage = (a: Label, b: Label): number => compare(a.language, b.language) || compare(a.text, b.text);

function articlesOf(index: Index, iri: string): Mentioned[] {
  const found = new Map<string, (Words & { passage: string })[]>();
  for (const passage of index.into.get(iri)?.get(news('denotes')) ?? []) {
    const w = words(index, passage);
    if (!w) continue;
    const article = articleOf(index, passage);
    const list = found.get(article) ?? [];
    found.set(article, list);
    list.push({ ...w, passage });
  }
  return [...found].sort(([a], [b]) => compare(a, b)).map(([article, mentions]) => ({
    article, title: first(index, article, 'title'), published: first(index, article, 'published'), mentions: mentions.sort((a, b) => a.start - b.start || a.end - b.end),
  }));
}

function partsOf(index: Index, iri: string): Part[] {
  const roles = new Map<string, Set<string>>();
  for (const [property, nodes] of index.into.get(iri) ?? []) {
    if (!property.startsWith(NEWS)) continue;
    for (const node of nodes) roles.set(node, (roles.get(node) ?? new Set()).add(property.slice(NEWS.length)));
  }
  const parts: Part[] = [];
  for (const [node, own] of roles) {
    const kind = kindOf(index, node);
    if (kind !== 'event' && kind !== 'relation') continue;
    parts.push({ node, kind, type: shortName(classOf(index, node) ?? ''), status: statusOf(index, node), roles: [...own].sort(compare), trigger: words(index, first(index, node, 'trigger')), sentence: words(index, first(index, node, 'evidence')) });
  }
  return parts.sort((a, b) => byPlace(a.node, b.node));
}

function factsAbout(index: Index, iri: string, parts: readonly Part[]): (Fact & { statedBy: string[] })[] {
  const found = new Map<string, Fact & { statedBy: string[] }>();
  const key = (f: Fact): string => JSON.stringify([f.subject, f.predicate, f.object]);
  const add = (f: Fact): void => void found.set(key(f), { ...f, statedBy: [] });
  for (const [property, values] of index.out.get(iri) ?? []) if (SHORT.has(property)) for (const object of values) add({ subject: iri, predicate: property.slice(NEWS.length) as Term, object });
  for (const [property, values] of index.into.get(iri) ?? []) if (SHORT.has(property)) for (const subject of values) add({ subject, predicate: property.slice(NEWS.length) as Term, object: iri });
  for (const p of parts) for (const f of factsOf(index, p.node)) found.get(key(f))?.statedBy.push(p.node);
  const mine = (f: Fact): number => (f.subject === iri ? 0 : 1);
  return [...found.values()].sort((a, b) => mine(a) - mine(b) || compare(a.predicate, b.predicate) || byPlace(a.subject, b.subject) || byPlace(a.object, b.object));
}
