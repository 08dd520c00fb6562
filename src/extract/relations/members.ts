// Who belongs to what, by the words of noun phrases.
import type { SentenceReading } from '../context.js';
import { fillerIn, segmentFiller } from '../mentions/fillers.js';
import type { Clause } from '../syntax/clauses.js';
import type { Item } from '../../language/context/items.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import { add } from './draft.js';
import { inChain } from './places.js';

/** "the armed groups belonging to X". */
export function memberOf(s: SentenceReading, p: Phrase): void {
  for (const seg of p.segments) {
    for (let i = seg.head + 1; i < seg.last; i++) {
      if (!s.r.c.inList('member-of', (s.items[i] as Item).text) || s.items[i + 1]?.a.pos !== 'adp') continue;
      const start = groupStart(s, seg.first, i - 1);
      const all = segmentFiller(s.items, { first: start, last: seg.last, head: start }, s.hits, s.r.c.fillers);
      const whole = all?.type === 'Place' ? segmentFiller(s.items, { first: start, last: i - 1, head: start }, s.hits, s.r.c.fillers) : all;
      const part = segmentFiller(s.items, { first: i + 2, last: seg.last, head: i + 2 }, s.hits, s.r.c.fillers);
      if (!whole || !part) return;
      if (part.type === 'Organization' && whole.type !== 'Place') add(s, 'memberOf', whole, part, [seg.first, seg.last], 'relation.belongs');
      else if (part.type === 'Place' && whole.type === 'Place') {
        add(s, 'locatedIn', whole, part, [seg.first, seg.last], 'relation.belongs');
        inChain(s, seg, part);
      }
    }
  }
}

/** Where the words for the members begin: after the last verbal noun before them ("the bombing of the groups …"). */
function groupStart(s: SentenceReading, first: number, last: number): number {
  let start = last;
  while (start > first) {
    const before = s.items[start - 1] as Item;
    if (before.a.derived || before.a.kind === 'act' || before.a.kind === 'event') break;
    start--;
  }
  return start;
}

/** "X, which belongs to Y" (ناحیەی بازیان سەر بە سلێمانی) without an izafe before it. */
export function belongs(s: SentenceReading, a: Phrase, b: Phrase): void {
  if (!s.r.c.inList('member-of', (s.items[b.first] as Item).text) || s.items[b.first + 1]?.a.pos !== 'adp') return;
  const whole = fillerIn(s, a);
  const part = fillerIn(s, b);
  if (!whole || !part || part.weak) return;
  if (whole.type === 'Place' && part.type === 'Place') add(s, 'locatedIn', whole, part, [whole.first, part.last], 'relation.belongs');
  else if (whole.type !== 'Place' && part.type === 'Organization') add(s, 'memberOf', whole, part, [whole.first, part.last], 'relation.belongs');
}

/** "X joined the ranks of Y": who does something in the ranks of a body belongs to it. */
export function joinedRanks(s: SentenceReading, clause: Clause, phrases: readonly Phrase[]): void {
  const t = s.r.c.fillers;
  const done = s.items[clause.verb]?.a.verb;
  if (!done || done.negated || done.mood !== 'indicative' || done.tense === 'present') return;
  for (const p of phrases) {
    const seg = p.segments[0];
    const head = seg && s.items[seg.head];
    if (!seg || !head || seg.last === seg.head || p.marker === '' || !head.readings.some((r) => s.r.c.inList('ranks', r.lemma))) continue;
    const body = segmentFiller(s.items, { first: seg.head + 1, last: seg.last, head: seg.head + 1 }, s.hits, t);
    const subject = clause.phrases.find((x) => x.marker === '' && x.last < p.first && fillerIn(s, x)?.type === 'Person') ?? (clause.kind === 'relative' ? clause.antecedent : undefined);
    const who = subject && fillerIn(s, subject);
    if (who?.type === 'Person' && body?.type === 'Organization' && !body.weak) add(s, 'memberOf', who, body, [who.first, seg.last], 'relation.member');
  }
}
