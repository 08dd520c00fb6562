// What stands around a word and says whether it is a name.
import { COPULA, DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { EntityType } from '../../model/types.js';
import type { NameIndex } from './name-index.js';

/** The word for a post stands before, and joins to it what it is in: a member of a party, a reporter of a paper, and of other posts one to which nothing is joined (گوتەبێژی گۆڕان, but سەرۆکی پارتی کۆماری). */
export function afterPost(items: readonly Item[], at: number, index: NameIndex): boolean {
  const post = items[at - 1], next = items[at + 1];
  if (post?.kind !== 'word' || (post.flags & IZAFE) === 0) return false;
  const word = post.a.key;
  if (index.bodyPosts.has(word)) return true;
  if (index.titles.get(word) !== 'post' || index.ministers.has(word)) return false;
  return next?.kind !== 'word' || (next.a.known && next.a.pos !== 'noun' && next.a.pos !== 'adj' && next.a.pos !== 'name') || index.given.has(next.word.key);
}

/** Written after a bare honorific that is more than a letter (شەهید, هەڤاڵ). */
export function afterHonorific(items: readonly Item[], at: number, index: NameIndex): boolean {
  const prev = items[at - 1];
  return prev?.kind === 'word' && prev.text.length > 1 && prev.flags === 0 && prev.post === '' && index.titles.get(prev.a.key) === 'honorific' && items[at - 2]?.a.pos !== 'name';
}

/** Neither "a parliament" nor "parliaments" nor "this parliament", and no complement joined to it. */
export function standsAlone(items: readonly Item[], at: number): boolean {
  const item = items[at] as Item;
  const next = items[at + 1];
  if ((item.flags & (DEF | DEM | INDEF | PLURAL)) !== 0 || items[at - 1]?.a.pos === 'dem' || items[at - 1]?.a.pos === 'num' || items[at - 1]?.a.pos === 'det') return false;
  return (item.flags & IZAFE) === 0 || next === undefined || next.kind === 'punct' || next.a.pos === 'verb' || next.a.pos === 'conj' || next.a.pos === 'adp';
}

/** "What are they?": a question word with the copula that is also a name (چین), before the mark or the clause that ask. */
export function isQuestion(items: readonly Item[], at: number): boolean {
  const prev = items[at - 1], next = items[at + 1];
  if (!(items[at] as Item).readings.some((r) => r.feature === 'question' && (r.flags & COPULA) !== 0)) return false;
  if (prev?.kind === 'word' && (prev.a.pos === 'adp' || prev.a.pos === 'conj' || (prev.flags & IZAFE) !== 0)) return false;
  return next === undefined ? prev?.kind === 'word' : isMark(next, '؟') || next.a.pos === 'sconj' || (prev?.kind === 'word' && isMark(next, '!', '.'));
}

/** Ordinary words (`at` to `last`) stand for an organisation when they are written bare, before a verb or a list, or after a post's izafe. */
export function ambiguousHere(items: readonly Item[], at: number, last: number, whole: boolean, type: EntityType): boolean {
  const item = items[last] as Item;
  const prev = items[at - 1];
  const next = items[last + 1];
  if (item.enclosed) return true;
  // هاووڵاتییان: citizens, not two newspapers
  if (!whole && (item.flags & PLURAL) !== 0) return false;
  if (!whole && (item.flags & IZAFE) !== 0 && next && next.kind !== 'punct' && next.a.pos !== 'verb') return false;
  if (prev && prev.kind === 'word' && (prev.flags & IZAFE) !== 0) return type === 'Place' || prev.a.kind === 'human' || prev.a.kind === 'group';
  // یەکێتی جووتیاران is another union
  if (type === 'Organization' && next && next.kind === 'word' && next.a.pos === 'noun' && next.a.known && ((next.flags & PLURAL) !== 0 || next.a.kind === 'human' || next.a.kind === 'group')) return false;
  // پارتی مائوییست: another party, of which the list knows nothing
  if (whole && item.flags === 0 && next?.kind === 'word' && (next.a.pos === 'adj' || !next.a.known) && type === 'Organization') return false;
  const addressed = next?.a.pos === 'verb' && prev?.a.pos === 'adp';
  return (whole || addressed) && (prev === undefined || prev.kind === 'punct' || prev.a.pos === 'conj' || prev.a.pos === 'adp');
}
