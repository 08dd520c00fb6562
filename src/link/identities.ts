import type { Extraction } from '../extract/index.js';
import { codePoints } from '../formats/annotations.js';
import { labelsOf, type KnownName } from '../graph/quads.js';
import { join, NONE, otherwise, type Groups, type Joined, type Named } from './joined.js';

/** What an article says of somebody or something that other articles may mean too. */
export interface Claim {
  readonly article: string;
  readonly graph: string;
  /** IRI that its name alone gives it. */
  readonly iri: string;
  readonly name: string;
  /** Its labels in this article, by language. */
  readonly labels: Readonly<Record<string, string>>;
  /** An entry of a name list: its id says who it is. */
  readonly listed: boolean;
  readonly posts: readonly string[];
  readonly countries: readonly string[];
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

/** The claims of one article, and the merges inside it. `groups`: entities that corrections join, of which also those claim that only this article knows. */
export function claimsOf(x: Extraction, graph: string, iris: ReadonlyMap<string, string>, known: (id: string) => KnownName | undefined, countryOf: CountryOf, fold: (s: string) => string, groups: Groups = NONE): { claims: Claim[]; merges: Merge[] } {
  const cp = codePoints(x.article.text);
  const ids = new Map(x.entities.map((e) => [e.id, e.known]));
  const claims: Claim[] = [];
  const merges: Merge[] = [];
  for (const e of x.entities) {
    const iri = iris.get(e.id);
    if (iri === undefined) continue;
    for (const m of e.mentions) if (m.joined !== undefined) merges.push({ scope: 'article', iri, article: x.article.id, name: m.name, at: [cp(m.span.start), cp(m.span.end)], reason: m.joined });
    if (e.local && !groups.has(iri)) continue;
    const posts = new Set<string>(), countries = new Set<string>();
    for (const r of x.relations) {
      if (r.type !== 'position' || r.subject !== e.id) continue;
      if (r.title) posts.add(fold(x.article.text.slice(r.title.start, r.title.end)));
      const where = countryOf(ids.get(r.object) ?? '');
      if (where !== undefined) countries.add(where);
    }
    claims.push({ article: x.article.id, graph, iri, name: e.name, labels: labelsOf(e, e.known === undefined ? undefined : known(e.known)), listed: e.known !== undefined, posts: [...posts], countries: [...countries] });
  }
  return { claims, merges };
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((v) => b.includes(v));

/** Why two people of one name are not one: the countries of their posts differ, or, where no country is the same, their posts. */
function contradiction(a: Claim, b: Claim): string | undefined {
  if (shares(a.countries, b.countries)) return undefined;
  if (a.countries.length > 0 && b.countries.length > 0) return `countries differ: ${a.countries.join(', ')} / ${b.countries.join(', ')}`;
  if (a.posts.length > 0 && b.posts.length > 0 && !shares(a.posts, b.posts)) return `posts differ: ${a.posts.join(', ')} / ${b.posts.join(', ')}`;
  return undefined;
}

/** What was decided over all articles: what is renamed in which graph, what corrections join, and which label a thing has where articles spell its name differently. */
export interface Settlement extends Joined {
  /** New IRI by `GRAPH IRI`. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Label by `LANGUAGE IRI`, only where there are several. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A text as part of a key: ends of lines and other control characters are written as in JSON. */
export const inKey = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The claims whose IRI, then article, came first. Claims in this order are settled without being held. */
export const claimKey = (c: Claim): string => `${c.iri}\u0001${inKey(c.article)}`;

/** Things of one IRI that are one. */
interface Party {
  readonly iri: string;
  /** Those of its claims that can contradict another, each different one once. */
  readonly known: Map<string, Claim>;
  /** In how many articles each label stands, by language. */
  readonly labels: Map<string, Map<string, number>>;
  articles: number;
}

/**
 * Decides which names in which articles are one thing, one claim after the other in the order of `claimKey`. Unlisted things of one name are, unless posts or
 * countries contradict; then the later (by article id) gets an IRI of its own. One label a language is chosen: the spelling of most articles, the first in
 * code-unit order among equals. Only the things of one IRI are held at a time, and those of `groups`; `merge` is told every decision.
 */
export function createSettler(merge: (m: Merge) => void, groups: Groups = NONE): { add(c: Claim): void; end(): Settlement } {
  const renamed = new Map<string, string>(), labels = new Map<string, string>();
  let iri: string | undefined;
  const grouped: Named[] = [];
  let parties: Party[] = [];
  const close = (): void => {
    for (const p of parties) {
      const own: Record<string, string> = {};
      for (const [language, votes] of p.labels) {
        const best = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0];
        if (!best) continue;
        own[language] = best[0];
        if (votes.size > 1) labels.set(`${language} ${p.iri}`, best[0]);
      }
      if (groups.has(p.iri)) grouped.push({ iri: p.iri, articles: p.articles, labels: own });
    }
    parties = [];
  };
  return {
    add: (c) => {
      if (c.iri !== iri) close();
      iri = c.iri;
      let why: string | undefined;
      let party = c.listed ? parties[0] : parties.find((p) => {
        let against: string | undefined;
        for (const o of p.known.values()) if ((against = contradiction(o, c)) !== undefined) break;
        why ??= against;
        return against === undefined;
      });
      let reason = party && (c.listed ? 'same entry of a name list' : 'same name, and no post or country contradicts');
      if (!party) {
        party = { iri: parties.length === 0 ? c.iri : `${c.iri}-${parties.length + 1}`, known: new Map(), labels: new Map(), articles: 0 };
        parties.push(party);
        if (parties.length > 1) reason = `kept apart: ${why ?? ''}`;
      }
      party.articles++;
      const group = groups.get(party.iri);
      if (group && group.root !== party.iri) merge({ scope: 'articles', iri: group.root, article: c.article, name: c.name, reason: otherwise(group.reason, party.iri) });
      else if (reason !== undefined) merge({ scope: 'articles', iri: party.iri, article: c.article, name: c.name, reason });
      if (c.posts.length > 0 || c.countries.length > 0) party.known.set(JSON.stringify([c.posts, c.countries]), c);
      for (const [language, label] of Object.entries(c.labels)) {
        const votes = party.labels.get(language) ?? new Map<string, number>();
        party.labels.set(language, votes.set(label, (votes.get(label) ?? 0) + 1));
      }
      if (party.iri !== c.iri) renamed.set(`${c.graph} ${c.iri}`, party.iri);
    },
    end: () => {
      close();
      return settlementWith(groups, renamed, labels, grouped);
    },
  };
}

/** What was settled, with things that corrections join. `grouped`: all that are in a group. */
export function settlementWith(groups: Groups, renamed: ReadonlyMap<string, string>, labels: Map<string, string>, grouped: readonly Named[]): Settlement {
  const { joined, labels: chosen, named } = join(groups, grouped);
  for (const { iri, labels: own } of grouped) for (const language of Object.keys(own)) labels.delete(`${language} ${iri}`);
  for (const [key, label] of chosen) labels.set(key, label);
  return { renamed, labels, joined, named };
}

/** The same for claims that are all at hand, in any order. */
export function settle(claims: readonly Claim[], groups: Groups = NONE): Settlement & { readonly merges: readonly Merge[] } {
  const merges: Merge[] = [];
  const settler = createSettler((m) => merges.push(m), groups);
  const keyed = claims.map((c) => ({ c, key: claimKey(c) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { c } of keyed) settler.add(c);
  return { ...settler.end(), merges };
}

/** The first lines of `merges.tsv`. */
export const MERGES_HEADER = [
  '# Why a name was taken for a thing named before. To undo a merge, give the thing another IRI in the named graph of that article.',
  '# 1 scope: article (inside one article) or articles (between them)',
  '# 2 IRI of the thing', '# 3 article id', '# 4 name as written', '# 5 where it begins, in code points (inside an article)', '# 6 where it ends', '# 7 reason',
];
/** A cell of a table holds no mark that ends a cell or a line. */
// eslint-disable-next-line no-control-regex -- those are the marks
export const cell = (s: string): string => s.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');

/** The order of `merges.tsv`: scope, article, place. */
export const mergeKey = (m: Merge): string => [m.scope, cell(m.article), String(m.at?.[0] ?? 0).padStart(9, '0')].join('\u0001');

/** A row of `merges.tsv`. */
export const mergeRow = (m: Merge): string => [m.scope, m.iri, m.article, m.name, m.at?.[0] ?? '', m.at?.[1] ?? '', m.reason].map((v) => cell(String(v))).join('\t');

/** Reads a row of `merges.tsv` again; undefined when it is none. Lines that begin with # are none. */
export function readMerge(line: string): Merge | undefined {
  const [scope, iri, article, name, start, end, reason, ...more] = line.split('\t');
  if ((scope !== 'article' && scope !== 'articles') || !iri || article === undefined || name === undefined || start === undefined || end === undefined || !reason || more.length > 0) return undefined;
  if (!/^(?:\d+\t\d+|\t)$/.test(`${start}\t${end}`)) return undefined;
  return { scope, iri, article, name, ...(start === '' ? {} : { at: [Number(start), Number(end)] as const }), reason };
}
