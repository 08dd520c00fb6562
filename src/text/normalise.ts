import type { Letters } from '../language/letters.js';
import type { Span } from '../model/span.js';

/**
 * A text in the one spelling the later stages know. `start[i]` and `end[i]` tell which UTF-16 units of the original
 * the unit `i` came from, so that every span can be said in the article's own text.
 */
export interface Normal {
  readonly text: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** True when the text was typed with a bare heh for the vowel and was recovered by position. */
  readonly recovered: boolean;
}

const COPY = 0, MAP = 1, EXPAND = 2, DROP = 3, SPACE = 4, NEWLINE = 5, HEH = 6, MARK = 7, FORM = 8, QUOTE = 9, COMMA = 10, INITIAL = 11, SINGLE = 12;

/** UTF-16 units of the longest text that is normalised without memory of its own. */
const DESK = 32_768;

export type Normaliser = (text: string) => Normal;

/** Compiles a normaliser. Idempotent: normalising a normal text changes nothing. Never throws. */
export function createNormaliser(letters: Letters): Normaliser {
  const { table } = letters;
  const action = new Uint8Array(65536);
  const mapped = new Uint16Array(65536);
  const expanded = new Map<number, string>();
  for (const [from, to] of Object.entries(table.map)) {
    const code = from.charCodeAt(0);
    if (from === to) continue;
    if (to.length === 1) {
      action[code] = MAP;
      mapped[code] = to.charCodeAt(0);
    } else {
      action[code] = EXPAND;
      expanded.set(code, to);
    }
  }
  const all = (hex: readonly string[], what: number): void => hex.forEach((h) => (action[parseInt(h, 16)] = what));
  all(table.drop, DROP);
  all(table.space, SPACE);
  all(table.newline, NEWLINE);
  for (let c = 0x0300; c <= 0x036f; c++) action[c] = MARK;
  for (let c = 0x0653; c <= 0x0655; c++) action[c] = MARK;
  for (let c = 0xfb50; c <= 0xfdff; c++) action[c] = FORM;
  for (let c = 0xfe70; c <= 0xfefc; c++) action[c] = FORM;
  action["'".charCodeAt(0)] = QUOTE;
  action[','.charCodeAt(0)] = COMMA;
  const heh = table.heh.letter.charCodeAt(0);
  const vowel = table.heh.vowel.charCodeAt(0);
  const joiner = parseInt(table.heh.joiner, 16);
  action[heh] = HEH;
  const initial = new Map(Object.entries(table.initial).map(([a, b]) => [a.charCodeAt(0), b.charCodeAt(0)]));
  for (const c of initial.keys()) action[c] = INITIAL;
  for (const s of table['single-initial']) action[s.charCodeAt(0)] = SINGLE;
  const comma = '،'.charCodeAt(0);

  const typed = new Map<number, string[]>();
  for (const [from, to] of Object.entries(table.map)) if (to.length === 1) typed.set(to.charCodeAt(0), [...(typed.get(to.charCodeAt(0)) ?? []), from]);
  /** The letter that a normal letter and a mark after it make (Unicode NFC), as the letter may have been typed: yeh and hamza is ئ whichever yeh it was. 0: none. */
  const compose = (letter: number, mark: number): number => {
    for (const base of [String.fromCharCode(letter), ...(typed.get(letter) ?? [])]) {
      const one = (base + String.fromCharCode(mark)).normalize('NFC');
      if (one.length === 1) return one.charCodeAt(0);
    }
    return 0;
  };

  // one desk for all texts of ordinary length, so that a run does not fill memory with desks
  const desk = { units: new Uint16Array(DESK), start: new Int32Array(DESK), end: new Int32Array(DESK) };
  return (text) => {
    const fits = text.length <= DESK;
    let units = fits ? desk.units : new Uint16Array(text.length + 16);
    let start = fits ? desk.start : new Int32Array(text.length + 16);
    let end = fits ? desk.end : new Int32Array(text.length + 16);
    let n = 0;
    const emit = (code: number, from: number, to: number): void => {
      if (n === units.length) {
        units = grown(units, new Uint16Array(n * 2));
        start = grown(start, new Int32Array(n * 2));
        end = grown(end, new Int32Array(n * 2));
      }
      units[n] = code;
      start[n] = from;
      end[n++] = to;
    };
    const wordStart = (): boolean => n === 0 || !letters.isLetter(units[n - 1] as number);
    /** One unit of the original, or of what a presentation form stands for. */
    const put = (code: number, from: number, to: number): void => {
      switch (action[code]) {
        case MAP: {
          const m = mapped[code] as number;
          if (action[m] === COPY || action[m] === MAP) emit(m, from, to);
          else put(m, from, to);
          break;
        }
        case EXPAND:
          for (const c of expanded.get(code) as string) put(c.charCodeAt(0), from, to);
          break;
        case DROP: break;
        case SPACE: emit(32, from, to); break;
        case NEWLINE: emit(10, from, to); break;
        case INITIAL: emit(wordStart() ? (initial.get(code) as number) : code, from, to); break;
        case SINGLE:
          if (n > 0 && units[n - 1] === code && (n === 1 || !letters.isLetter(units[n - 2] as number))) end[n - 1] = to;
          else emit(code, from, to);
          break;
        case QUOTE:
          if (n > 0 && units[n - 1] === code) {
            units[n - 1] = 34;
            end[n - 1] = to;
          } else emit(code, from, to);
          break;
        default: emit(code, from, to);
      }
    };
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      switch (action[code]) {
        case COPY: emit(code, i, i + 1); break;
        case HEH:
          if (text.charCodeAt(i + 1) === joiner) {
            emit(vowel, i, i + 2);
            i++;
          } else emit(code, i, i + 1);
          break;
        case MARK: {
          const composed = n > 0 ? compose(units[n - 1] as number, code) : 0;
          if (composed > 0) {
            const from = start[--n] as number;
            put(composed, from, i + 1);
          } else if (n > 0 && end[n - 1] === i) end[n - 1] = i + 1;
          break;
        }
        case FORM: {
          const plain = String.fromCharCode(code).normalize('NFKC');
          if (plain.length > 3) emit(code, i, i + 1);
          else for (const c of plain) put(c.charCodeAt(0), i, i + 1);
          break;
        }
        case COMMA: {
          const between = isDigit(units[n - 1]) && isDigit(digitOf(text.charCodeAt(i + 1), mapped));
          emit(between ? code : comma, i, i + 1);
          break;
        }
        default: put(code, i, i + 1);
      }
    }
    const recovered = recover(units, n, heh, vowel, letters);
    return { text: decode(units, n), start: start.slice(0, n), end: end.slice(0, n), recovered };
  };
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const isDigit = (c: number | undefined): boolean => c !== undefined && c >= 48 && c <= 57;
const digitOf = (c: number, mapped: Uint16Array): number => mapped[c] || c;

function decode(units: Uint16Array, n: number): string {
  let out = '';
  for (let i = 0; i < n; i += 8192) out += String.fromCharCode.apply(null, units.subarray(i, Math.min(n, i + 8192)) as unknown as number[]);
  return out;
}

/**
 * Some sites type the vowel as a bare heh. At the end of a word it is always the vowel; if nearly every other heh of a text stands where only a vowel can, those become the vowel.
 * Works in place, one unit for one. Returns whether they did.
 */
function recover(units: Uint16Array, n: number, heh: number, vowel: number, letters: Letters): boolean {
  const strong = letters.table.vowels;
  const isStrong = (c: number | undefined): boolean => c !== undefined && strong.includes(String.fromCharCode(c));
  const nucleus = (i: number): boolean => {
    const before = i > 0 ? (units[i - 1] as number) : 0;
    const after = i + 1 < n ? (units[i + 1] as number) : 0;
    return letters.isLetter(before) && !isStrong(before) && !(isStrong(after) && after !== vowel);
  };
  let bare = 0, vowels = 0;
  for (let i = 0; i < n; i++) {
    if (units[i] === vowel) vowels++;
    else if (units[i] === heh && nucleus(i) && (i === 0 || units[i - 1] !== heh)) bare++;
  }
  const everywhere = bare >= 3 && bare > vowels * 4;
  const final = (i: number): boolean => i + 1 === n || !letters.isLetter(units[i + 1] as number);
  for (let i = 1; i < n; i++) if (units[i] === heh && (everywhere || final(i)) && nucleus(i)) units[i] = vowel;
  return everywhere;
}

/** The original characters of a stretch of normal text. */
export function originalSpan(normal: Normal, from: number, to: number): Span {
  if (to <= from) {
    const at = normal.start[from] ?? normal.end[normal.end.length - 1] ?? 0;
    return { start: at, end: at };
  }
  return { start: normal.start[from] ?? 0, end: normal.end[to - 1] ?? 0 };
}
