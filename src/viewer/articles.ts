import { articleOf, words, type Index } from '../explain/graph-index.js';
import { codePoints } from '../formats/annotations.js';
import { rank } from '../formats/rdf.js';
import type { Article } from '../model/article.js';
import { shortIri } from './model/iris.js';
import type { PagePassage } from './model/types.js';

/** The texts that the page shows, and where in them the passages of the graph stand. */
export interface Laid {
  readonly articles: readonly { readonly iri: string; readonly text: string; readonly whole: boolean }[];
  readonly articleNumber: ReadonlyMap<string, number>;
  readonly passages: readonly PagePassage[];
  /** Passage IRI → its number. */
  readonly number: ReadonlyMap<string, number>;
}

interface Found {
  readonly iri: string;
  readonly quote: string;
  /** Code points. */
  readonly start: number;
  readonly end: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lays out the text of every article: its own where it is given, otherwise what the passages quote of it, in their order. */
export function layTexts(index: Index, passageIris: readonly string[], articleIris: readonly string[], given: ReadonlyMap<string, Article> | undefined): Laid {
  const byArticle = new Map<string, Found[]>(articleIris.map((iri) => [iri, []]));
  for (const iri of passageIris) {
    const w = words(index, iri);
    if (!w) continue;
    const article = articleOf(index, iri), own = byArticle.get(article);
    if (own) own.push({ iri, ...w });
    else byArticle.set(article, [{ iri, ...w }]);
  }
  const articles: { iri: string; text: string; whole: boolean }[] = [];
  const passages: PagePassage[] = [];
  const number = new Map<string, number>();
  for (const [iri, found] of [...byArticle].map((x) => ({ x, key: rank(x[0]) })).sort((a, b) => compare(a.key, b.key)).map((y) => y.x)) {
    found.sort((a, b) => a.start - b.start || b.end - a.end || compare(a.iri, b.iri));
    const own = given?.get(iri);
    const { text, place } = own ? ofArticle(own.text) : ofQuotes(found);
    for (const p of found) {
      number.set(p.iri, passages.length);
      passages.push(placed({ ...p, iri: shortIri(p.iri, iri) }, articles.length, text, place(p.start)));
    }
    articles.push({ iri, text, whole: own !== undefined });
  }
  return { articles, articleNumber: new Map(articles.map((a, i) => [a.iri, i])), passages, number };
}

/** Text, and where in it (UTF-16) the code point of the article stands. */
interface Laying {
  readonly text: string;
  place(codePoint: number): number | undefined;
}

function ofArticle(text: string): Laying {
  const count = codePoints(text);
  if (count(text.length) === text.length) return { text, place: (cp) => cp };
  const units = new Int32Array(text.length + 1);
  for (let i = text.length; i >= 0; i--) units[count(i)] = i;
  return { text, place: (cp) => units[cp] };
}

/** Quotes that follow or overlap each other grow together; the others stand on lines of their own. */
function ofQuotes(found: readonly Found[]): Laying {
  let text = '';
  /** Pieces: first code point in the article, first unit in the text. */
  const pieces: { readonly from: number; readonly at: number; length: number }[] = [];
  for (const p of found) {
    const points = Array.from(p.quote);
    const last = pieces.at(-1);
    if (last && p.start <= last.from + last.length) {
      const known = last.from + last.length - p.start;
      if (points.length <= known) continue;
      const more = points.slice(known);
      text += more.join('');
      last.length += more.length;
    } else {
      if (text !== '') text += '\n';
      pieces.push({ from: p.start, at: text.length, length: points.length });
      text += p.quote;
    }
  }
  return {
    text,
    place: (cp) => {
      const piece = pieceOf(pieces, cp);
      if (!piece) return undefined;
      let at = piece.at;
      for (let n = piece.from; n < cp && at < text.length; n++) at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
      return at;
    },
  };
}

/** The last piece that begins at or before a code point. */
function pieceOf<T extends { readonly from: number }>(pieces: readonly T[], cp: number): T | undefined {
  let low = 0, high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as T).from <= cp) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/** A passage at its place, or with its quote where the text has other words there: the graph was made from another text, or changed. */
function placed(p: Found, article: number, text: string, from: number | undefined): PagePassage {
  const there = from !== undefined && p.quote !== '' && text.startsWith(p.quote, from);
  return there ? { iri: p.iri, article, from, to: from + p.quote.length } : { iri: p.iri, article, from: 0, to: 0, quote: p.quote };
}
