import { DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { isMark } from '../../language/context/items.js';
import type { SentenceReading } from '../context.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import { contentStart, type Argument } from './arguments.js';
import { isAdverbial } from './asides.js';
import type { Predicate } from './predicates.js';
import type { Filled } from './slots.js';

/** A noun for people or for where somebody is from, right after a name. */
function saysMore(s: SentenceReading, name: Phrase, x: Phrase): boolean {
  const head = s.items[x.segments[0]?.head ?? x.first];
  return x.first === name.last + 1 && head !== undefined && (head.a.kind === 'human' || s.r.c.inList('origin', head.a.lemma));
}

/** What a name may be read as. */
const SPEAKERS = new Set(['noun', 'name', 'adj', 'verb']);

/** Where what is said follows, the only bare phrase before the verb is who says it, also if no list knows the name: two or three words, or one that is no ordinary word. */
export function strangerIn(s: SentenceReading, clause: Clause, p: Predicate): Filled | undefined {
  const own = p.form.transitive && p.form.tense !== 'present' ? p.form.clitic || '3s' : p.form.person;
  const [phrase, ...rest] = clause.phrases.filter((x) => x.marker === '' && x !== p.phrase && !isAdverbial(s, x));
  // X ئەوەی وت, X بەرپرس لە Y وتی: only the pronoun for what is said, or who that is, may stand beside
  const bare = [phrase, ...rest.filter((x, k) => !(k === 0 && phrase && saysMore(s, phrase, x)) && !(x.first === x.last && s.items[x.first]?.a.pos === 'pron'))];
  if (p.form.passive || !own.startsWith('3') || bare.length !== 1 || !phrase || phrase.also.length > 0 || phrase.last > clause.verb) return undefined;
  const first = contentStart(phrase);
  // دۆلی وتی: whatever the one word may be elsewhere, at the head of the sentence and before "said" it is who said it
  const only = s.items[first];
  const alone = first === phrase.last && phrase.post === '' && only !== undefined && (first === 0 || isMark(s.items[first - 1], '.', '"', '”', '-', '*')) && s.r.c.inList('saying', p.form.infinitive) && only.kind === 'word' && SPEAKERS.has(only.a.pos) && (only.flags & (DEF | INDEF | PLURAL | DEM)) === 0 && !s.r.c.inList('time-kinds', only.a.kind) && only.a.kind !== 'human' && only.a.kind !== 'abstract' && only.a.kind !== 'act';
  if (alone) return { role: 'agent', filler: { type: 'Person', first, last: first, foundBy: 'name.speaker', unnamed: false, weak: true }, phrases: [phrase], by: 'subject' };
  const name = (i: number): boolean => s.items[i]?.kind === 'word' && s.items[i]?.text !== s.r.c.locative && (s.items[i]?.a.pos === 'name' || s.items[i]?.a.known === false);
  let last = name(first) || (s.items[first]?.flags ?? IZAFE) === 0 ? first : -1;
  while (last >= first && last < phrase.last && last < first + 2 && name(last + 1)) last++;
  const next = s.items[last + 1];
  const plain = ((s.items[last]?.flags ?? DEF) & (DEF | DEM | INDEF | PLURAL)) === 0;
  if (last < first || !name(last) || !plain || (last < phrase.last && next?.a.kind !== 'human' && !s.r.c.inList('origin', next?.a.lemma ?? ''))) return undefined;
  return { role: 'agent', filler: { type: 'Person', first, last, foundBy: 'name.speaker', unnamed: false, weak: true }, phrases: [phrase], by: 'subject' };
}

/** تێکۆشەر وتی, ڕێکخراوی … وتی: somebody or some `body`, though the words name nobody. */
export function saysWho(s: SentenceReading, { phrase }: Argument, body: boolean): boolean {
  const head = s.items[phrase.segments[0]?.head ?? phrase.first]?.a;
  return body ? s.r.c.fillers.heads.get(head?.key ?? '')?.type === 'Organization' : head?.kind === 'human';
}
