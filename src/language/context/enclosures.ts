import type { Language } from '../index.js';
import type { Sentence } from '../../text/sentences.js';
import type { Token } from '../../text/tokenise.js';

const OPEN = new Set(['(', '“', '"', '[', "'"]);
/** Marks that close what brackets or quotation marks hold. */
export const CLOSE = new Set([')', '”', '"', ']', "'"]);
const ENCLOSED_WORDS = 5;

/** Tokens of brackets and quotation marks that hold only a few words and no mark: names and asides, not speech. */
export function enclosures(language: Language, tokens: readonly Token[], sentence: Sentence): ReadonlyMap<number, 'open' | 'close'> {
  const found = new Map<number, 'open' | 'close'>();
  for (let i = sentence.first; i < sentence.last; i++) {
    const t = tokens[i] as Token;
    if (t.kind !== 'punct' || !OPEN.has(t.text)) continue;
    let j = i + 1;
    while (j < sentence.last && j - i <= ENCLOSED_WORDS && tokens[j]?.kind !== 'punct') j++;
    const close = tokens[j];
    const speech = tokens.slice(i + 1, j).some((x) => x.kind === 'word' && language.analyse(x.text)[0]?.pos === 'verb');
    if (j < sentence.last && close && close.kind === 'punct' && CLOSE.has(close.text) && j > i + 1 && !speech) {
      found.set(i, 'open').set(j, 'close');
      i = j;
    }
  }
  return found;
}
