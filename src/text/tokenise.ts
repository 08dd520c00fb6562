import type { Letters } from '../language/letters.js';

export type TokenKind = 'word' | 'number' | 'latin' | 'punct' | 'newline' | 'link' | 'hashtag';

/** A word, number or mark. Offsets are in the normal text (see `Normal`). */
export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** True when nothing stands between this token and the one before it. */
  readonly glued: boolean;
}

const OTHER = 0, LETTER = 1, DIGIT = 2, LATIN = 3, SPACE = 4, NEWLINE = 5, PUNCT = 6;

export type Tokeniser = (text: string) => Token[];

/** A web or mail address; the full stop, comma or bracket after it belongs to the sentence. */
const LINK = /(?:https?:\/\/|www\.)[^\s“”"]*[^\s“”"،؛؟.!,:;)\]]|[\w.+-]+@[\w-]+(?:\.\w+)+|\b[A-Za-z0-9-]+\.(?:com|net|org|krd|tv|info|me|co)\b(?:\/(?:[^\s“”"]*[^\s“”"،؛؟.!,:;)\]])?)?/giy;

/** Compiles a tokeniser over normal text. Tokens come in order, never overlap, and leave out nothing but spaces. */
export function createTokeniser(letters: Letters): Tokeniser {
  const kind = new Uint8Array(65536).fill(OTHER);
  for (let c = 33; c < 127; c++) kind[c] = PUNCT;
  for (let c = 48; c < 58; c++) kind[c] = DIGIT;
  for (let c = 65; c < 91; c++) kind[c] = kind[c + 32] = LATIN;
  for (let c = 0xc0; c < 0x250; c++) if (c !== 0xd7 && c !== 0xf7) kind[c] = LATIN;
  for (let c = 0x600; c < 0x700; c++) kind[c] = letters.isLetter(c) ? LETTER : PUNCT;
  for (let c = 0x620; c < 0x6d4; c++) if (kind[c] === PUNCT && /\p{L}/u.test(String.fromCharCode(c))) kind[c] = LETTER;
  kind[32] = SPACE;
  kind[10] = NEWLINE;
  for (let c = 0x2010; c < 0x2070; c++) kind[c] = PUNCT;

  const classOf = (text: string, i: number): number => {
    const k = kind[text.charCodeAt(i)] as number;
    return k === OTHER ? (/[\p{L}\p{M}]/u.test(text.charAt(i)) ? LATIN : PUNCT) : k;
  };

  return (text) => {
    const tokens: Token[] = [];
    const n = text.length;
    let i = 0;
    let last = -1;
    const push = (k: TokenKind, from: number, to: number): void => {
      tokens.push({ text: text.slice(from, to), kind: k, start: from, end: to, glued: from === last });
      last = k === 'newline' ? -1 : to;
    };
    while (i < n) {
      const c = classOf(text, i);
      const from = i;
      if (c === SPACE) i++;
      else if (c === NEWLINE) push('newline', i, ++i);
      else if (c === LETTER) {
        while (i < n && kind[text.charCodeAt(i)] === LETTER) i++;
        push('word', from, i);
      } else if (c === LATIN) {
        const link = linkAt(text, i);
        if (link > 0) push('link', from, (i += link));
        else {
          while (i < n && (classOf(text, i) === LATIN || kind[text.charCodeAt(i)] === DIGIT)) i++;
          push('latin', from, i);
        }
      } else if (c === DIGIT) {
        i = numberEnd(text, i, kind);
        push('number', from, i);
      } else if (text[i] === '#' && i + 1 < n && (kind[text.charCodeAt(i + 1)] === LETTER || kind[text.charCodeAt(i + 1)] === LATIN)) {
        i++;
        while (i < n && (kind[text.charCodeAt(i)] === LETTER || classOf(text, i) === LATIN || kind[text.charCodeAt(i)] === DIGIT || text[i] === '_')) i++;
        push('hashtag', from, i);
      } else {
        const code = text.charCodeAt(i);
        i += code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
        push('punct', from, i);
      }
    }
    return tokens;
  };
}

function linkAt(text: string, at: number): number {
  const c = text.charCodeAt(at) | 32;
  if (c !== 104 && c !== 119 && !text.slice(at, at + 64).includes('.')) return 0;
  LINK.lastIndex = at;
  return LINK.exec(text)?.[0].length ?? 0;
}

/** Digits, with points or commas only between digits. */
function numberEnd(text: string, from: number, kind: Uint8Array): number {
  let i = from;
  for (;;) {
    while (i < text.length && kind[text.charCodeAt(i)] === DIGIT) i++;
    const mark = text[i];
    if ((mark === '.' || mark === ',') && kind[text.charCodeAt(i + 1)] === DIGIT) i++;
    else return i;
  }
}
