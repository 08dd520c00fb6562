import { DEM, IZAFE } from '../../language/analysis.js';
import type { SentenceReading } from '../context.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase, Segment } from '../syntax/phrase-tables.js';
import { contentStart, type Argument } from './arguments.js';
import { headFrom } from './slots.js';

/** The marked phrases that may be an event noun's: those right after it, or all of the clause. */
export interface Rest {
  readonly later: readonly Phrase[];
  readonly all: boolean;
}

/** Arguments of an event noun: the words joined to it by izafe, the marked phrases right after it, and the bare phrase before it, of which it may be said ("X is the guest of Y"). */
export function nominalArguments(s: SentenceReading, noun: number, phrase: Phrase, seg: Segment, { later, all }: Rest, before: Phrase | undefined, clause: Clause): Argument[] {
  const out: Argument[] = [];
  let i = noun + 1;
  let by = 'of';
  while (i <= seg.last) {
    const item = s.items[i];
    if (!item || item.a.pos === 'conj') break;
    if (item.a.pos === 'adp') {
      by = item.a.feature;
      i++;
      if (s.items[i]?.a.pos === 'adp') i++;
      continue;
    }
    const closed = i === noun + 1 && ((s.items[noun]?.flags ?? 0) & (DEM | IZAFE)) === DEM && item.readings.some((r) => r.pos === 'adj');
    if ((item.a.pos === 'adj' || closed) && !s.hits.some((h) => h.first === i)) {
      i++;
      continue;
    }
    const parts = coordinated(s, i, seg.last);
    const last = parts[0]?.[1] ?? seg.last;
    const rest: Segment = { first: i, last, head: headFrom(s, i, last) };
    const isLast = seg === phrase.segments[phrase.segments.length - 1];
    const rests = phrase.segments.filter((g) => g.first > seg.last);
    out.push({ by, phrase: { ...phrase, first: i, segments: [rest, ...rests], also: [...parts.slice(1).map((x) => bare(s, x)), ...(isLast ? phrase.also : [])] }, first: i, last: rest.last });
    break;
  }
  let end = phrase.last;
  for (const p of later) {
    if (all) {
      out.push({ by: p.marker, phrase: p, first: contentStart(p), last: p.last });
      continue;
    }
    // of a passive verb, whoever did it is the verb's
    if (p.marker === s.r.c.agentMarker && s.items[clause.verb]?.a.verb?.passive) break;
    if (p.marker === '' || p.first !== end + 1 || (end > phrase.last && clause.verb >= 0)) break;
    out.push({ by: p.marker, phrase: p, first: contentStart(p), last: p.last });
    end = p.last;
  }
  if (clause.verb < 0 && before && phrase.marker === '' && seg.first === phrase.first) out.push({ by: 'beside', phrase: before, first: contentStart(before), last: before.last });
  return out;
}

/** Items of each part of "A and B" inside a chain. */
function coordinated(s: SentenceReading, from: number, to: number): [number, number][] {
  const out: [number, number][] = [];
  let first = from;
  for (let i = from; i <= to; i++) {
    if (s.items[i]?.a.pos !== 'conj') continue;
    out.push([first, i - 1]);
    first = i + 1;
  }
  out.push([first, to]);
  return out;
}

const bare = (s: SentenceReading, [first, last]: readonly [number, number]): Phrase => ({
  first, last, segments: [{ first, last, head: headFrom(s, first, last) }], marker: '', preposition: -1, post: '', clitic: '', openEnd: false, also: [],
});
