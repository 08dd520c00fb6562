import { Parser, type Quad } from 'n3';
import { loadTables } from '../../src/language/load.js';
import type { Extraction } from '../../src/extract/index.js';
import type { Article } from '../../src/model/article.js';
import type { EntityType, Event, Relation, RelationType, Role, RoleFill, Status } from '../../src/model/types.js';
import type { Span } from '../../src/model/span.js';
import { news, type EventType, type Term } from '../../src/model/vocabulary.js';
import { settle } from '../../src/link/identities.js';
import { settled } from '../../src/link/settled.js';
import { createEngine } from '../../src/pipeline.js';

export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';
export const tables = loadTables();
export const engine = createEngine(tables);

/** The graph of several articles, as `hewal build` settles it. */
export const together = (read: readonly Extraction[], e = engine): Quad[] => [...settled(read.flatMap((x) => e.quads(x)), settle(read.flatMap((x) => e.claims(x).claims), e.groups))];

export interface RoleSpec {
  readonly entity?: number;
  readonly words?: string;
  readonly value?: string;
  readonly implied?: boolean;
}
export interface EventSpec {
  readonly type: EventType;
  readonly trigger: string;
  readonly sentence?: string;
  readonly status?: Status;
  readonly source?: number;
  readonly roles: readonly (readonly [Role, RoleSpec])[];
}
export interface Spec {
  readonly entities: readonly { readonly name: string; readonly type: EntityType; readonly words?: readonly string[]; readonly known?: string; readonly local?: boolean }[];
  readonly events?: readonly EventSpec[];
  readonly relations?: readonly { readonly type: RelationType; readonly subject: number; readonly object: number; readonly title?: string }[];
}

/** An extraction written down by hand: words stand for the place where the text first has them. */
export function byHand(article: Article, spec: Spec): Extraction {
  const at = (words: string): Span => {
    const start = article.text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in the text of ${article.id}`);
    return { start, end: start + words.length };
  };
  const whole: Span = { start: 0, end: article.text.length };
  const fill = (role: Role, r: RoleSpec): RoleFill => ({
    role, certainty: r.implied ? 'implied' : 'stated',
    ...(r.entity === undefined ? {} : { entity: `e${r.entity}` }), ...(r.words === undefined ? {} : { span: at(r.words) }), ...(r.value === undefined ? {} : { value: r.value }),
  });
  return {
    article,
    entities: spec.entities.map((e, i) => ({
      id: `e${i}`, type: e.type, name: e.name, local: e.local ?? false, ...(e.known ? { known: e.known } : {}),
      mentions: (e.words ?? []).map((w) => ({ span: at(w), name: e.name, type: e.type, foundBy: 'test' })),
    })),
    events: (spec.events ?? []).map((e, i): Event => ({
      id: `v${i + 1}`, type: e.type, trigger: at(e.trigger), sentence: e.sentence ? at(e.sentence) : whole, status: e.status ?? 'asserted', alsoTriggers: [], foundBy: 'test.rule', confidence: 0.5,
      ...(e.source === undefined ? {} : { source: `e${e.source}` }), roles: e.roles.map(([role, r]) => fill(role, r)),
    })),
    relations: (spec.relations ?? []).map((r, i): Relation => ({
      id: `r${i + 1}`, type: r.type, subject: `e${r.subject}`, object: `e${r.object}`, evidence: whole, sentence: whole, foundBy: 'test.relation', confidence: 0.5, ...(r.title ? { title: at(r.title) } : {}),
    })),
    sentences: [whole],
  };
}

/** One string for one quad; equal quads, equal strings, whoever parsed them. */
export const keyOf = (q: Quad): string => JSON.stringify([
  q.subject.termType, q.subject.value, q.predicate.value, q.object.termType, q.object.value,
  q.object.termType === 'Literal' ? [q.object.language, q.object.datatype.value] : [], q.graph.value,
]);
export const keys = (quads: readonly Quad[]): string[] => [...new Set(quads.map(keyOf))].sort();
/** Number of triples of the union of all graphs. */
export const triples = (quads: readonly Quad[]): number => new Set(quads.map((q) => JSON.stringify(JSON.parse(keyOf(q)).slice(0, 6)))).size;
export const parse = (text: string, format: string): Quad[] => new Parser({ format }).parse(text);

/** Values of one property of one node. */
export const values = (quads: readonly Quad[], subject: string, property: Term | string): string[] => {
  const p = property.includes(':') ? property : news(property as Term);
  return quads.filter((q) => q.subject.value === subject && q.predicate.value === p).map((q) => q.object.value);
};
/** The nodes of one class of the ontology. */
export const nodes = (quads: readonly Quad[], type: Term): string[] => quads.filter((q) => q.predicate.value === RDF_TYPE && q.object.value === news(type)).map((q) => q.subject.value);

/** Own articles in plain Sorani. */
export const ARTICLES: readonly Article[] = [
  { id: 'meeting', published: '2024-05-10', title: 'کۆبوونەوە', text: 'مستەفا کازمی ڕۆژی ١٥ی تەممووزی ٢٠٢١ لە بەغدا لەگەڵ جۆ بایدن کۆبووەوە. دواتر بایدن سەردانی هەولێری کرد.' },
  { id: 'visit', published: '2024-05-11', publisher: 'Own', text: '😀 نێچیرڤان بارزانی پێشوازی لە ئیمانوێل ماکرۆن کرد. ماکرۆن سەردانی هەولێر دەکات.' },
  { id: 'arrest', published: '2024-05-12', url: 'https://example.org/a?b=[1]#c', text: 'هێزەکانی ئاسایش لە سلێمانی سێ کەسیان دەستگیر کرد. مستەفا کازمی لەگەڵ جۆ بایدن کۆنەبووەوە.' },
  { id: 'post', text: 'ڕێبوار ئەحمەد، وەزیری پێشمەرگە، سەردانی کەرکووکی کرد و گوتی: "ئەمە هەنگاوێکی گرنگە".' },
];
