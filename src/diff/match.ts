import type { Words } from '../explain/index.js';
import { compare } from './changes.js';
import { common, cover, overlaps, type Placed } from './overlap.js';

/** An event or relation as it is matched. */
export interface Candidate {
  readonly iri: string;
  readonly article: string;
  /** Its class: only candidates of one class and article are matched. */
  readonly type: string;
  /** What tells it: the trigger of an event, the sentence of a relation. */
  readonly words: Words | undefined;
  readonly sentence: Words | undefined;
  /** Keys of what fills its roles, without places. */
  readonly roles: ReadonlySet<string>;
  /** All that is said of it, as one key, without places. */
  readonly all: string;
  /** Whether words in one place are enough (a trigger), or a role must be the same too (a sentence, which tells many relations). */
  readonly exact: boolean;
}

export interface Matching {
  readonly pairs: readonly (readonly [Candidate, Candidate])[];
  readonly removed: readonly Candidate[];
  readonly added: readonly Candidate[];
}

interface Scored {
  readonly a: Candidate;
  readonly b: Candidate;
  readonly score: readonly number[];
}

/**
 * Says which event of the new graph is which of the old one, whatever their numbers: those that say the same, then those whose words overlap in the text,
 * then those that the same words tell in a sentence that moved or, where the text was edited, in another. The best pairs first; nothing is matched twice.
 */
export function match(old: readonly Candidate[], now: readonly Candidate[]): Matching {
  const pairs: (readonly [Candidate, Candidate])[] = [];
  const taken = new Set<Candidate>();
  const free = (list: readonly Candidate[]): Candidate[] => list.filter((c) => !taken.has(c));
  const take = (a: Candidate, b: Candidate): void => {
    taken.add(a).add(b);
    pairs.push([a, b]);
  };
  const edited = editedArticles(old, now);
  for (const here of [true, false]) {
    const same = grouped(free(now), (c) => print(c, here));
    for (const a of free(old)) {
      const list = same.get(print(a, here))?.filter((c) => !taken.has(c));
      const b = list?.find((c) => c.iri === a.iri) ?? list?.[0];
      if (b) take(a, b);
    }
  }
  for (const candidates of [overlapping, (x: readonly Candidate[], y: readonly Candidate[]) => alike(x, y, edited)]) {
    const others = grouped(free(now), group);
    const scored: Scored[] = [];
    for (const [key, list] of grouped(free(old), group)) for (const s of candidates(list, others.get(key) ?? [])) scored.push(s);
    scored.sort((x, y) => byScore(x.score, y.score) || order(x.a, y.a) || order(x.b, y.b));
    for (const { a, b } of scored) if (!taken.has(a) && !taken.has(b)) take(a, b);
  }
  return { pairs, removed: free(old), added: free(now) };
}

const group = (c: Candidate): string => JSON.stringify([c.article, c.type]);
const print = (c: Candidate, here: boolean): string => JSON.stringify([c.article, c.type, here ? c.words?.start : '', c.words?.quote, c.all]);
const byScore = (x: readonly number[], y: readonly number[]): number => x.map((v, i) => (y[i] as number) - v).find((d) => d !== 0) ?? 0;
const order = (x: Candidate, y: Candidate): number => (x.words?.start ?? 0) - (y.words?.start ?? 0) || compare(x.iri, y.iri);
const shared = (a: Candidate, b: Candidate): number => [...a.roles].filter((k) => b.roles.has(k)).length;

function grouped(list: readonly Candidate[], key: (c: Candidate) => string): Map<string, Candidate[]> {
  const out = new Map<string, Candidate[]>();
  for (const c of list) {
    const k = key(c), own = out.get(k);
    if (own) own.push(c);
    else out.set(k, [c]);
  }
  return out;
}

/** Only what has a place: a graph from elsewhere may lack one. */
const placed = (list: readonly Candidate[], of: 'words' | 'sentence'): Placed<Candidate>[] => list.flatMap((c) => {
  const w = c[of];
  return w && Number.isFinite(w.start) && Number.isFinite(w.end) ? [{ words: w, of: c }] : [];
});
/** Each sentence once, however many events it tells. */
const sentences = (list: readonly Candidate[]): Placed<Candidate>[] => [...new Map(placed(list, 'sentence').map((s) => [JSON.stringify(s.words), s])).values()];

/** Pairs whose words stand in one place and are the same letters there. */
function overlapping(old: readonly Candidate[], now: readonly Candidate[]): Scored[] {
  const out: Scored[] = [];
  for (const [{ words: v, of: a }, { words: w, of: b }] of overlaps(placed(old, 'words'), placed(now, 'words'))) {
    if (common(v, w) > 0 && (a.exact || shared(a, b) > 0)) out.push({ a, b, score: [cover(v, w), shared(a, b), Number(a.iri === b.iri)] });
  }
  return out;
}

/** Pairs that the same words tell elsewhere: in the same sentence, or of the same people in an edited text. What no words tell is paired by its IRI. */
function alike(old: readonly Candidate[], now: readonly Candidate[], edited: ReadonlySet<string>): Scored[] {
  const told = (c: Candidate): string => (c.exact || !c.words ? (c.words?.quote ?? `\u0000${c.iri}`) : '');
  const others = grouped(now, told);
  const out: Scored[] = [];
  for (const a of old) for (const b of others.get(told(a)) ?? []) {
    const sentence = a.sentence !== undefined && a.sentence.quote === b.sentence?.quote, common = shared(a, b);
    if (a.words && !(sentence && (a.exact || common > 0)) && !(common > 0 && edited.has(a.article))) continue;
    out.push({ a, b, score: [Number(sentence), common, -Math.abs((a.words?.start ?? 0) - (b.words?.start ?? 0)), Number(a.iri === b.iri)] });
  }
  return out;
}

/** The articles whose text is another now: in one place stand different letters. */
function editedArticles(old: readonly Candidate[], now: readonly Candidate[]): Set<string> {
  const found = new Set<string>();
  const others = grouped(now, (c) => c.article);
  for (const [article, list] of grouped(old, (c) => c.article)) {
    for (const [a, b] of overlaps(sentences(list), sentences(others.get(article) ?? []))) {
      if (common(a.words, b.words) > 0) continue;
      found.add(article);
      break;
    }
  }
  return found;
}
