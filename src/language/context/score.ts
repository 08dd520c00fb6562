// What a reading of a word is worth beside its neighbours.
import { COPULA, DEF, DEM, INDEF, IZAFE, PLURAL, type Analysis } from '../analysis.js';
import type { Language } from '../index.js';
import { isFinite, isNominal, isVerb, NOMINAL, type ChoiceTables } from './classes.js';
import type { Item } from './items.js';

/** What stands beside a word, the same for all its readings. */
export interface Surroundings {
  readonly prev: Item | undefined;
  readonly next: Item | undefined;
  /** Nothing of the same phrase follows. */
  readonly closes: boolean;
  readonly mayBeVerb: boolean;
  /** A preposition follows that opens a phrase of its own. */
  readonly apart: boolean;
  /** Nothing else in the sentence is a verb. */
  readonly lonely: boolean;
}

/** The copula of "they are". */
const COPULA_PLURAL = 'ن';

const CLOSING = new Set(['.', '،', '؛', ':', '!', '؟', '"', '”', '“']);

/** داوای میوانداریکردنی وەزیر: what looks like a verb may be a noun that is joined to the next. */
const governs = (item: Item, after: Item | undefined): boolean =>
  after !== undefined && after.kind === 'word' && isNominalReading(after) && item.readings.some((r) => r.pos === 'noun' && r.known && r.kind === 'act' && r.post === '' && (r.flags & IZAFE) !== 0);

export const surroundings = (prev: Item | undefined, next: Item | undefined, after: Item | undefined, t: ChoiceTables, lonely: boolean): Surroundings => ({
  prev, next, lonely,
  closes: next === undefined || (next.kind === 'punct' && CLOSING.has(next.text)) || next.a.pos === 'conj' || next.a.pos === 'sconj',
  mayBeVerb: next !== undefined && ((isFinite(next) && !governs(next, after)) || ((after === undefined || (after.kind === 'punct' && CLOSING.has(after.text))) && next.readings.some((r) => r.verb?.tense === 'perfect' && r.verb.passive))),
  apart: next !== undefined && next.a.pos === 'adp' && !t.inner.has(next.text),
});

export function inContext(a: Analysis, item: Item, { prev, next, closes, mayBeVerb, apart, lonely }: Surroundings, language: Language, t: ChoiceTables): number {
  let score = 0;
  // نازانم, بیستم: "I do not know", "I heard", rather than "my" with what it may be besides
  if (a.pos !== 'verb' && a.morphemes[a.morphemes.length - 1] === 'م' && item.readings.some((r) => r.verb !== undefined && (r.verb.person === '1s' || r.verb.clitic === '1s'))) score -= 14;
  if ((a.flags & (IZAFE | COPULA)) === (IZAFE | COPULA)) score -= 8;
  // دێت: "comes" before "your village"
  if (a.pos !== 'verb' && a.clitic === '2s' && item.readings.some((r) => r.verb !== undefined)) score -= 14;
  // داوایان کرد, هەموویان: of what is no person it is the clitic
  if ((a.flags & PLURAL) !== 0 && (a.flags & DEF) === 0 && a.clitic === '' && a.kind !== 'human' && a.kind !== 'group' && (a.pos === 'noun' || a.pos === 'det' || (a.pos === 'adj' && !a.lemma.endsWith(t.glide))) && item.readings.some((r) => r.clitic === '3p' && (r.flags & PLURAL) === 0 && r.lemma === a.lemma && r.pos === a.pos)) score -= 7;
  if (a.pos === 'verb') {
    score += closes ? (lonely ? 20 : 16) : 0;
    if (next && !closes && !a.verb?.directional && next.a.pos !== 'adp' && a.verb?.tense !== 'perfect') score -= lonely && a.verb?.negated ? -4 : 6;
    else if (next && !closes && lonely && !a.verb?.directional && a.verb?.tense === 'perfect') score += 7;
    // هەوڵی داوە: after a light noun with ی, the perfect that says nothing else of who did it
    if (prev?.a.pos === 'noun' && (prev.flags & IZAFE) !== 0 && agentless(a, 'perfect') && a.verb?.light === '' && (language.lexicon.light.has(prev.a.key) || ((prev.a.kind === 'abstract' || prev.a.kind === 'act') && language.lexicon.lightVerbs.has(a.key)))) score += 14;
    if (prev && (prev.flags & IZAFE) !== 0 && prev.kind === 'word' && prev.a.pos !== 'verb' && !a.verb?.light) score += prev.a.clitic ? 0 : agentless(a) && !item.readings.some((r) => (r.pos === 'noun' || r.pos === 'adj') && r.clitic === '') ? 4 : -4;
    // گەورەترین ڕووداوە …: what the superlative is of
    if (prev?.a.morphemes[0] === t.superlative) score -= 20;
    // نەوت: a noun as it stands rather than "did not say" without who
    if (agentless(a) && a.verb?.negated && item.readings.some((r) => r.pos === 'noun' && r.known && r.morphemes.length === 0)) score -= 16;
    // دەربڕین: "expression" rather than "let us express"
    if (a.verb?.mood === 'bare' && item.readings.some((r) => r.derived?.kind === 'infinitive' && r.morphemes.length === 0)) score -= 14;
    // خوێندن: "reading" rather than "they were read" by nobody
    if (a.verb?.transitive && !a.verb.passive && a.verb.clitic === '' && a.verb.tense === 'past' && (a.verb.person === '3p' || a.verb.person === '1p') && !prev?.a.clitic && item.readings.some((r) => r.derived?.kind === 'infinitive' && r.morphemes.length === 0)) score -= 14;
    if (prev?.a.pos === 'adp') score -= 20;
    // دەستی بەسەردا دەگیرێت: right before another verb it is none
    if (mayBeVerb && !closes && item.readings.some((r) => r.verb === undefined && r.known && r.pos !== 'name' && r.post !== '')) score -= 10;
    // نەدا: "did not give" rather than the short form of "that he not give"
    if (a.verb?.negated && a.verb.mood === 'subjunctive' && item.readings.some((r) => r.verb?.tense === 'past' && r.verb.infinitive === a.verb?.infinitive)) score -= 6;
    // news seldom says "you"
    if (a.verb?.clitic === '2s') score -= 4;
    // هەڵگرتنی سزاکان: before what it governs, an infinitive with izafe rather than "they lifted it"
    if (next && !closes && a.verb?.clitic === '3s' && isNominalReading(next) && item.readings.some((r) => r.derived?.kind === 'infinitive' && (r.flags & IZAFE) !== 0)) score -= 8;
    // هەڕەشەی کوشتنی لێدەکرێت: two verbs do not stand together where the first may be an infinitive
    if (prev && (prev.flags & IZAFE) !== 0 && mayBeVerb && item.readings.some((r) => r.derived?.kind === 'infinitive')) score -= 14;
    // پەرلەمانتاری گۆڕان: after a post's izafe it is the name of a body
    if (prev && (prev.flags & IZAFE) !== 0 && prev.a.kind === 'human' && a.verb?.clitic === '' && item.readings.some((r) => r.pos === 'name' || (r.pos === 'noun' && (r.flags & COPULA) !== 0 && r.derived?.kind !== 'infinitive'))) score -= 16;
    // گەڕایەوە بۆ بەغدا
    if (lonely && next?.a.pos === 'adp' && a.verb && !a.verb.transitive && a.verb.tense === 'past' && a.verb.person === '3s' && prev && (prev.flags & IZAFE) === 0) score += 8;
    if ((lonely || prev?.a.pos === 'pron') && next?.a.pos === 'adp' && a.verb?.tense === 'past' && a.verb.person === '3p' && (!prev || (prev.flags & IZAFE) === 0)) score += prev?.a.pos === 'pron' ? 14 : 8;
    if (prev && prev.kind === 'word' && !prev.post && a.verb?.light === '' && language.lexicon.light.has(prev.a.key)) score += prev.a.clitic && (agentless(a) || agentless(a, 'perfect')) ? 22 : 14;
    // کردە ئامانج: before a light noun as it stands it is the verb, not "the deed"
    const led = a.verb?.directional && next?.flags === 0 && language.lexicon.lightVerbs.has(a.key) && language.lexicon.light.has(next.a.key);
    if (a.verb?.directional) score += next && !closes && (isNominalReading(next) || next.a.pos === 'adp') ? (led ? 20 : lonely ? 12 : 4) : -8;
  } else if (a.pos === 'noun' || a.pos === 'adj' || a.pos === 'name') {
    if ((a.flags & IZAFE) !== 0) score += closes || mayBeVerb || apart ? -6 : 4;
    else if (a.clitic === '3s' && !closes && !mayBeVerb && !apart) score -= 4;
    // کۆنفڕانسی ڕۆژنامەوانی: of an event, "of journalists" rather than "the journalist of"
    if (a.pos === 'adj' && a.morphemes.length === 0 && prev && (prev.flags & IZAFE) !== 0 && prev.a.kind === 'event' && item.readings.some((r) => r.kind === 'human' && r.stem === a.stem - 1)) score += 14;
    // ئاژاوەگێڕییەکەوە: before a postposition the definite, which is spelled alike, is likelier
    if ((a.flags & INDEF) !== 0 && a.post !== '' && a.stem > 3 && item.readings.some((r) => (r.flags & DEF) !== 0 && r.stem === a.stem)) score -= 6;
    // دروستبووە: the verb rather than "is one that was made"
    if ((a.derived?.kind === 'participle' || (a.lemma.endsWith('وو') && item.readings.some((r) => r.verb?.tense === 'perfect'))) && ((a.flags & (COPULA | DEM)) !== 0 || a.post !== '') && (a.flags & (DEF | PLURAL)) === 0 && item.readings.some((r) => r.verb !== undefined)) score -= closes ? 14 : 8;
    if (t.deeds.has(a.key) && a.pos === 'noun' && next && !closes && !apart && !mayBeVerb && joins(a, item, prev, next, language, t)) score += 12;
    // گوندی "X": the village of, not a villager
    if ((a.flags & IZAFE) !== 0 && next?.enclosed && t.settlements.has(language.letters.fold(a.lemma))) score += 14;
    if (a.pos === 'name' && a.morphemes.length === 0) score += 4;
    // پێشوازییەکی گەرمی سەرۆک: what follows "a …" describes it, "warm" rather than "warmth"
    if (a.pos === 'adj' && (a.flags & IZAFE) !== 0 && prev && (prev.flags & (INDEF | IZAFE)) === (INDEF | IZAFE) && !closes && !mayBeVerb && !apart && item.readings.some((r) => r.pos === 'noun' && r.morphemes.length === 0)) score += 8;
    // لە کفری سێ کەس: a place in ی before a number, not a noun joined to the number
    if (a.kind === 'place' && a.pos === 'name' && a.morphemes.length === 0 && prev?.a.pos === 'adp' && next?.a.pos === 'num') score += 6;
    if (a.morphemes.length === 0 && item.text.endsWith(t.glide + t.glide) && !a.lemma.endsWith(t.glide + t.glide)) score -= 6;
    else if (a.pos === 'noun' && a.morphemes.length === 0 && a.known && item.text.endsWith(t.glide) && a.lemma !== item.text) score -= 3;
    else if (a.pos === 'noun' && a.morphemes.length === 0 && a.known && item.text.endsWith(t.glide)) score += item.readings.some((r) => r.kind === 'human' && r.stem === a.stem - 1) ? (next && !closes && !apart && !mayBeVerb && joins(a, item, prev, next, language, t) ? 8 : prev?.a.pos === 'num' || next?.a.pos === 'name' || next?.a.kind === 'place' ? -8 : prev?.a.pos === 'adp' && t.abstract.has(prev.text) ? 7 : next && !closes && next.a.pos !== 'adp' && !mayBeVerb ? -4 : a.kind === 'act' && language.lexicon.light.has(a.key) ? 3 : 0) : 7;
    // وەزارەتی بازرگانی: what a body is for, "trade", and no trader
    if (a.pos === 'noun' && a.morphemes.length === 0 && item.text.endsWith(t.glide) && prev && (prev.flags & IZAFE) !== 0 && t.ministries.has(prev.a.key) && item.readings.some((r) => r.kind === 'human' && r.stem === a.stem - 1)) score += 26;
    // بارودۆخی قورسی مانەوە: inside a chain of izafes "hard" with its own, not "hardness"
    if (a.pos === 'noun' && a.kind === 'abstract' && a.morphemes.length === 0 && item.text.endsWith(t.glide) && prev && (prev.flags & IZAFE) !== 0 && next && !closes && !apart && !mayBeVerb && isNominal(next) && item.readings.some((r) => t.qualities.has(r.key) && (r.flags & IZAFE) !== 0)) score -= 9;
    if ((a.flags & COPULA) !== 0) score += closes ? (lonely && a.post !== '' ? 12 : 2) : -10;
    // گیانیان لەدەستدا: "their lives", not the plural of an adjective in ی
    if (a.pos === 'adj' && (a.flags & PLURAL) !== 0 && a.clitic === '' && (mayBeVerb || apart) && item.readings.some((r) => r.pos === 'noun' && r.clitic === '3p' && r.stem === a.stem - 1)) score -= 4;
    // سەرۆکی داعشیان کوشت: who did it, not the plural, before a past transitive that says by nothing else who did
    if ((a.flags & PLURAL) !== 0 && a.clitic === '' && next !== undefined && (agentless(next.a) || agentless(next.a, 'perfect')) && item.readings.some((r) => r.known && r.clitic === '3p' && r.stem === a.stem - 1)) score -= 12;
    // دوو کۆڵبەریان: of a human noun "their", not the plural of what they do
    if ((a.flags & PLURAL) !== 0 && a.clitic === '' && (a.kind === 'act' || a.kind === 'abstract') && item.readings.some((r) => r.kind === 'human' && r.clitic === '3p' && r.stem === a.stem - 1)) score -= 4;
    // هیوادارین: "we are hopeful", not "they are hopes"
    if ((a.flags & COPULA) !== 0 && item.text.endsWith(t.glide + COPULA_PLURAL) && item.readings.some((r) => r.known && r.pos === 'adj' && r.morphemes[0] === t.glide + COPULA_PLURAL && r.stem === a.stem - 1)) score -= 10;
    // پەکەکە: the name, not "the X"
    if (a.pos === 'noun' && (a.flags & DEF) !== 0 && item.readings.some((r) => r.pos === 'name' && r.known && r.stem > a.stem + 2 && !language.lexicon.ambiguousNames.has(r.key))) score -= 12;
    // سەرەتایین: "they are early", not "we are …"
    if (a.morphemes.length === 2 && a.morphemes[0] === t.glide && a.morphemes[1] === t.glide + COPULA_PLURAL && item.readings.some((r) => r.known && r.pos === 'adj' && r.morphemes.length === 1 && r.morphemes[0] === COPULA_PLURAL)) score -= 10;
    // یەکێتیی نەتەوەیی: "national", not "of its nation"
    if (a.pos === 'noun' && a.morphemes.length === 2 && a.morphemes.every((m) => m === t.glide) && item.readings.some((r) => r.pos === 'adj' && r.known && r.morphemes.length < 2)) score -= 12;
    // هیچ بەڵگەنامەیەکی فەرمییان نییە: what describes one thing is no plural
    if (a.pos === 'adj' && (a.flags & PLURAL) !== 0 && a.clitic === '' && prev && (prev.flags & IZAFE) !== 0 && (prev.flags & PLURAL) === 0 && item.readings.some((r) => r.clitic === '3p' && r.pos === 'adj' && r.lemma === a.lemma)) score -= (prev.flags & INDEF) !== 0 ? 12 : 9;
    // وەرگرن: "that they take", not "they are takers", at the end
    if ((a.flags & COPULA) !== 0 && closes && item.readings.some((r) => r.verb?.mood === 'bare' && r.verb.preverb !== '' && r.verb.person[1] === 'p')) score -= 16;
    // ڕەوانەی: a word in ە before the izafe, not a shorter word closed by the ە of "this …"
    if ((a.flags & (DEM | IZAFE)) === (DEM | IZAFE)) score -= 5;
    // ئەمڕۆی: the adverb before a noun's izafe, not the adjective made of it
    if (a.pos === 'adj' && a.morphemes.length === 0 && item.readings.some((r) => r.pos === 'adv' && (r.flags & IZAFE) !== 0 && r.stem === a.stem - 1) && !item.text.endsWith(t.glide + t.glide)) score -= 6;
    if (a.derived && prev?.a.pos === 'adp') score += 6;
    // هێزە کوردییەکان: a noun closed by ە before a definite adjective
    if (a.pos === 'noun' && (a.flags & (DEM | IZAFE)) === DEM && a.clitic === '' && a.post === '' && next?.readings.some((r) => (r.flags & DEF) !== 0 && r.pos === 'adj')) score += 8;
    // هێرشی چەکداران: in the plural they are people, not what describes the noun
    if (a.pos === 'adj' && prev && (prev.flags & IZAFE) !== 0 && !((a.flags & PLURAL) !== 0 && item.readings.some((r) => r.pos === 'noun' && r.kind === 'human' && (r.flags & PLURAL) !== 0))) score += 4;
    const agent = next?.a.verb !== undefined && next.a.verb.transitive && !next.a.verb.passive && next.a.verb.clitic === '' && next.a.verb.tense !== 'present';
    // ڕێکخراوەکە حکومەتی بە … تۆمەتبار کرد: an adjective that describes nothing is the noun with the clitic of who did it
    if (a.pos === 'adj' && a.morphemes.length === 0 && apart && (prev === undefined || prev.kind === 'punct' || (prev.flags & (DEF | IZAFE)) === DEF) && nisba(item, a, false)) score -= 12;
    if (a.morphemes.length === 0 && next && !closes && nisba(item, a, agent && prev?.a.pos !== 'num')) {
      // a word that is a nisba adjective and also noun + ی: before another noun that is izafe (هەرێمی کوردستان),
      // before a past transitive without its clitic it is the agent (سنووری بەزاند); but after an izafe and before "a …" it ends its phrase (فڕۆکەی تورکی گوندێکی …)
      const noun = (next.kind === 'word' || next.kind === 'number') && !mayBeVerb && (next.a.pos !== 'adj' || next.readings.some((r) => (r.pos === 'noun' || r.pos === 'name') && r.known)) && NOMINAL.has(next.a.pos) && !language.lexicon.light.has(next.a.key) && !(a.pos === 'adj' && (next.flags & INDEF) !== 0 && prev !== undefined && (prev.flags & IZAFE) !== 0);
      const described = a.pos === 'adj' && prev !== undefined && (prev.flags & (INDEF | IZAFE)) === (INDEF | IZAFE) && next.a.kind !== 'place' && !next.readings.some((r) => r.verb);
      if (agent && item.readings.some((r) => r.pos === 'name' && r.kind === 'place' && r.stem === a.stem - 1)) score -= 18;
      else if ((noun && !described) || agent) score -= 12;
    }
    if (a.pos === 'name' && a.morphemes.length === 0 && prev?.a.kind === 'human' && prev.flags === 0) score += 6;
    if (a.pos === 'noun' && prev && (prev.a.pos === 'adp' || prev.a.pos === 'num' || prev.a.pos === 'det' || prev.a.pos === 'dem')) score += 3;
    if (a.lemma.length > a.stem && a.lemma.endsWith(t.glide + t.glide)) score -= item.readings.some((r) => r.pos === 'name' && r.known && r.stem === a.stem - 1) ? 12 : 6;
    // هێرشەکەی سەر هەولێری شەرمەزار کرد: before a past transitive without its clitic a surname that is a place and ی is the place, and who did it
    if (agent && prev?.a.pos !== 'num' && a.pos === 'name' && a.morphemes.length === 0 && item.readings.some((r) => r.pos === 'name' && r.kind === 'place' && r.clitic === '3s' && r.stem === a.stem - 1 && !language.lexicon.ambiguousNames.has(language.letters.fold(item.text.slice(0, r.stem))))) score -= 18;
    // فڕۆکەیەکی جەنگیی تورکی: a word for what "a thing" is like is no name
    if (a.pos === 'name' && prev && (prev.flags & (INDEF | IZAFE)) === (INDEF | IZAFE) && prev.a.kind !== 'human' && item.readings.some((r) => r.pos === 'adj' && r.known) && !item.readings.some((r) => r.kind === 'human')) score -= 14;
    if (a.pos === 'name') score += nameInContext(a, item, prev, next, language, t);
    if (a.post && prev === undefined) score -= 1;
  } else if (a.pos === 'cop') {
    score += closes ? 12 : -4;
  } else if (a.pos === 'aux') {
    // ئەم بڕیارە: "this decision", not "it is planned"
    if (prev?.a.pos === 'dem') score -= 30;
  } else if (a.pos === 'adp') {
    if (closes || mayBeVerb) score -= 30;
  }
  return score;
}

/** A past transitive verb without its agent: the clitic on the word before is that (بە ڕۆژنامەنووسانی گوت). */
const agentless = (a: Analysis, tense: 'past' | 'perfect' = 'past'): boolean => a.verb !== undefined && a.verb.transitive && !a.verb.passive && a.verb.clitic === '' && a.verb.tense === tense && a.verb.person === '3s';

/** The word is an adjective in ی of which the rest is a noun or an adjective too, or (`placed`) a place. */
const nisba = (item: Item, a: Analysis, placed: boolean): boolean =>
  (a.pos === 'adj' || a.pos === 'noun') && item.readings.some((r) => r.pos === 'adj' && r.morphemes.length === 0) && item.readings.some((r) => (r.pos === 'noun' || (r.pos === 'adj' && a.pos === 'adj') || (placed && r.pos === 'name' && r.kind === 'place')) && r.known && (r.flags & IZAFE) !== 0 && r.stem === a.stem - 1);

const isNominalReading = (i: Item): boolean => i.readings.length === 0 ? i.kind !== 'punct' : NOMINAL.has((i.readings[0] as Analysis).pos);

/** A name that is also a word counts as a name beside another name. */
function nameInContext(a: Analysis, item: Item, prev: Item | undefined, next: Item | undefined, language: Language, t: ChoiceTables): number {
  const key = language.letters.fold(item.text.slice(0, a.stem));
  if (prev && prev.kind === 'word' && t.honorific.has(prev.word.key) && a.morphemes.length === 0) return 20;
  if (a.feature === 'part') return 0;
  // بزووتنەوەی گۆڕان: what a body is called, not what is done
  if (a.morphemes.length === 0 && prev && (prev.flags & IZAFE) !== 0 && (prev.a.kind === 'group' || prev.a.kind === 'org') && item.readings.some((r) => r.derived?.kind === 'infinitive' && r.morphemes.length === 0)) return 16;
  // کەریم ڕۆمانێکی نوێی بڵاو کردەوە: a name has no article where a noun may have it
  if ((a.flags & (INDEF | DEF | PLURAL)) !== 0 && item.readings.some((r) => r.pos === 'noun' && r.known)) return -12;
  // 2 سەرباز و …: the letter of "and" is a name too, but makes none of a soldier
  const human = item.readings.some((r) => r.pos === 'noun' && r.kind === 'human' && r.morphemes.length === 0);
  const beside = [prev, next].some((o) => o !== undefined && o.kind === 'word' && !(o.a.pos === 'conj' && human) && o.readings.some((r) => r.pos === 'name' && (o === next || r.morphemes.length === 0)) && (o === prev ? (o.flags & IZAFE) === 0 : true));
  if (language.lexicon.light.has(key)) return beside && a.morphemes.length === 0 && next !== undefined && !isVerb(next) && next.readings.some((r) => r.pos === 'name') ? 16 : -20;
  if (language.lexicon.ambiguousNames.has(key)) return a.morphemes.length > 0 ? -20 : beside ? 16 : -8;
  return beside ? 8 : 0;
}

/** هاوکاری گەل بکەن: what is done with a light verb, before an izafe that is not written, and not who does it. */
export const joins = (a: Analysis, item: Item, prev: Item | undefined, next: Item | undefined, language: Language, t: ChoiceTables): boolean =>
  a.morphemes.length === 0 && a.lemma === item.text && (t.deeds.has(a.key) || (a.kind === 'act' && language.lexicon.light.has(a.key))) && next !== undefined && (next.kind === 'word' || next.kind === 'number') && isNominal(next) && !isVerb(next) && !(prev?.a.pos === 'adp' && t.abstract.has(prev.text)) && item.readings.some((r) => (r.kind === 'human' || r.pos === 'adj') && r.stem === a.stem - 1) && (prev === undefined || (prev.flags & IZAFE) === 0) && !item.readings.some((r) => r.kind === 'human' && t.posts.has(r.key) && !(t.deeds.has(a.key) && next.a.pos !== 'adj'));
