import { DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import type { EntityType } from '../../model/types.js';
import { isMark, type Item } from '../../language/context/items.js';
import type { SentenceReading } from '../context.js';
import type { Phrase, Segment } from '../syntax/phrase-tables.js';
import { bodyIn, containerOf, countOf, hitAt, isBareName, kindEnd, nameEnd, namedChain, properChain } from './chains.js';
import { armyOf } from './fighters.js';
import type { FillerTables } from './filler-tables.js';
import type { NameIndex } from './name-index.js';
import type { NameHit } from './names.js';
import { strangerAt } from './strangers.js';
import { titleOf, type Title } from './titles.js';

/** What a noun phrase denotes, and what its own words say of it. */
export interface Filler {
  readonly type: EntityType;
  /** Items of the mention, without title and endings that can be cut. */
  readonly first: number;
  readonly last: number;
  readonly known?: string | undefined;
  readonly foundBy: string;
  /** True for things without a name of their own: "two people", "a source", a post without its holder's name. */
  readonly unnamed: boolean;
  /** Post or kinship named beside the person: items of the title and of the phrase that it governs. */
  readonly title?: Title | undefined;
  /** How many, when a number stands before the noun. */
  readonly count?: { readonly first: number; readonly last: number } | undefined;
  /** Only its shape says that this is a name. */
  readonly weak: boolean;
  /** Looks back to somebody named before: a pronoun, "the said", "that citizen". */
  readonly pronoun?: 'person' | 'plural' | 'said' | 'that' | 'both' | undefined;
  /** The noun that describes the person, or says that a place is meant that was named before. */
  readonly described?: string | undefined;
  /** "The protesters", "those two": of whom the article has told, by that noun. */
  readonly back?: boolean | undefined;
}

/** What a phrase of a sentence denotes (see `fillerOf`): many ask, once is enough. */
export function fillerIn(s: SentenceReading, phrase: Phrase): Filler | undefined {
  const known = s.fillers.get(phrase);
  if (known !== undefined || s.fillers.has(phrase)) return known;
  const f = fillerOf(s.items, phrase, s.hits, s.r.c.fillers), found = f && shaped(f);
  s.fillers.set(phrase, found);
  return found;
}

/** With the same properties in the same order, which is fast to read: so are all fillers that leave this file. */
const made = (f: Filler, type: EntityType, pronoun: Filler['pronoun'], described: Filler['described'], back: Filler['back']): Filler => ({
  type, first: f.first, last: f.last, known: f.known, foundBy: f.foundBy, unnamed: f.unnamed, title: f.title, count: f.count, weak: f.weak, pronoun, described, back,
});
const shaped = (f: Filler): Filler => made(f, f.type, f.pronoun, f.described, f.back);

/** A name that is certain, as a filler. */
export const filled = (h: NameHit): Filler => ({ type: h.type, first: h.first, last: h.last, known: h.known || undefined, foundBy: h.foundBy, unnamed: false, title: undefined, count: undefined, weak: false, pronoun: undefined, described: undefined, back: undefined });

/** What a phrase (without its coordinations) denotes; undefined for things, acts and abstractions. */
export function fillerOf(items: readonly Item[], phrase: Phrase, hits: readonly NameHit[], t: FillerTables): Filler | undefined {
  const segments = splitNames(items, phrase.segments, hits, t);
  const last = segments[segments.length - 1] as Segment;
  const lastHit = hitAt(hits, last, 'Person');
  const apposed = phrase.apposition ? splitNames(items, phrase.apposition.segments, hits, t) : undefined;
  // یەکینەکانی تۆڵەی شەهید X: a force that is called after somebody
  const [head] = segments;
  const force = head && segments.length > 1 && t.forces.has((items[head.head] as Item).a.key) && ((items[head.head] as Item).flags & (PLURAL | IZAFE)) === (PLURAL | IZAFE) ? segmentFiller(items, { ...head, last: last.last }, hits, t) : undefined;
  if (force?.type === 'Organization') return force;
  if (segments.length > 1 && lastHit) return person(lastHit, titleOf(items, segments[0] as Segment, t, hits) ?? (apposed && titleOf(items, apposed[0] as Segment, t, hits)));
  const stranger = strangerAt(items, segments, hits, t);
  if (stranger) return stranger;
  if (apposed) {
    const mine = hitAt(hits, last, 'Person');
    const beside = apposed[apposed.length - 1] as Segment;
    if (mine) return person(mine, titleOf(items, apposed[0] as Segment, t, hits));
    const theirs = hitAt(hits, beside, 'Person');
    const described = (items[(segments[0] as Segment).head] as Item).a.lemma;
    if (theirs) return { ...person(theirs, titleOf(items, segments[0] as Segment, t, hits)), described };
    if ((items[last.head] as Item).a.kind === 'human' && isBareName(items, beside)) return { type: 'Person', first: beside.first, last: beside.last, foundBy: 'name.called', unnamed: false, weak: false, described };
    // ڕۆیتەرز پارێزەرانی X: what is listed as no person, or stands beside many, has no post
    const post = items[(apposed[0] as Segment).head] as Item;
    const other = hits.some((h) => h.type !== 'Person' && !h.weak && h.first <= last.last && h.last >= last.first) || (post.flags & PLURAL) !== 0;
    if (!other && titleOf(items, apposed[0] as Segment, t, hits) && isBareName(items, last)) {
      return { type: 'Person', first: last.first, last: last.last, foundBy: 'name.apposition', unnamed: false, weak: false, ...opt(titleOf(items, apposed[0] as Segment, t, hits)) };
    }
  }
  return segmentFiller(items, segments[0] as Segment, hits, t);
}

const named = (h: NameHit): Filler => ({ type: h.type, first: h.first, last: h.last, known: h.known || undefined, foundBy: h.foundBy, unnamed: false, weak: h.weak });

const opt = (title: Title | undefined): { title?: Title } => (title ? { title } : {});
const person = (hit: NameHit, title: Title | undefined): Filler => ({
  type: 'Person', first: hit.first, last: hit.last, foundBy: hit.foundBy, unnamed: false, weak: hit.weak && title === undefined,
  ...(hit.known ? { known: hit.known } : {}), ...opt(title),
});

/** Cuts a person's name off the end of a chain that it was read into ("president of the party NAME"). */
function splitNames(items: readonly Item[], segments: readonly Segment[], hits: readonly NameHit[], t: FillerTables): readonly Segment[] {
  const out: Segment[] = [];
  for (const s of segments) {
    const hit = hits.find((h) => h.type === 'Person' && h.first > s.head && h.last === s.last && (h.known !== undefined || h.last > h.first));
    const before = hit ? items[hit.first - 1] : undefined;
    const head = items[s.head] as Item;
    const called = hit !== undefined && (head.a.kind === 'human' || t.names.titles.has(head.a.key));
    // هاوسەرەکەی X: with the article, X is the wife
    const own = before !== undefined && (before.flags & DEF) !== 0 && t.names.titles.get(before.a.key) === 'kin';
    if (hit && before && called && (own || !(before.a.kind === 'human' && (before.flags & IZAFE) !== 0 && hit.first - 1 === s.head))) {
      out.push({ ...s, last: hit.first - 1 }, { first: hit.first, last: hit.last, head: hit.first });
    } else out.push(s);
  }
  return out;
}

/** What a single chain denotes, from its word `head` on; of people without a name also by which noun. */
export function segmentFiller(items: readonly Item[], s: Segment, hits: readonly NameHit[], t: FillerTables): Filler | undefined {
  const f = denoted(items, s, hits, t);
  const people = f?.unnamed && (f.type === 'Person' || f.type === 'Group') && (f.pronoun === undefined || f.pronoun === 'that');
  if (!people) return f && shaped(f);
  const head = items[s.head] as Item;
  // a family is none of the families
  const several = f.type === 'Group' && ((head.flags & PLURAL) !== 0 || f.count !== undefined);
  const said = f.type === 'Person' && s.last > s.head && looksBack(items, s);
  const pronoun = f.pronoun ?? (said ? 'that' : undefined);
  // one of the soldiers, but one of the forces
  const one = several && (items[s.first] as Item).a.feature === 'one' && head.a.kind !== 'group' && PERSONAL.has(f.foundBy);
  if (one) return made(f, 'Person', undefined, head.a.lemma, f.back);
  return made(f, f.type, relative(items, s) ? undefined : pronoun, several ? `${head.a.lemma} ${ENDING_OF_MANY}` : head.a.lemma, looksBack(items, s));
}

/** How it is known that persons are meant. */
const PERSONAL: ReadonlySet<string> = new Set(['title.alone', 'noun.human']);

/** Told of many, where a noun describes them. */
const ENDING_OF_MANY = 'ان';

/** پیاوەکە, ئەو شاندە, هاووڵاتی ناوبراو: nothing but a noun, which says that the article has told of them. */
function looksBack(items: readonly Item[], s: Segment): boolean {
  const head = items[s.head] as Item;
  if (s.last > s.head) return s.last === s.head + 1 && items[s.last]?.a.feature === 'said';
  if ((items[s.first] as Item).a.pos === 'dem') return !relative(items, s);
  // براکەی is somebody's brother, whoever was called a brother before
  return (head.flags & DEF) !== 0 && (head.flags & IZAFE) === 0 && head.a.clitic === '';
}

/** ئەو پیاوەی …: the clause that follows says who. */
const relative = (items: readonly Item[], s: Segment): boolean => (items[s.first] as Item).a.pos === 'dem' && ((items[s.head] as Item).a.clitic === '3s' || ((items[s.head] as Item).flags & IZAFE) !== 0);

function denoted(items: readonly Item[], s: Segment, hits: readonly NameHit[], t: FillerTables): Filler | undefined {
  const { fold } = t.names;
  const head = items[s.head] as Item;
  const whole = hitAt(hits, s) ?? hits.find((h) => h.first === s.head && h.last >= s.head && (h.last === s.last || h.type !== 'Person'));
  const specifiers = items.slice(s.first, s.head);
  if (specifiers.some((i) => i.a.pos === 'noun')) return undefined;
  if (whole && !whole.weak && whole.last >= s.last) return named(whole);
  const army = armyOf(items, s, hits, t);
  if (army) return named(army);
  const title = titleOf(items, s, t, hits);
  const count = countOf(items, s);
  const some = specifiers.some((i) => i.a.pos === 'det' && (i.a.feature === 'some' || i.a.feature === 'all'));
  const listed = t.heads.get(head.a.key);
  const before = items[s.first - 1];
  // لە نەخۆشخانەی X, گەیەنرانە نەخۆشخانەی X: a place; نەخۆشخانەی X ڕایگەیاند: a body
  const row = listed?.kind === 'facility' && before && (t.whereabouts.has(t.names.fold(before.text)) || before.a.verb) ? { ...listed, type: 'Place' as const } : listed;
  // تەندروستیی هەولێر is an office, تەندروستیی گشتی is not
  const headRow = row?.kind === 'office' && !hits.some((h) => h.type === 'Place' && !h.weak && h.first > s.head && h.last === s.last) ? undefined : row;
  const chain = s.last > s.head;
  // هاووڵاتییان: citizens, not the newspaper of that name
  const people = head.a.pos === 'noun' && head.a.kind === 'human' && (head.flags & PLURAL) !== 0;
  if (whole && whole.last >= s.last && !title && !headRow && !people) return named(whole);
  if (head.a.pos === 'pron' && head.a.feature === 'both') return { type: 'Group', first: s.head, last: s.head, foundBy: 'pronoun', unnamed: true, weak: false, pronoun: 'both' };
  if (head.a.pos === 'pron' && (head.a.feature === 'said' || head.a.feature === '3p')) return { type: head.a.feature === '3p' ? 'Group' : 'Person', first: s.head, last: s.head, foundBy: 'pronoun', unnamed: true, weak: false, pronoun: head.a.feature === '3p' ? 'plural' : 'said' };
  if (head.a.pos === 'dem' && s.first === s.last && head.a.feature === '3s') return { type: 'Person', first: s.head, last: s.head, foundBy: 'pronoun', unnamed: true, weak: false, pronoun: 'person' };
  // پێنجی دیکە: a number that stands for people
  const others = (head.a.pos === 'num' || head.kind === 'number') && (head.flags & IZAFE) !== 0 && s.last === s.head + 1 ? items[s.last] : undefined;
  if (others?.a.pos === 'adj' && t.others.has(others.a.key)) return { type: 'Group', first: s.first, last: s.last, foundBy: 'number.others', unnamed: true, weak: false, count: { first: s.head, last: s.head } };
  if (head.kind === 'latin' && /^[A-Z][A-Z0-9-]+$/.test(head.text) && !isMark(before, '-')) return { type: 'Organization', first: s.head, last: s.head, foundBy: 'name.acronym', unnamed: false, weak: false };
  // عەرەبە هاوردەکان: of a close compound the last adjective has the ending
  const describer = (head.flags & IZAFE) === 0 && (head.a.morphemes.length > 0 || head.text.endsWith(t.closer)) ? items.slice(s.head + 1, s.last + 1).find((i) => (i.flags & DEM) === 0) : undefined;
  const close = ((describer?.flags ?? 0) & (DEF | PLURAL)) === (DEF | PLURAL);
  // هەموو حزب و لایەنەکان: "all" of several sorts, joined under one plural
  const sorts = some && items.slice(s.head + 1, s.last).some((i) => i.a.pos === 'conj');
  if (sorts && (['human', 'group', 'org', 'force'].includes(head.a.kind) || headRow?.type === 'Organization')) return { type: 'Group', first: s.first, last: s.last, foundBy: 'head.group', unnamed: true, weak: false };
  // گەریلا: all of them, but گەریلای X is one
  const many = !chain && (head.flags & (INDEF | IZAFE | DEF)) === 0 && head.a.clitic === '' && t.collective.has(head.a.key);
  if (title && head.a.pos !== 'verb') {
    const plural = (head.flags & PLURAL) !== 0 || close || count !== undefined || some || many || items.slice(s.head + 1, Math.min(title.of, s.last) + 1).some((i) => i.a.pos === 'conj') && !t.ministers.has(head.a.key);
    return { type: plural ? 'Group' : 'Person', first: plural ? s.first : s.head, last: s.last, foundBy: 'title.alone', unnamed: true, weak: !chain && (head.flags & (DEF | INDEF)) === 0, title, ...(count ? { count } : {}), ...(!plural && (items[s.first] as Item).a.pos === 'dem' ? { pronoun: 'that' as const } : {}) };
  }
  // گوندەکانی بەرزەکا، هەڵکرا و زەویا: after the plural each name is one
  const among = items[s.last + 1] !== undefined && (isMark(items[s.last + 1], '،') || items[s.last + 1]?.a.pos === 'conj');
  if (headRow?.kind === 'settlement' && (head.flags & PLURAL) !== 0 && chain && among && (isBareName(items, { ...s, first: s.head + 1 }) || hits.some((h) => h.type === 'Place' && h.first === s.head + 1 && h.last === s.last))) return { type: 'Place', first: s.head + 1, last: s.last, foundBy: 'name.settlement', unnamed: false, weak: false };
  const own = headRow?.kind === 'settlement' && (head.flags & (INDEF | PLURAL)) === 0 ? hits.find((h) => h.type === 'Place' && !h.weak && h.first > s.head && h.last <= s.last && items.slice(s.head + 1, h.first).every((i) => t.heads.get(i.a.key)?.kind === 'settlement')) : undefined;
  if (own) return { type: 'Place', first: own.first, last: own.last, foundBy: own.foundBy, unnamed: false, weak: false, ...(own.known ? { known: own.known } : {}) };
  // گوندی X: a word that is no other is its name, with or without what it lies in after it
  const called = headRow?.kind === 'settlement' && (head.flags & (INDEF | DEF | PLURAL)) === 0 && chain ? nameEnd(items, { ...s, head: kindEnd(items, s, t) }, t.articles) : -1;
  if (called > kindEnd(items, s, t) && !hits.some((h) => h.type !== 'Place' && !h.weak && h.first <= called && h.last > s.head)) return { type: 'Place', first: kindEnd(items, s, t) + 1, last: called, foundBy: 'name.settlement', unnamed: false, weak: false };
  if (headRow?.kind === 'means') {
    // فڕۆکەکانی سوپای تورکیا: of the body that has them
    const body = chain ? bodyIn(items, s, t) : undefined;
    const force = body && segmentFiller(items, body, hits, t);
    if (force?.type === 'Organization' && !force.weak) return force;
    const owner = chain ? hits.findLast((h) => h.first > s.head && h.last <= s.last && !h.weak && (h.type === 'Place' || h.type === 'Organization')) : undefined;
    return owner ? { type: owner.type, first: owner.first, last: owner.last, foundBy: owner.foundBy, unnamed: false, weak: false, ...(owner.known ? { known: owner.known } : {}) } : undefined;
  }
  // بە سەرۆکایەتیی X: of a person, or of who has a post
  const led = chain && t.manner.has(head.a.key) && (hits.some((h) => h.first === s.head + 1 && h.type === 'Person') || t.names.titles.has((items[s.head + 1] as Item).a.key));
  if (led) return undefined;
  if (headRow && (chain || (headRow.kind === 'alone' && (head.flags & INDEF) === 0 && !count))) {
    // بەشێک لە زانکۆ is of one
    const several = (head.flags & PLURAL) !== 0 || count !== undefined || (some && items[s.first + 1]?.a.pos !== 'adp') || (close && headRow.kind !== 'alone');
    // هێزەکانی X is one force; parties, teams and offices in the plural are several
    const oneForce = t.forces.has(head.a.key) && !count && !some && namedChain(items, s, hits, t);
    const type = headRow.type === 'Organization' && several && !oneForce ? 'Group' : headRow.type;
    const inner = type === 'Place' && (head.flags & (PLURAL | INDEF)) === 0 && !count ? containerOf(items, s, hits, t) : -1;
    if (inner >= 0) return { type, first: s.first, last: inner - 1, foundBy: 'head.chain', unnamed: false, weak: false };
    const loose = type === 'Organization' && (head.flags & INDEF) !== 0;
    return { type: loose ? 'Organization' : type, first: s.first, last: s.last, foundBy: 'head.chain', unnamed: type === 'Group' || loose, weak: type !== 'Group' && !properChain(items, s, hits, t), ...(count ? { count } : {}) };
  }
  if (headRow && headRow.type === 'Group') return { type: 'Group', first: s.first, last: s.last, foundBy: 'head.group', unnamed: true, weak: false };
  if (whole) return named(whole);
  // نزیکانی X: an adjective in the plural, without an article, is people
  const near = chain && head.a.pos === 'adj' && head.a.known && (head.flags & (PLURAL | DEF | IZAFE)) === (PLURAL | IZAFE);
  // ١٢ فەلەستینی: after a number, an adjective made of a place is people from there
  const from = count !== undefined && !chain && head.a.pos === 'adj' && head.readings.some((r) => r.pos === 'name' && r.kind === 'place' && r.stem === head.a.stem - 1);
  if (head.a.kind === 'human' || head.a.kind === 'group' || near || from) {
    const plural = (head.flags & PLURAL) !== 0 || count !== undefined || some || close || head.a.kind === 'group' || many;
    const demonstrative = (items[s.first] as Item).a.pos === 'dem';
    // منداڵی کورد: without an article, its own or its adjective's, a noun means anybody of the kind
    if (!plural && !demonstrative && ((head.flags | (items[s.last] as Item).flags) & (DEF | INDEF | DEM)) === 0 && !close && !looksBack(items, s) && !(t.anybody.has(head.a.key) && !chain) && items.slice(s.head + 1, s.last + 1).every((i) => i.a.pos === 'adj')) return undefined;
    return { type: plural ? 'Group' : 'Person', first: s.first, last: s.last, foundBy: 'noun.human', unnamed: true, weak: !plural && (head.flags & (DEF | INDEF)) === 0 && !demonstrative, ...(count ? { count } : {}), ...(demonstrative && !plural ? { pronoun: 'that' as const } : {}) };
  }
  if (t.vague.has(head.a.key) && items.slice(s.head + 1, s.last + 1).every((i) => i.a.pos === 'adj')) {
    const several = (head.flags & PLURAL) !== 0 || close || s.first < s.head;
    if (several || (head.flags & INDEF) !== 0) return { type: several ? 'Group' : 'Person', first: s.first, last: s.last, foundBy: 'noun.source', unnamed: true, weak: false };
  }
  if (head.a.kind === 'org' && ((head.flags & PLURAL) !== 0 || count || some)) return { type: 'Group', first: s.first, last: s.last, foundBy: 'noun.bodies', unnamed: true, weak: false, ...(count ? { count } : {}) };
  if (headRow) {
    // "the town", "that country": one named before
    const back = headRow.type === 'Place' && s.head === s.last && (head.flags & PLURAL) === 0 && ((head.flags & DEF) !== 0 || (items[s.first] as Item).a.pos === 'dem' || ((head.flags & DEM) !== 0 && items[s.first - 1]?.a.pos === 'adp'));
    return { type: headRow.type, first: s.first, last: s.last, foundBy: 'head.bare', unnamed: true, weak: true, ...(back ? { described: head.a.lemma } : {}) };
  }
  if (head.a.pos === 'name' && s.first === s.last && isPersonName(t.names, fold(head.text.slice(0, head.a.stem)))) {
    return { type: 'Person', first: s.first, last: s.last, foundBy: 'name.family', unnamed: false, weak: true };
  }
  if (!head.a.known && s.last - s.first < 3 && isBareName(items, { ...s, first: s.head })) {
    return { type: 'Person', first: s.first, last: s.last, foundBy: 'name.unknown', unnamed: false, weak: true };
  }
  return undefined;
}

/** A word that people are called by and that is no ordinary word. */
const isPersonName = (names: NameIndex, word: string): boolean => names.family.has(word) || (names.given.has(word) && !names.ambiguous.has(word));
