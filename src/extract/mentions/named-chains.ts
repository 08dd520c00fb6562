import { DEF, DEM, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import { mentionOf, type SentenceReading } from '../context.js';
import { predicateIn } from '../events/predicates.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase, Segment } from '../syntax/phrase-tables.js';
import { fillerIn, segmentFiller, type Filler } from './fillers.js';
import type { NameHit } from './names.js';

/** Names built of common words are mentions too; a name that is only a part of one ("hospital of Erbil") is not one of its own. */
export function namedChains(s: SentenceReading, clauses: readonly Clause[], nested: Set<NameHit>): void {
  for (const c of clauses) {
    const verb = s.items[c.verb], { light: nouns, lightVerbs } = s.r.c.language.lexicon;
    const noun = predicateIn(s, c)?.noun ?? -1;
    const light = noun >= 0 ? noun : lightVerbs.has((verb?.a.key ?? '')) && nouns.has((s.items[c.verb - 1]?.a.key ?? '')) ? c.verb - 1 : -1;
    for (const p of [...c.phrases, ...c.after]) for (const one of [p, ...p.also]) {
      namedChain(s, one, light, nested);
      for (const seg of one.segments) innerBody(s, seg, light, nested);
    }
  }
}

/** "The figures of the Ministry of X", "the passing of the Budget Law": a body or a work that ends the chain of a noun for a thing or an act. */
function innerBody(s: SentenceReading, seg: Segment, light: number, nested: Set<NameHit>): void {
  const { fillers } = s.r.c, { titles } = fillers.names;
  const head = s.items[seg.head];
  if (!head || head.a.pos !== 'noun' || !['', 'abstract', 'act', 'event', 'thing', 'work', 'money', 'measure'].includes(head.a.kind) || fillers.heads.has(head.a.key) || titles.has(head.a.key)) return;
  for (let i = seg.head + 1; i < seg.last; i++) {
    const item = s.items[i];
    const row = item?.a.pos === 'noun' && item.a.derived === undefined ? fillers.heads.get(item.a.key) : undefined;
    if (!item || (row?.kind !== 'proper' && row?.kind !== 'facility') || (row.type !== 'Organization' && row.type !== 'Work') || ((s.items[i - 1]?.flags ?? 0) & IZAFE) === 0 || (item.flags & (PLURAL | DEF | INDEF | DEM)) !== 0) continue;
    const whole = segmentFiller(s.items, { first: i, last: seg.last, head: i }, s.hits, fillers);
    if (!whole || whole.unnamed || whole.weak || whole.type !== row.type || whole.first !== i || light >= i) return;
    // "the unity of the people", "a force of their own", "the occupying army"
    const next = s.items[i + 1], last = s.items[whole.last];
    if (row.type === 'Organization' && (['abstract', 'act'].includes(item.a.kind) || s.r.c.inList('loose-bodies', item.a.lemma) || next?.a.pos === 'adj' || last?.a.pos === 'pron' || last?.a.clitic !== '')) return;
    const inside = s.hits.filter((h) => h.first > whole.first && h.last <= whole.last && !h.weak);
    if (whole.type === 'Work' && !titledWork(s, whole, i)) return;
    mentionOf(s, whole);
    for (const h of inside) nested.add(h);
    return;
  }
}

function namedChain(s: SentenceReading, p: Phrase, light: number, nested: Set<NameHit>): void {
  const whole = fillerIn(s, p);
  // یاسای X هەموار کرد: the light noun of the verb is no part of the name
  const f = whole?.type === 'Work' && light > whole.first && light <= whole.last ? { ...whole, last: light - 1 } : whole;
  if (f?.foundBy === 'name.settlement') mentionOf(s, f);
  if (!f || f.foundBy !== 'head.chain' || f.weak || f.unnamed || f.type === 'Group') return;
  // شارەکانی X: towns in general
  if (f.type === 'Place' && ((s.items[p.segments[0]?.head ?? f.first]?.flags ?? 0) & PLURAL) !== 0) return;
  const inside = s.hits.filter((h) => h.first > f.first && h.last <= f.last && !h.weak);
  if (f.type === 'Work' ? !titledWork(s, f, p.segments[0]?.head ?? f.first) : inside.length === 0) return;
  mentionOf(s, f);
  for (const h of inside) nested.add(h);
}

/** یاسای سزادان, the ninth festival of X: one work called by more than adjectives and ordinals, neither "this law" nor "all laws". */
function titledWork(s: SentenceReading, f: Filler, head: number): boolean {
  const item = s.items[head], next = s.items[head + 1], last = s.items[f.last];
  // یاسایی: legal, rather than the law of
  if (!item || !next || !last || head >= f.last || item.readings.some((r) => r.pos === 'adj' && r.lemma === item.text)) return false;
  return (item.flags & (PLURAL | DEF | INDEF)) === 0 && s.items.slice(f.first, head).every((i) => i.a.feature === 'ordinal') && next.a.pos !== 'adj' && next.a.pos !== 'dem' && !(next.kind === 'word' && next.a.pos === 'num' && !/^\d+$/.test(next.a.feature)) && (last.flags & (DEF | DEM | INDEF)) === 0;
}
