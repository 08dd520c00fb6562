// What follows says whether a suffix that is written apart is one.
import type { Token } from '../../text/tokenise.js';
import type { Language } from '../index.js';
import type { Word } from '../words.js';
import type { Item } from './items.js';

/** The last word of a stretch without a verb: a lone دا there is the verb "gave". */
export function closesVerbless(items: readonly Item[], next: Token | undefined): boolean {
  if (next !== undefined && next.kind !== 'newline' && next.kind !== 'punct') return false;
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i] as Item;
    if (item.kind === 'punct') break;
    if ((item.a.pos === 'verb' || item.a.pos === 'cop') && !item.readings.some((r) => r.derived?.kind === 'infinitive')) return false;
  }
  return true;
}

/** گرێ سپی یان بۆردوومان کرد: before a verb of the past that somebody does and that has no agent on it, alone or after its light noun, یان is the agent and not "or". */
export function lacksAgent(language: Language, light: ReadonlyMap<string, string>, tokens: readonly Token[], at: number): boolean {
  const word = (i: number): Word | undefined => (tokens[i]?.kind === 'word' ? language.words.of((tokens[i] as Token).text) : undefined);
  const lacking = (w: Word | undefined): boolean => {
    // ("or not" is no verb)
    const v = w !== undefined && w.text.length > 2 ? w.readings[0]?.verb : undefined;
    return v !== undefined && v.transitive && !v.passive && v.clitic === '' && v.person === '3s' && v.mood === 'indicative' && (v.tense === 'past' || v.tense === 'perfect' || v.tense === 'pluperfect');
  };
  const first = word(at);
  return lacking(first) || (first !== undefined && light.has(first.key) && lacking(word(at + 1)));
}
