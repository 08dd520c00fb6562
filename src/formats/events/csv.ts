import { stringify } from 'csv-stringify/sync';
import type { Quad } from 'n3';
import { toldEvents, type Actor, type ToldEvent, type Words } from './article.js';
import { cell } from './cell.js';
import { codeOf, pairsOf, type Coded, type Pair } from './code.js';
import { quadClass, type Coding } from './coding.js';
import { daysOf, span, type Days } from './dates.js';

/** What a row is made of. */
interface Row {
  readonly event: ToldEvent;
  readonly coded: Coded;
  readonly pair: Pair;
  readonly number: number;
  readonly pairs: number;
  readonly mutual: boolean;
  readonly days: readonly Days[];
  readonly trigger: Words | undefined;
  readonly sentence: Words | undefined;
  readonly places: readonly Actor[];
  readonly sources: readonly Actor[];
}
/** What the columns need beside the graph. */
export interface EventTables {
  readonly coding: Coding;
  /** The country of an entity by its IRI, in English, where it is known (`Engine.countryOf`). */
  countryOf(iri: string): string | undefined;
}
type Column = (row: Row, tables: EventTables) => string | number | undefined;

const PLACES = ['place', 'destination', 'deployedTo', 'withdrawnFrom'] as const;
/** Several values of one kind in one cell. */
const joined = (values: readonly string[]): string => values.join('|');

/** The country that the name lists have for an actor; else the only one of what the article says it holds a post in, belongs to or lies in. */
function countryOf(a: Actor, t: EventTables): { readonly code: string; readonly basis: '' | 'list' | 'article' } {
  const code = (iri: string): string => t.coding.country(t.countryOf(iri));
  if (code(a.iri) !== '') return { code: code(a.iri), basis: 'list' };
  const told = new Set(a.within.map(code).filter(Boolean));
  return told.size === 1 ? { code: [...told][0] as string, basis: 'article' } : { code: '', basis: '' };
}

const actorColumns = (prefix: string, actors: (r: Row) => readonly Actor[]): Record<string, Column> => ({
  [`${prefix}_name_ckb`]: (r) => joined(actors(r).map((a) => a.ckb)),
  [`${prefix}_name_en`]: (r) => joined(actors(r).map((a) => a.en)),
  [`${prefix}_iri`]: (r) => joined(actors(r).map((a) => a.iri)),
  [`${prefix}_wikidata`]: (r) => joined(actors(r).map((a) => a.wikidata)),
  [`${prefix}_type`]: (r) => joined(actors(r).map((a) => a.type)),
  [`${prefix}_country`]: (r, t) => joined(actors(r).map((a) => countryOf(a, t).code)),
  [`${prefix}_country_basis`]: (r, t) => joined(actors(r).map((a) => countryOf(a, t).basis)),
});
const wordColumns = (name: string, words: (r: Row) => Words | undefined): Record<string, Column> => ({
  [name]: (r) => words(r)?.quote, [`${name}_start`]: (r) => words(r)?.start, [`${name}_end`]: (r) => words(r)?.end,
});
const some = (a: Actor | undefined): readonly Actor[] => (a ? [a] : []);

/** The columns in their order: docs/exports.md says what stands in each. */
const COLUMNS: Readonly<Record<string, Column>> = {
  event_id: (r) => r.event.iri, pair: (r) => r.number, pairs: (r) => r.pairs, direction: (r) => (r.mutual ? 'mutual' : 'directed'),
  article_id: (r) => r.event.article.iri, article_url: (r) => r.event.article.url, article_title: (r) => r.event.article.title, publisher: (r) => r.event.article.publisher, published: (r) => r.event.article.published,
  date: (r) => span(r.days)?.start ?? r.event.article.published,
  event_date_start: (r) => span(r.days)?.start, event_date_end: (r) => span(r.days)?.end,
  event_date_precision: (r) => (new Set(r.days.map((d) => d.start + d.precision)).size > 1 ? 'interval' : r.days[0]?.precision),
  event_time: (r) => r.days.find((d) => d.time)?.time,
  event_date_words: (r) => joined(r.event.words('timePassage').map((w) => w.quote)),
  ...actorColumns('source', (r) => some(r.pair.source)),
  ...actorColumns('target', (r) => some(r.pair.target)),
  event_type: (r) => r.event.type, status: (r) => r.event.status,
  cameo_code: (r) => r.coded.cameo, cameo_label: (r, t) => t.coding.code(r.coded.cameo)?.label,
  cameo_root: (r) => r.coded.cameo.slice(0, 2), cameo_root_label: (r, t) => t.coding.code(r.coded.cameo.slice(0, 2))?.label,
  quad_class: (r) => (r.coded.cameo === '' ? undefined : quadClass(r.coded.cameo)), goldstein: (r, t) => t.coding.code(r.coded.cameo)?.goldstein,
  plover_type: (r) => r.coded.plover, plover_mode: (r) => r.coded.mode, plover_context: (r) => r.coded.context,
  count: (r) => r.event.values('count')[0]?.value,
  topic: (r) => joined(r.event.words('topic').map((w) => w.quote)),
  ...actorColumns('place', (r) => r.places),
  ...actorColumns('attributed_to', (r) => r.sources),
  ...wordColumns('trigger', (r) => r.trigger),
  ...wordColumns('quote', (r) => r.sentence),
  rule: (r) => r.event.rule, confidence: (r) => r.event.confidence,
};
export const EVENT_COLUMNS: readonly string[] = Object.keys(COLUMNS);

function* rowsOf(quads: readonly Quad[], coding: Coding): Generator<Row> {
  const events = toldEvents(quads);
  for (const event of events) {
    const mapping = coding.mapping(event.type, event.rule);
    if (!mapping) continue;
    const { pairs, mutual } = pairsOf(event, mapping);
    const coded = codeOf(event, mapping, events, coding, { source: pairs.some((p) => p.source), target: pairs.some((p) => p.target) });
    const shared = {
      event, coded, mutual, pairs: pairs.length, days: event.values('time').flatMap(({ value, datatype }) => daysOf(value, datatype) ?? []),
      trigger: event.words('trigger')[0], sentence: event.words('evidence')[0], places: PLACES.flatMap((p) => event.actors(p)), sources: event.actors('source'),
    };
    for (const [i, pair] of pairs.entries()) yield { ...shared, pair, number: i + 1 };
  }
}

/** RFC 4180 ends a record with CRLF; a lone CR or LF inside a cell is quoted too, which the library would not do by itself. */
const lines = (rows: readonly (readonly (string | number | undefined)[])[]): string => stringify(rows as (string | number | undefined)[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });

/** Events as a table, a row a pair of actors: RFC 4180, UTF-8. One article is held at a time; articles stand in the order in which they come. */
export async function* eventsCsv(articles: Iterable<{ readonly quads: readonly Quad[] }> | AsyncIterable<{ readonly quads: readonly Quad[] }>, tables: EventTables): AsyncGenerator<string> {
  yield lines([EVENT_COLUMNS]);
  const columns = Object.values(COLUMNS);
  for await (const { quads } of articles) {
    const rows: (string | number | undefined)[][] = [];
    for (const row of rowsOf(quads, tables.coding)) {
      rows.push(columns.map((column) => {
        const value = column(row, tables);
        return typeof value === 'string' ? cell(value) : value;
      }));
      if (rows.length >= 1000) yield lines(rows.splice(0));
    }
    if (rows.length > 0) yield lines(rows);
  }
}

/** The same of quads in any order: article by article, in order of IRI. */
export async function toEventsCsv(quads: readonly Quad[], tables: EventTables): Promise<string> {
  const graphs = new Map<string, Quad[]>();
  for (const q of quads) {
    const own = graphs.get(q.graph.value);
    if (own) own.push(q);
    else graphs.set(q.graph.value, [q]);
  }
  let text = '';
  for await (const piece of eventsCsv([...graphs.keys()].sort().map((g) => ({ quads: graphs.get(g) as Quad[] })), tables)) text += piece;
  return text;
}
