import { ALSO, DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isNominal } from '../../language/context/classes.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { PhraseTables, Segment } from './phrase-tables.js';

/** Joined by izafe to what follows. */
export const linked = (i: Item): boolean => (i.flags & IZAFE) !== 0;
/** A name, or a word that might be one. */
export const nameLike = (i: Item | undefined): boolean =>
  i !== undefined && (i.kind === 'latin' || (i.kind === 'word' && (i.a.pos === 'name' || !i.a.known || i.readings.some((r) => r.pos === 'name' && r.morphemes.length === 0))));

/** Nouns joined by izafe, a name at their end, and a comma. */
function chainThenComma(items: readonly Item[], from: number): boolean {
  for (let i = from; isNominal(items[i]); i++) {
    const next = items[i + 1];
    if (isMark(next, '،')) return true;
    if (!linked(items[i] as Item) && items[i]?.a.pos !== 'name') return false;
  }
  return false;
}

/** Reads one chain of words at `at`: numbers and determiners, a noun, and what izafe, close compound or the shape of a name joins to it. */
export function segmentAt(items: readonly Item[], at: number, t: PhraseTables): Segment | undefined {
  let i = at;
  let head = -1;
  let dem = items[at - 1]?.a.pos === 'adp' && t.thatPrepositions.has((items[at - 1] as Item).text);
  let predicate = false;
  const first = items[i];
  if (!(isNominal(first) || t.moreThan.has(first?.text ?? '')) || t.stopAt(i)) return undefined;
  while (i < items.length) {
    const end = t.nameEnd(i);
    if (end > i && !t.stopAt(end)) {
      if (head < 0) head = i;
      i = end;
    }
    const item = items[i] as Item;
    if (i > at && t.stopAt(i)) break;
    const specifier = item.a.pos === 'num' || item.a.pos === 'det' || item.a.pos === 'dem' || (item.a.pos === 'adj' && head < 0 && i === at && !linked(item) && (item.flags & DEM) === 0 && !item.a.clitic);
    if (!isNominal(item) && end !== i && !(linkedInner(items, i, t))) break;
    const next = items[i + 1];
    if (i === at && t.moreThan.has(item.text) && next?.a.pos === 'adp' && next.a.feature === t.inMarker && items[i + 2]?.a.pos === 'num') {
      const whole = segmentAt(items, i + 2, t);
      if (whole) return { ...whole, first: i + 2 };
    }
    const some = item.a.pos === 'det' && (item.a.feature === 'some' || item.a.feature === 'one');
    if ((some || item.a.pos === 'num') && i === at && next?.a.pos === 'adp' && next.a.feature === t.inMarker && (next.text === next.a.lemma || t.thatPrepositions.has(next.text))) {
      const whole = segmentAt(items, i + 2, t);
      const part = whole ? (items[whole.head] as Item) : undefined;
      // دوو لە تۆمەتبارەکان: of people, also a number
      if (!some && !(part && (part.flags & PLURAL) !== 0 && part.a.kind === 'human')) return { first: at, last: i, head: i };
      // of "a part of" the whole may be one thing (بەشێک لە شەقامەکە), but not a place, which is where
      if (whole && part && ((part.flags & PLURAL) !== 0 || (t.partOf.has(item.text) && part.a.pos === 'noun' && part.a.kind !== 'place'))) return { ...whole, first: at };
    }
    // هەشتا و پێنج هەزار و 197: one number
    if (item.a.pos === 'num' && next?.a.pos === 'conj' && items[i + 2]?.a.pos === 'num' && Number(item.a.feature) >= 20 && (item.kind === 'word' || items[i - 1]?.a.pos === 'num') && !t.stopAt(i + 2)) {
      i += 2;
      continue;
    }
    // وڵاتانی 5+1
    if (item.a.pos === 'num' && isMark(next, '+') && items[i + 2]?.a.pos === 'num' && !t.stopAt(i + 2)) {
      i += 2;
      continue;
    }
    // خۆپیشاندانی بەشێک لە هاووڵاتییان, نوێنەری ژمارەیەکی زۆر لە ڕێکخراوەکان
    const of = next?.a.pos === 'adv' && linked(item) ? i + 2 : i + 1;
    if (item.a.pos === 'det' && i > at && (item.a.feature === 'some' || item.a.feature === 'one') && items[of]?.a.pos === 'adp' && items[of]?.a.feature === t.inMarker) {
      const whole = segmentAt(items, of + 1, t);
      if (whole && ((items[whole.head] as Item).flags & PLURAL) !== 0) return { first: at, last: whole.last, head: head < 0 ? i : head };
    }
    if (specifier && item.post === '' && !linked(item)) {
      if (item.a.pos === 'dem') dem = true;
      if (isNominal(next) && !t.stopAt(i + 1)) {
        i++;
        continue;
      }
      return { first: at, last: i, head: head < 0 ? i : head };
    }
    if (head < 0) head = i;
    // هێرشەکەی سەر X ئیدانە کرد: what has the article is no part of a verb
    predicate ||= (item.flags & DEF) === 0 && t.startsPredicate(i);
    i++;
    if (item.post !== '' || item.and) break;
    if (end >= 0 && t.isPerson(end)) break;
    // a body that has its complement takes another only if that is a place or a body (وەزارەتی دارایی هەرێم, but وەزارەتی دارایی مووچە …)
    const complete = head >= 0 && head < i - 1 && (t.isBody(items[head] as Item) || t.isTitle(items[head] as Item)) && next !== undefined && next.a.pos !== 'name' && next.a.kind !== 'place' && !t.isBody(next);
    const silent = !complete && item.a.pos === 'noun' && item.a.morphemes.length === 0 && item.text.endsWith(t.glide) && item.a.lemma.endsWith(t.glide) && next?.kind === 'word' && (next.a.pos === 'noun' || next.a.pos === 'name' || next.a.pos === 'adj') && (next.a.kind !== 'human' || (next.a.pos === 'adj' && t.isBody(item)) || (ACTED.has(item.a.kind) && (next.flags & PLURAL) !== 0)) && (next.flags & INDEF) === 0;
    // زیندانیی سیاسی کورد: of an adjective in ی the izafe is not written either
    const between = item.a.pos === 'adj' && i - 1 > head && item.flags === 0 && item.a.lemma.endsWith(t.glide) && next?.kind === 'word' && next.flags === 0 && next.a.kind === 'human' && describes(next) && !t.stopAt(i) && !t.startsPredicate(i);
    if (between) continue;
    // هەرزەکارێکی تەمەن 17 ساڵان
    if (t.age.has(item.a.lemma) && next?.a.pos === 'num' && items[i + 1]?.a.kind === 'time' && !t.stopAt(i + 1)) {
      i += 2;
      if (linked(items[i - 1] as Item) && isNominal(items[i]) && !t.stopAt(i) && !t.startsPredicate(i)) continue;
      break;
    }
    // ئەو هاووڵاتییە کوردە: noun and adjective are both closed by the ە of "that"
    if (dem && !linked(item) && (item.flags & DEM) !== 0 && next && (next.flags & DEM) !== 0 && (next.a.pos === 'adj' || next.readings.some((r) => r.pos === 'adj')) && !t.stopAt(i) && !t.startsPredicate(i)) continue;
    // "that … which": but what stands before a chain and a comma governs it (ئەو کارە هاوبەشەی حیزبەکان، …; بەو گرژییەی ناوچەی X، …)
    // but ئەو پەرلەمانتارەی پارتی: a post, and the body that it is in
    if (dem && linked(item) && (item.flags & DEM) !== 0 && !(t.isTitle(item) && t.isNobody(i) && !t.stopAt(i)) && !chainThenComma(items, i)) break;
    // چەتەکانی 7 شوێنیان …: "its gangs", and what they did to seven places
    if (next?.kind === 'number' && items[i + 1]?.a.pos === 'noun' && (item.a.kind === 'human' || item.a.kind === 'group') && (item.flags & PLURAL) !== 0) break;
    // دەوڵەت و چەتەکانی گوندی X-یان …: its gangs, and what they did
    if (items[at - 1]?.a.pos === 'conj' && i - 1 === head && (item.a.kind === 'human' || item.a.kind === 'group') && (item.flags & (PLURAL | DEF)) === (PLURAL | DEF) && linked(item) && next?.a.pos === 'noun' && ((next.a.kind === 'place' && (next.flags & IZAFE) !== 0) || (next.a.kind === 'human' && (next.flags & INDEF) !== 0))) break;
    // مەرسەدی سوری 30 چەکداری …: a body, and how many of whom
    if (next?.kind === 'number' && items[i + 1]?.a.kind === 'human' && i - 1 > head && !item.a.known && item.a.derived === undefined) break;
    const ends = isMark(next, '(') && linked(item) && t.roads.has(item.a.lemma) ? bracketedEnds(items, i) : -1;
    if (ends > 0) {
      i = ends + 1;
      break;
    }
    if (linked(item) || silent) {
      if (isNominal(next) && !t.stopAt(i) && !(t.startsPredicate(i) && (!predicate || next?.a.pos === 'adj' || (item.flags & DEF) !== 0))) continue;
      const innerEnd = innerPhrase(items, i, t);
      if (innerEnd > i) {
        i = innerEnd;
        const end = items[i - 1] as Item;
        if (linked(end) && !((end.flags & DEF) !== 0 && items[i] !== undefined && t.startsPredicate(i))) continue;
      }
      break;
    }
    if (measured(items, at, i, t)) {
      if (head === i - 1) head = i;
      continue;
    }
    // لە شارەکە چەکدارەکان: a word with the article has closed its phrase
    const close = (item.flags & DEF) === 0 && ((item.flags & DEM) !== 0 || item.text.endsWith(t.closer));
    // هاوتا تورکەکەی: a noun that ends in a vowel takes no ە
    const compound = item.a.kind === 'human' && item.flags === 0 && item.a.morphemes.length === 0 && t.vowels.has(item.text.slice(-1)) && next !== undefined && (next.flags & DEF) !== 0 && describes(next);
    if (compound && i - 1 === head && !t.stopAt(i)) continue;
    // وەزارەتی پێشمەرگە هێرشەکە: a ە of the word's own does not join what is done, nor anything to a body that has its complement
    const own = (item.flags & DEM) === 0 && next !== undefined && !describes(next) && (complete || item.a.pos === 'name' || DONE.has(next.a.kind));
    if (close && !own && !dem && next && (next.a.pos === 'adj' || next.a.pos === 'noun') && (item.a.pos === 'noun' || i - 1 > head) && definiteAfter(items, i) && !t.stopAt(i)) continue;
    // ڕێکخراوە مەدەنی و پیشەییەکان: two adjectives with one article
    if (i - 1 > head && !dem && ((items[head] as Item).flags & (DEM | IZAFE)) === DEM && coordinated(items, i - 1) && !t.stopAt(i + 1)) {
      i++;
      continue;
    }
    if (next && next.a.pos === 'adj' && next.a.feature === 'other' && !t.stopAt(i)) continue;
    if (next && t.construct.has(item.text) && isNominal(next) && !t.stopAt(i)) continue;
    if (next && isTitlePair(items, i - 1, t) && !t.stopAt(i)) continue;
    if (t.articles.has(item.text) && i - 1 > head && next?.kind === 'word' && !t.stopAt(i)) continue;
    if (t.nameStops(i - 1) && t.nameStarts(i)) break;
    if (isMark(next, '-') && head >= 0 && t.roads.has((items[head] as Item).a.lemma) && nameLike(item) && nameLike(items[i + 1]) && !t.stopAt(i + 1)) {
      i++;
      continue;
    }
    if (nameLike(item) && nameLike(next) && !item.closes && !item.a.clitic && (item.flags & ALSO) === 0 && next && next.a.pos !== 'adp' && isNominal(next) && !t.stopAt(i) && !t.startsPredicate(i) && (item.a.pos === 'name' || !item.a.known) && !(next.a.clitic !== '' && t.nameStops(i - 1) && t.isNobody(i - 1))) continue;
    break;
  }
  if (i === at) return undefined;
  return { first: at, last: i - 1, head: head < 0 ? at : head };
}

/** گروپە ڕادیکاڵە ڕاستڕەوەکان: in a close compound the last adjective has the article, those before it end in ە. */
function definiteAfter(items: readonly Item[], at: number): boolean {
  let i = at;
  while (items[i] && ((items[i] as Item).flags & (DEM | DEF)) === DEM && describes(items[i] as Item)) i++;
  if (coordinated(items, i)) return true;
  const last = items[i];
  return last !== undefined && (last.flags & DEF) !== 0 && (i === at || describes(last));
}

/** A bare adjective, "and", and one with the article. */
function coordinated(items: readonly Item[], at: number): boolean {
  const [one, and, other] = [items[at], items[at + 1], items[at + 2]];
  return one !== undefined && one.kind === 'word' && one.flags === 0 && one.a.clitic === '' && describes(one) && and?.a.pos === 'conj' && and.a.feature === 'and' && other !== undefined && (other.flags & DEF) !== 0 && describes(other);
}

/** An adjective, or a noun that is one too. */
const describes = (i: Item): boolean => i.a.pos === 'adj' || i.readings.some((r) => r.pos === 'adj' && r.stem === i.a.stem);

/** The bracket that closes "(A - B)" at `open`, or -1: two ends of a way, a few words each. */
function bracketedEnds(items: readonly Item[], open: number): number {
  let dash = false;
  for (let i = open + 1; i < Math.min(items.length, open + 9); i++) {
    if (isMark(items[i], ')')) return dash ? i : -1;
    if (isMark(items[i], '-')) dash = true;
    else if (items[i]?.kind === 'punct') return -1;
  }
  return -1;
}

/** What people do, suffer or have: توندوتیژی پیاوان, with an izafe that is not written. */
const ACTED = new Set(['act', 'abstract', 'event']);
const DONE = new Set(['act', 'event']);
const UNTIMED = new Set(['group', 'org', 'place', 'time']);
const UNMEASURED = new Set([...UNTIMED, 'human']);

/** "six years prison", "three million dollars aid": a number, a unit, and the thing measured without izafe. */
function measured(items: readonly Item[], at: number, next: number, t: PhraseTables): boolean {
  const unit = items[next - 1] as Item;
  const thing = items[next];
  // ساڵێک زیندانی: one year, said with the article
  const one = unit.a.kind === 'time' && (unit.flags & (INDEF | IZAFE)) === INDEF && next - 1 === at;
  if (!thing || !(one || (next - 1 > at && (items[next - 2] as Item).a.pos === 'num')) || !t.units.has(unit.a.kind) || t.stopAt(next) || t.startsPredicate(next)) return false;
  return thing.a.pos === 'noun' && thing.a.known && !(unit.a.kind === 'time' ? UNTIMED : UNMEASURED).has(thing.a.kind);
}

const linkedInner = (items: readonly Item[], i: number, t: PhraseTables): boolean => i > 0 && t.inner.has(items[i]?.a.lemma ?? '') && linked(items[i - 1] as Item);

/** After an izafe: "on X", "between X and Y", "belonging to X" inside the noun phrase. Returns the item after it, or `at`. */
function innerPhrase(items: readonly Item[], at: number, t: PhraseTables): number {
  const item = items[at];
  if (!item || item.a.pos !== 'adp' || !t.inner.has(item.text)) return at;
  let i = at + 1;
  if (t.memberOf.has(item.text) && items[i]?.a.pos === 'adp') i++;
  const seg = segmentAt(items, i, t);
  if (!seg) return at;
  let end = seg.last + 1;
  if (t.between.has(item.text) && items[end]?.a.pos === 'conj') {
    const more = segmentAt(items, end + 1, t);
    if (more) end = more.last + 1;
  }
  return end;
}

/** A post of two words (داواکاری گشتی) as the title list has it; `starts` are the first words of such posts. The izafe between them is there or not, and so is the ی that an adjective ends in. */
export function titlePair(first: Item | undefined, second: Item | undefined, starts: ReadonlySet<string>, listed: { has(words: string): boolean }): string | undefined {
  if (!first || !second) return undefined;
  const begin = starts.has(first.a.lemma) ? first.a.lemma : first.word.key;
  if (!starts.has(begin)) return undefined;
  return [second.a.lemma, second.text.slice(0, second.a.core), second.word.key].map((w) => `${begin} ${w}`).find((w) => listed.has(w));
}

export const isTitlePair = (items: readonly Item[], at: number, t: PhraseTables): boolean => titlePair(items[at], items[at + 1], t.titleStarts, t.titlePairs) !== undefined;

/** A word that begins a post, of one word or of two. */
export const titleAt = (items: readonly Item[], at: number, t: PhraseTables): boolean => items[at] !== undefined && (t.isTitle(items[at]) || isTitlePair(items, at, t));
