import type { Language } from '../../language/index.js';
import { DEF, DEM, IZAFE, PLURAL } from '../../language/analysis.js';
import { isVerb } from '../../language/context/classes.js';
import { isMark, type Item } from '../../language/context/items.js';
import { phraseTablesFor, type Phrase, type Tables } from './phrase-tables.js';
import { copular, goalAt, ofThings, opensRelative, saysIs, trailing } from './clause-ends.js';
import { phraseAt } from './phrase.js';
import { groupAt } from './phrases.js';

/** One finite verb with the phrases that belong to it, in the order of the text. */
export interface Clause {
  readonly phrases: Phrase[];
  /** Item of the finite verb; -1 for a headline or fragment without one. */
  verb: number;
  /** First and last item. */
  readonly first: number;
  last: number;
  /** Phrases after the verb: where a movement or attack goes. */
  readonly after: Phrase[];
  /** `relative` clauses describe `antecedent`; `sub` clauses hang on a conjunction (its feature). */
  readonly kind: 'main' | 'relative' | 'sub';
  readonly conjunction: string;
  readonly antecedent?: Phrase | undefined;
  readonly parent?: Clause | undefined;
  /** An auxiliary or adverb of possibility or plan before the verb (closed.tsv feature of aux). */
  mood: string;
  /** Preverbal adjectives and adverbs that no phrase took. */
  readonly loose: number[];
  /** A question word stands in it. */
  question: boolean;
}

/** Where the names of several words end that begin at an item (-1: none), and whether a person's ends at an item. */
export interface NameEnds {
  readonly starts: (item: number) => boolean;
  readonly stops: (item: number) => boolean;
  readonly end: (item: number) => number;
  readonly person: (item: number) => boolean;
  /** A name begins there that is no person's. */
  readonly nobody: (item: number) => boolean;
}

export interface SyntaxTables {
  readonly phrase: Tables;
  readonly relative: ReadonlySet<string>;
  readonly directional: ReadonlySet<string>;
  /** Infinitives of verbs of motion (folded). */
  readonly motion: ReadonlySet<string>;
  /** Infinitives of verbs that lead nowhere, but to what they tell (folded). */
  readonly telling: ReadonlySet<string>;
  /** Markers of topics, which may follow the verb. */
  readonly topic: ReadonlySet<string>;
  /** "Each", before "of" and those who are meant (folded). */
  readonly each: ReadonlySet<string>;
  readonly fold: (s: string) => string;
  /** The verbs with which a noun makes a predicate that some frame knows (folded). */
  readonly light: (item: Item) => ReadonlySet<string> | undefined;
  readonly again: string;
}

export function syntaxTables(language: Language, phrase: Tables): SyntaxTables {
  const compounds = new Map<string, Set<string>>();
  for (const f of language.tables.frames) for (const n of f.light?.noun ?? []) {
    const verbs = compounds.get(language.letters.fold(n)) ?? new Set<string>();
    compounds.set(language.letters.fold(n), verbs);
    for (const v of f.light?.verbs ?? []) verbs.add(language.letters.fold(v));
  }
  const mayBeLight = language.words.flag((w) => compounds.has(w.key) || w.readings.some((r) => compounds.has(r.key)));
  const set = (name: string): ReadonlySet<string> => new Set((language.tables.words[name] ?? []).map(language.letters.fold));
  return { phrase, relative: set('relative'), directional: set('directional-nouns'), motion: set('motion'), telling: set('telling'), each: set('each'), topic: new Set(language.tables.words['topic-markers']), fold: language.letters.fold,
    light: (item) => (mayBeLight(item.word) ? compounds.get(item.a.key) ?? ((item.flags & IZAFE) !== 0 ? undefined : compounds.get(item.word.key)) : undefined), again: language.tables.verbAffixes.again[0]?.form ?? '',
  };
}

/** "Each of A and B" are A and B, wherever "each" stands; any other phrase is returned as it is. */
function eachOf(items: readonly Item[], before: Phrase | undefined, phrase: Phrase, t: SyntaxTables): Phrase {
  if (!before || phrase.marker !== t.phrase.inMarker || phrase.preposition !== before.last + 1 || before.last - before.first > 2) return phrase;
  const words = items.slice(before.preposition + 1 || before.first, before.last + 1).map((i) => i.text).join(' ');
  if (!t.each.has(t.fold(words))) return phrase;
  return { ...phrase, marker: before.marker, preposition: before.preposition, first: before.preposition < 0 ? phrase.segments[0]?.first ?? phrase.first : before.first };
}

/**
 * Cuts a sentence into clauses. Sorani is verb-final: a clause runs from the end of the one before to its finite verb,
 * and a clause opened by a conjunction closes with its own verb, after which the one around it goes on.
 */
export function clausesOf(items: readonly Item[], t: SyntaxTables, blocked: (item: number) => boolean, names: NameEnds, from = 0, to = items.length): Clause[] {
  const done: Clause[] = [];
  const stopAt = (i: number): boolean => i >= to || blocked(i);
  const pt = phraseTablesFor(t.phrase, { stopAt, nameEnd: names.end, isPerson: names.person, nameStarts: names.starts, nameStops: names.stops, isNobody: names.nobody, startsPredicate: (i) => startsPredicate(items, i, to, t) });
  let open: Clause = clause(from, 'main', '');
  const stack: Clause[] = [];
  const close = (at: number): void => {
    open.last = at;
    done.push(open);
    const outer = stack.pop();
    open = outer ?? clause(at + 1, 'main', '');
  };
  let i = from;
  while (i < to) {
    const item = items[i] as Item;
    if (blocked(i)) {
      i++;
      continue;
    }
    if (isVerb(item)) {
      if (item.a.pos === 'cop' && open.phrases.length === 0 && done.length > 0 && open.kind === 'main' && open.verb < 0 && items[i - 1]?.a.pos === 'verb') {
        (done[done.length - 1] as Clause).last = i++;
        continue;
      }
      open.verb = i;
      let end = i;
      const form = item.a.verb;
      let j = i + 1;
      const goes = form?.directional === true && !t.telling.has(t.fold(form.infinitive));
      if (goes || t.directional.has(items[j]?.text ?? '')) {
        const goal = j < to && !blocked(j) ? goalAt(items, j, to, pt) : undefined;
        if (goal && (goes || goal.preposition >= 0)) {
          open.after.push(goal);
          end = goal.last;
          j = end + 1;
        }
      }
      // گەڕایەوە هەولێر: where a verb of motion goes may follow it without a mark of direction
      if (end === i && form && t.motion.has(t.fold(form.infinitive)) && j < to && !blocked(j) && names.starts(j)) {
        const goal = phraseAt(items, j, pt);
        if (goal && (goal.last + 1 >= to || isMark(items[goal.last + 1], '.', '،', '؛', '؟', '!') || items[goal.last + 1]?.a.pos === 'conj')) {
          open.after.push(goal);
          end = goal.last;
          j = end + 1;
        }
      }
      if (items[j]?.a.pos === 'adp' && t.topic.has(items[j]?.a.feature ?? '') && !blocked(j)) {
        const topic = groupAt(items, j, pt);
        if (topic) {
          open.after.push(topic);
          end = topic.last;
          j = end + 1;
        }
      }
      const afterthought = trailing(items, j, to, pt, blocked);
      if (afterthought.length > 0) {
        open.after.push(...afterthought);
        end = (afterthought[afterthought.length - 1] as Phrase).last;
        j = end + 1;
      }
      close(end);
      i = j;
      continue;
    }
    if (item.a.pos === 'aux') {
      // ژمارەکە زیاتر دەبێت و وتی: "becomes", where "and" ends what it says
      if (item.a.feature === 'must' && open.phrases.length > 0 && items[i + 1]?.a.pos === 'conj' && items[i + 2]?.a.verb?.mood === 'indicative') {
        open.verb = i;
        close(i);
      } else open.mood = item.a.feature;
      i++;
      continue;
    }
    // نە پشتیوانیی X دەکەن، نە …; but نە تەنها is "not only"
    if (item.a.pos === 'part' && item.a.feature === 'neither' && items[i + 1]?.a.feature !== 'only') open.mood = 'neither+neg';
    if (item.a.pos === 'int') open.question = true;
    // "but" begins another statement, also after one without a verb
    if (item.a.feature === 'but' && open.phrases.length > 0 && open.kind === 'main' && stack.length === 0) {
      close(i - 1);
      i++;
      continue;
    }
    if (item.a.pos === 'sconj' || (item.a.pos === 'pron' && t.relative.has(item.text) && items[i + 1]?.a.pos !== 'verb')) {
      const before = open.phrases.length === 0 && open.kind === 'main' && isMark(items[i - 1], '،') ? done[done.length - 1]?.after.at(-1) : undefined;
      const last = open.phrases[open.phrases.length - 1] ?? (before && before.marker === t.phrase.inMarker ? before : undefined);
      const relative = item.a.feature === 'that' && last !== undefined && (last.last === i - 1 || (last.last === i - 2 && isMark(items[i - 1], '،')));
      if (open.phrases.length > 0 || open.verb >= 0 || relative) {
        stack.push(open);
        open = clause(i, relative ? 'relative' : 'sub', item.a.feature, relative ? last : undefined, stack[stack.length - 1]);
      } else {
        const told = done[done.length - 1];
        open = { ...open, conjunction: item.a.feature, parent: item.a.feature === 'that' && told?.last === i - 1 && !open.parent ? told : open.parent };
      }
      i++;
      continue;
    }
    const group = groupAt(items, i, pt);
    const phrase = group && eachOf(items, open.phrases[open.phrases.length - 1], group, t);
    if (phrase) {
      if (phrase !== group) open.phrases.pop();
      open.phrases.push(phrase);
      i = phrase.last + 1;
      // "who is a member of parliament": the copula on a chain's last word closes the clause like any verb; one that is no relative only before "and"
      if (open.kind === 'relative' ? copular(items[phrase.last] as Item) : phrase.also.length === 0 && saysIs(items, phrase, open.phrases[open.phrases.length - 2])) {
        open.verb = phrase.last;
        close(phrase.last);
        continue;
      }
      if (opensRelative(items, phrase, t.phrase.thatPrepositions)) {
        stack.push(open);
        open = clause(i, 'relative', 'that', phrase, stack[stack.length - 1]);
      }
      continue;
    }
    if (item.kind !== 'punct') open.loose.push(i);
    if (isMark(item, '؛', ':', '.') && open.phrases.length > 0) {
      while (stack.length > 0) close(i);
      close(i);
    }
    i++;
  }
  while (stack.length > 0 || open.phrases.length > 0 || open.loose.length > 0) {
    const more = stack.length > 0;
    close(to - 1);
    if (!more) break;
  }
  return done;
}

/** بە پاساوی قەدەغەی …: joined by izafe to the noun of a preposition. */
function inMarked(items: readonly Item[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && ((items[i] as Item).flags & IZAFE) !== 0 && items[i]?.kind === 'word') i--;
  return i >= 0 && i < at - 1 && items[i]?.a.pos === 'adp' && items[at + 1]?.a.verb === undefined;
}

/** Whether the next verb makes a compound with the noun at `at` (داوای … دەکات). */
function startsPredicate(items: readonly Item[], at: number, to: number, t: SyntaxTables): boolean {
  const item = items[at] as Item;
  const nounOnly = (item.flags & (DEF | PLURAL)) !== 0 || ((item.flags & DEM) !== 0 && ((items[at + 1]?.flags ?? 0) & DEF) !== 0);
  const verbs = item.kind === 'word' && !nounOnly && !ofThings(items[at - 1]) ? t.light(item) : undefined;
  if (!verbs || inMarked(items, at)) return false;
  for (let i = at + 1; i < to; i++) {
    const v = items[i] as Item;
    if (v.a.pos === 'sconj' || isMark(v, ':', '؛', '.')) return false;
    if (v.a.verb) {
      // زیندانی مەحکووم کرا: the adjective right before the verb is its own
      const nearer = i - 1 > at && items[i - 1]?.readings.some((r) => r.pos === 'adj') ? t.light(items[i - 1] as Item) : undefined;
      if (nearer?.has(t.fold(v.a.verb.infinitive))) return false;
      // گیانی لەدەستدا: a verb that has its word already takes another only where both make the compound
      const { light, again } = v.a.verb;
      const verb = t.fold(light + v.a.verb.infinitive);
      return verbs.has(verb) || (again && verbs.has(verb + t.again));
    }
  }
  return false;
}

function clause(first: number, kind: Clause['kind'], conjunction: string, antecedent?: Phrase, parent?: Clause): Clause {
  return {
    phrases: [], verb: -1, first, last: first, after: [], kind, conjunction, mood: '', loose: [], question: false, antecedent, parent,
  };
}
