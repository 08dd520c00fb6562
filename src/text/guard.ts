/** In which language a text seems to be written. */
export type Guess = 'ckb' | 'arabic' | 'persian' | 'kurmanji' | 'english' | 'kurmanji-latin' | 'latin' | 'none';

export interface GuardTable {
  readonly [language: string]: readonly string[];
}

const SAMPLE = 600;

/** Compiles the guard: frequent words of each language are counted, after letters are unified as a normaliser does it. */
export function createGuard(table: GuardTable, fold: (word: string) => string, letters: { readonly marked: string; readonly heh: string; readonly joiner: string }): (normal: string, raw: string) => Guess {
  const marked = new Set(letters.marked);
  /** Letters as typed: normal spelling would give neighbours' words the letters of Kurdish. The joiner after heh makes the vowel. */
  const ownLetters = (text: string): number => {
    let n = 0;
    for (let i = 0; i < text.length; i++) if (marked.has(text.charAt(i)) || (text[i] === letters.heh && text[i + 1] === letters.joiner)) n++;
    return n;
  };
  const words = new Map<string, string[]>();
  for (const [language, list] of Object.entries(table)) for (const w of list) {
    const key = fold(w.toLowerCase());
    words.set(key, [...(words.get(key) ?? []), language]);
  }
  return (normal, raw) => {
    const score: Record<string, number> = {};
    let length = 0, latin = 0, seen = 0;
    for (const m of normal.slice(0, 12_000).matchAll(/[\p{L}\p{M}]+/gu)) {
      const word = m[0];
      if (++seen > SAMPLE) break;
      for (const language of words.get(fold(word.toLowerCase())) ?? []) score[language] = (score[language] ?? 0) + 1;
      length += word.length;
      if (/^[A-Za-z\u00c0-\u024f]+$/.test(word)) latin += word.length;
    }
    if (length === 0) return 'none';
    if (latin > length * 0.6) {
      const en = score['english'] ?? 0, ku = score['kurmanji-latin'] ?? 0;
      return en === 0 && ku === 0 ? 'latin' : en >= ku ? 'english' : 'kurmanji-latin';
    }
    const kurdish = ownLetters(raw.slice(0, 12_000)) / length;
    const ckb = score['ckb'] ?? 0, kmr = score['kurmanji'] ?? 0, ar = score['arabic'] ?? 0, fa = score['persian'] ?? 0;
    if (kurdish < 0.04 && seen >= 6) {
      if (ar > ckb && ar >= fa) return 'arabic';
      if (fa > ckb) return 'persian';
    }
    if (kmr > ckb + 3 && kmr > ckb * 1.5) return 'kurmanji';
    return 'ckb';
  };
}
