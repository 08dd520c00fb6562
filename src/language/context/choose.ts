import { COPULA, DEM, IZAFE, PLURAL, type Analysis } from '../analysis.js';
import type { Language } from '../index.js';
import { listedNames, namedOr } from './as-names.js';
import { isFinite, isVerb, type ChoiceTables } from './classes.js';
import type { Item } from './items.js';
import { inContext, joins, surroundings } from './score.js';

/** Chooses one reading for every word by what stands beside it. Writes `a`, `flags` and `post`. */
export function chooseReadings(items: Item[], language: Language, t: ChoiceTables): void {
  let verbs = items.filter(isFinite).length;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if (item.readings.length < 2) continue;
    const lonely = verbs - Number(isFinite(item)) === 0;
    const within = demonstrated(items, i);
    const next = items[i + 1];
    const around = surroundings(items[i - 1], next, items[i + 2], t, lonely);
    let best = item.a;
    let bestScore = -Infinity;
    for (const a of item.readings) {
      const score = a.score + inContext(a, item, around, language, t) + closing(a, item, within) + (a.post && !governed(items, i, a) ? -18 : 0) + (agentOn(a, item, items, i, language) ? 10 : 0) + (a.verb && t.governing.has(a.verb.infinitive) && subjunctiveAfter(items, i) ? (a.verb.clitic ? 18 : 12) : 0) + (a.verb && spoken(items, i, language, t) ? 24 : 0) + (a.verb?.again && next?.a.pos === 'name' && (items[i + 2] === undefined || items[i + 2]?.kind === 'punct') ? 14 : 0);
      if (score > bestScore) {
        best = a;
        bestScore = score;
      }
    }
    if (best.pos === 'noun' && joins(best, item, items[i - 1], next, language, t)) best = { ...best, flags: best.flags | IZAFE, morphemes: [t.glide] };
    const made = isVerb(next) && misspelledClitic(best, item, t) ? item.readings.find((r) => r.clitic === '3p' && r.morphemes.length === 1 && r.lemma !== best.lemma && language.lexicon.light.has(r.key)) : undefined;
    const deed = best.clitic === '3p' && best.morphemes.length === 1 ? item.readings.find((r) => (t.deeds.has(r.key) || (r.kind === 'act' && language.lexicon.light.has(r.key))) && misspelledClitic(r, item, t)) : undefined;
    // چارەسەریان کرد: "solved them"
    if (made) best = made;
    else if (deed) best = { ...deed, flags: deed.flags & ~PLURAL, clitic: '3p', morphemes: [t.their] };
    else if (misspelledClitic(best, item, t)) best = item.readings.find((r) => r.clitic === '3p' && t.qualities.has(r.key)) ?? { ...best, flags: best.flags & ~PLURAL, clitic: '3p', morphemes: [t.their] };
    if (best !== item.a) {
      const extra = item.flags & ~item.a.flags;
      if (!item.post || item.post === item.a.post) item.post = best.post;
      verbs += Number(best.pos === 'verb' || best.pos === 'cop') - Number(isFinite(item));
      item.a = best;
      item.flags = best.flags | extra;
    }
  }
  listedNames(items, t.settlements);
  namedOr(items);
}

/** چالاکیان ئەنجام دا: "their" after a word in ی, spelled with one ی, of what is no person; its plural has an article. */
const misspelledClitic = (a: Analysis, item: Item, t: ChoiceTables): boolean =>
  a.pos === 'noun' && a.known && NOTHING_LIVING.has(a.kind) && a.flags === PLURAL && a.post === '' && a.morphemes.length === 1 && a.lemma.endsWith(t.glide) && item.text === a.lemma.slice(0, -1) + t.their;

/** Kinds of nouns whose plural says which. */
const NOTHING_LIVING: ReadonlySet<string> = new Set(['act', 'abstract', 'event', 'thing', 'work', 'body', 'money', 'measure']);

/** What a final ە is worth: it closes "this …", where it is no copula; elsewhere a verb form is likelier than a noun closed by it. */
function closing(a: Analysis, item: Item, within: boolean): number {
  if (within) return (a.flags & COPULA) !== 0 ? -14 : (a.flags & DEM) !== 0 ? 6 : 0;
  return (a.flags & DEM) !== 0 && item.readings.some((r) => r.pos === 'verb' || ((r.flags & COPULA) !== 0 && r.stem === a.stem)) ? -5 : 0;
}

/** A postposition closes a phrase that a preposition has opened. Where the word may be a verb (بڕیاریدا), the phrase must reach it: after an adjective without izafe it is over. */
function governed(items: readonly Item[], at: number, a: Analysis): boolean {
  const verbal = (items[at] as Item).readings.some((r) => r.verb !== undefined);
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i] as Item;
    if (item.a.pos === 'adp' || item.a.parts) return true;
    if (verbal && i === at - 1 && item.a.pos === 'name' && (item.flags & IZAFE) === 0 && item.post === '') break;
    if (item.a.pos === 'verb' || (verbal && item.a.pos === 'adj' && (item.flags & IZAFE) === 0)) break;
  }
  return at === 0 || a.pos === 'name' || !verbal;
}

/** پێنج چەکداریان کوشت: right before a past transitive verb without a clitic, یان is its agent, not a plural of a word in ی. */
function agentOn(a: Analysis, item: Item, items: readonly Item[], at: number, language: Language): boolean {
  if (a.clitic !== '3p' || !item.readings.some((r) => (r.flags & PLURAL) !== 0 && r.clitic === '')) return false;
  const light = items[at + 1];
  const verb = light !== undefined && language.lexicon.light.has(light.a.key) && light.a.morphemes.length === 0 ? items[at + 2] : light;
  const v = verb?.a.verb;
  return v !== undefined && v.transitive && !v.passive && v.clitic === '' && v.tense !== 'present' && v.tense !== 'imperative' && items.slice(Math.max(0, at - 3), at).every((x) => x.a.clitic === '');
}

/** Inside "this … " or "that … ", which closes with ە. */
function demonstrated(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const item = items[i] as Item;
    // لەو زمانەدا: the preposition has the demonstrative in it
    if (item.a.pos === 'dem' || (item.a.pos === 'adp' && item.a.parts?.length === 2)) return true;
    if (item.kind === 'punct' || item.a.pos === 'verb' || item.a.pos === 'adp' || item.a.pos === 'conj') return false;
  }
  return false;
}

/** جەختی لەوە کردەوە: after a light noun and the pronoun that points to what follows stands the verb. */
const spoken = (items: readonly Item[], at: number, language: Language, t: ChoiceTables): boolean =>
  t.pointing.has((items[at - 1] as Item | undefined)?.text ?? '') && items[at - 2]?.kind === 'word' && language.lexicon.light.has((items[at - 2] as Item).a.key);

function subjunctiveAfter(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i < items.length; i++) if ((items[i] as Item).a.verb?.mood === 'subjunctive') return true;
  return false;
}
