import { DataFactory, type Quad } from 'n3';
import type { Extraction } from '../extract/index.js';
import { codePoints } from '../formats/annotations.js';

/** What an article says of somebody or something that other articles may mean too. */
export interface Claim {
  readonly article: string;
  readonly graph: string;
  /** IRI that its name alone gives it. */
  readonly iri: string;
  readonly name: string;
  /** An entry of a name list: its id says who it is. */
  readonly listed: boolean;
  readonly posts: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

/** One row of `merges.tsv`: why a name was taken for a thing that had been named before, in its article or in another. */
export interface Merge {
  readonly scope: 'article' | 'articles';
  readonly iri: string;
  readonly article: string;
  readonly name: string;
  /** Code points of the article's text; undefined across articles. */
  readonly at?: readonly [number, number];
  readonly reason: string;
}

/** Country of a name-list id, as the lists say it in English; undefined where they do not. */
export type CountryOf = (known: string) => string | undefined;

/** The claims of one article, and the merges inside it. */
export function claimsOf(x: Extraction, graph: string, iris: ReadonlyMap<string, string>, countryOf: CountryOf, fold: (s: string) => string): { claims: Claim[]; merges: Merge[] } {
  const cp = codePoints(x.article.text);
  const known = new Map(x.entities.map((e) => [e.id, e.known]));
  const claims: Claim[] = [];
  const merges: Merge[] = [];
  for (const e of x.entities) {
    const iri = iris.get(e.id);
    if (iri === undefined) continue;
    for (const m of e.mentions) if (m.joined !== undefined) merges.push({ scope: 'article', iri, article: x.article.id, name: m.name, at: [cp(m.span.start), cp(m.span.end)], reason: m.joined });
    if (e.local) continue;
    const posts = new Set<string>(), countries = new Set<string>();
    for (const r of x.relations) {
      if (r.type !== 'position' || r.subject !== e.id) continue;
      if (r.title) posts.add(fold(x.article.text.slice(r.title.start, r.title.end)));
      const where = countryOf(known.get(r.object) ?? '');
      if (where !== undefined) countries.add(where);
    }
    claims.push({ article: x.article.id, graph, iri, name: e.name, listed: e.known !== undefined, posts, countries });
  }
  return { claims, merges };
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((v) => b.has(v));

/** Why two people of one name are not one: the countries of their posts differ, or, where no country is the same, their posts. */
function contradiction(a: Claim, b: Claim): string | undefined {
  if (shares(a.countries, b.countries)) return undefined;
  if (a.countries.size > 0 && b.countries.size > 0) return `countries differ: ${[...a.countries].join(', ')} / ${[...b.countries].join(', ')}`;
  if (a.posts.size > 0 && b.posts.size > 0 && !shares(a.posts, b.posts)) return `posts differ: ${[...a.posts].join(', ')} / ${[...b.posts].join(', ')}`;
  return undefined;
}

/**
 * Decides which names in which articles are one thing. Unlisted things of one name are, unless posts or countries contradict; then the later
 * (by article id) gets an IRI of its own. The result does not depend on the order in which articles were read.
 */
export function settleIdentities(quads: readonly Quad[], claims: readonly Claim[]): { quads: Quad[]; merges: Merge[] } {
  const byIri = new Map<string, Claim[]>();
  for (const c of [...claims].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))) byIri.set(c.iri, [...(byIri.get(c.iri) ?? []), c]);
  const renamed = new Map<string, string>();
  const merges: Merge[] = [];
  for (const [iri, list] of byIri) {
    const apart: { iri: string; claims: Claim[] }[] = [];
    for (const c of list) {
      let why: string | undefined;
      const same = c.listed ? apart[0] : apart.find((g) => {
        const against = g.claims.map((o) => contradiction(o, c)).find((r) => r !== undefined);
        why ??= against;
        return against === undefined;
      });
      if (same) {
        same.claims.push(c);
        merges.push({ scope: 'articles', iri: same.iri, article: c.article, name: c.name, reason: c.listed ? 'same entry of a name list' : 'same name, and no post or country contradicts' });
      } else {
        const own = apart.length === 0 ? iri : `${iri}-${apart.length + 1}`;
        apart.push({ iri: own, claims: [c] });
        if (apart.length > 1) merges.push({ scope: 'articles', iri: own, article: c.article, name: c.name, reason: `kept apart: ${why ?? ''}` });
      }
    }
    for (const g of apart.slice(1)) for (const c of g.claims) renamed.set(`${c.graph} ${iri}`, g.iri);
  }
  if (renamed.size === 0) return { quads: [...quads], merges };
  const node = <T extends Quad['subject'] | Quad['object']>(n: T, graph: string): T => {
    const to = n.termType === 'NamedNode' ? renamed.get(`${graph} ${n.value}`) : undefined;
    return to === undefined ? n : (DataFactory.namedNode(to) as T);
  };
  return { quads: quads.map((q) => DataFactory.quad(node(q.subject, q.graph.value), q.predicate, node(q.object, q.graph.value), q.graph)), merges };
}

const HEADER = [
  '# Why a name was taken for a thing named before. To undo a merge, give the thing another IRI in the named graph of that article.',
  '# 1 scope: article (inside one article) or articles (between them)',
  '# 2 IRI of the thing', '# 3 article id', '# 4 name as written', '# 5 where it begins, in code points (inside an article)', '# 6 where it ends', '# 7 reason',
];
// eslint-disable-next-line no-control-regex -- a cell holds no mark that ends a cell or a line
const cell = (s: string): string => s.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');

/** `merges.tsv`, sorted by scope, article and place. */
export function toMerges(merges: readonly Merge[]): string {
  const rows = merges.map((m) => ({ m, line: [m.scope, m.iri, m.article, m.name, m.at?.[0] ?? '', m.at?.[1] ?? '', m.reason].map((v) => cell(String(v))).join('\t') }));
  const by = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
  rows.sort((a, b) => by(a.m.scope, b.m.scope) || by(a.m.article, b.m.article) || (a.m.at?.[0] ?? 0) - (b.m.at?.[0] ?? 0) || by(a.line, b.line));
  return `${[...HEADER, ...rows.map((r) => r.line)].join('\n')}\n`;
}
