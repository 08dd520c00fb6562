import { compileLetters } from '../../language/letters.js';
import type { LetterTable } from '../../language/tables.js';
import { createNormaliser } from '../../text/normalise.js';
import type { Reading } from './reading.js';
import type { PageArticle, PageEntity } from './types.js';

export interface Hit {
  readonly kind: 'entity' | 'article';
  readonly number: number;
}

export type Search = (query: string, most: number) => Hit[];

/** Letters without which a name is still known: vowels and what stands for them are typed in many ways. */
const VOWELS = /[ەهیوێۆئا\s'’-]/g;
/** Shorter than this nothing is looked for by its consonants. */
const SKELETON = 3;

/** One key for every spelling: hewal's own normalisation and letter folding, Latin letters without case and marks. */
export function createKey(table: LetterTable): (text: string) => string {
  const letters = compileLetters(table), normalise = createNormaliser(letters);
  return (text) => letters.fold(normalise(text).text).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * Searches entities by all their names and articles by title and text, all by their keys. What is not found so is looked for by its consonants.
 */
export function createSearch(r: Reading): Search {
  const key = createKey(r.data.letters);
  const namesOf = (e: PageEntity): string => [e.name.ckb, e.name.en, ...(e.also ?? [])].filter((x) => x !== undefined).map((n) => ` ${key(n)}`).join(' |');
  const names = new Map<number, string>();
  const nameKey = (n: number): string => {
    const known = names.get(n) ?? namesOf(r.data.entities[n] as PageEntity);
    names.set(n, known);
    return known;
  };
  const texts = new Map<number, string>();
  const textKey = (n: number, a: PageArticle): string => {
    const known = texts.get(n) ?? ` ${key(`${a.title ?? ''} ${a.publisher ?? ''} ${a.text}`)}`;
    texts.set(n, known);
    return known;
  };
  return (query, most) => {
    const asked = key(query).split(/\s+/).filter(Boolean);
    if (asked.length === 0) return [];
    const entities = ranked(r.byDegree, asked, nameKey, most);
    const bones = asked.map((w) => w.replace(VOWELS, '')).filter((w) => w.length >= SKELETON);
    if (entities.length === 0 && bones.length === asked.length) entities.push(...ranked(r.byDegree, bones, (n) => nameKey(n).split(' ').map((w) => w.replace(VOWELS, '')).join(' '), most));
    const articles: Hit[] = [];
    r.data.articles.forEach((a, number) => {
      if (entities.length + articles.length < most && asked.every((w) => textKey(number, a).includes(w))) articles.push({ kind: 'article', number });
    });
    return [...entities.map((number): Hit => ({ kind: 'entity', number })), ...articles];
  };
}

/** Those whose key has every word: at the beginning of a word before inside one; otherwise in the given order. */
function ranked(order: readonly number[], asked: readonly string[], keyOf: (n: number) => string, most: number): number[] {
  const first: number[] = [], second: number[] = [];
  for (const n of order) {
    const key = keyOf(n);
    if (asked.every((w) => key.includes(` ${w}`))) first.push(n);
    else if (second.length < most && asked.every((w) => key.includes(w))) second.push(n);
    if (first.length >= most) break;
  }
  return [...first, ...second].slice(0, most);
}
