import type { Letters } from '../letters.js';
import { condition, lostLetters } from '../nominal.js';

export type Join = ReturnType<typeof createJoin>;

/** How parts are written together. */
export function createJoin({ table, isVowel }: Letters) {
  const semi = (c: string | undefined): boolean => c !== undefined && table.semivowels.includes(c);
  const vowel = (c: string | undefined): boolean => c !== undefined && table.vowels.includes(c);
  /** A semivowel is a consonant after a vowel, otherwise a vowel that can glide; the analyser, which sees one letter, takes it for both. */
  const sound = (text: string): 'consonant' | 'vowel' | 'glide' => {
    const last = text.at(-1);
    if (!semi(last)) return vowel(last) ? 'vowel' : 'consonant';
    return text.at(-2) === last || (text.length > 1 && sound(text.slice(0, -1)) === 'consonant') ? 'glide' : 'consonant';
  };
  const tests = new Map<string, (code: number) => boolean>();
  return {
    /** The cost of an ending after a text, undefined where it cannot stand; `rivals` are the other endings that say the same. */
    cost(text: string, after: string, form: string, rivals: readonly string[] = []): number | undefined {
      const test = tests.get(after) ?? condition(after, { table, isVowel } as Letters);
      tests.set(after, test);
      if (!test(text.charCodeAt(text.length - 1))) return undefined;
      const last = text.at(-1) ?? '';
      const kind = sound(text);
      if (after === '' || after === '*' || lostLetters(after) || kind === 'vowel') return 0;
      if (kind === 'consonant') return semi(last) && !after.includes('C') ? undefined : 0;
      // a glide is written twice or once, another glide rarely; an ending that is not its rival without the glide follows consonants only
      if (after.includes('V') || after.includes(last)) return form[0] !== last && rivals.includes(form.slice(1)) ? 2 : vowel(form[0]) && rivals.includes(last + form) ? 1 : 0;
      return rivals.length === 0 || rivals.some((r) => r.slice(1) === form) ? 1 : undefined;
    },
    /** Two vowels never meet where parts meet. */
    meets: (text: string, form: string): boolean => !(vowel(text.at(-1)) && vowel(form[0])),
    /** Three equal letters where parts meet. */
    triple: (text: string, form: string): boolean => form !== '' && text.at(-1) === form[0] && (text.at(-2) === form[0] || form[1] === form[0]),
    vowelFirst: (text: string): boolean => vowel(text[0]),
    glideFirst: (text: string): boolean => semi(text[0]),
  };
}
