import { DEF, DEM, INDEF, PLURAL } from '../../language/analysis.js';
import { mentionOf, type SentenceReading } from '../context.js';
import { predicateIn } from '../events/predicates.js';
import type { Clause } from '../syntax/clauses.js';
import type { Phrase } from '../syntax/phrase-tables.js';
import { fillerIn, type Filler } from './fillers.js';
import type { NameHit } from './names.js';

/** Names built of common words are mentions too; a name that is only a part of one ("hospital of Erbil") is not one of its own. */
export function namedChains(s: SentenceReading, clauses: readonly Clause[], nested: Set<NameHit>): void {
  for (const c of clauses) {
    const verb = s.items[c.verb], { light: nouns, lightVerbs } = s.r.c.language.lexicon;
    const noun = predicateIn(s, c)?.noun ?? -1;
    const light = noun >= 0 ? noun : lightVerbs.has(verb?.a.key ?? '') && nouns.has(s.items[c.verb - 1]?.a.key ?? '') ? c.verb - 1 : -1;
    for (const p of [...c.phrases, ...c.after]) for (const one of [p, ...p.also]) namedChain(s, one, light, nested);
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

/** یاسای سزادان, the ninth festival of X: one work called by more than adjectives, neither "this law" nor "all laws". */
function titledWork(s: SentenceReading, f: Filler, head: number): boolean {
  const item = s.items[head], next = s.items[head + 1], last = s.items[f.last];
  // یاسایی: legal, rather than the law of
  if (!item || !next || !last || head >= f.last || item.readings.some((r) => r.pos === 'adj' && r.lemma === item.text)) return false;
  return (item.flags & (PLURAL | DEF | INDEF)) === 0 && s.items.slice(f.first, head).every((i) => i.a.feature === 'ordinal') && next.a.pos !== 'adj' && next.a.pos !== 'dem' && (last.flags & (DEF | DEM | INDEF)) === 0;
}
