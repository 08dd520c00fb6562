import type { Token } from './tokenise.js';

/** Tokens `first` to `last` (exclusive). */
export interface Sentence {
  readonly first: number;
  readonly last: number;
}

/** A quotation: the tokens of its marks. `close` is the end of the paragraph when the mark is missing. */
export interface Quotation {
  readonly open: number;
  readonly close: number;
  /** The mark in a later paragraph that closes it, where it goes on over several. */
  readonly till?: number;
}

const STOP = new Set(['.', '!', '؟', '...', '۔']);

/**
 * Splits tokens into sentences: at a line's end, and after . ! ؟ when the mark is not inside a quotation or a round bracket,
 * not after a one-letter abbreviation and not inside a number.
 */
export function splitSentences(tokens: readonly Token[], quotations: readonly Quotation[]): Sentence[] {
  const sentences: Sentence[] = [];
  const quoted = new Uint8Array(tokens.length + 1);
  for (const q of quotations) for (let i = q.open; i < q.close; i++) quoted[i] = 1;
  let first = 0;
  let bracket = 0;
  const cut = (end: number): void => {
    if (end > first) sentences.push({ first, last: end });
    first = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    if (t.kind === 'newline') {
      cut(i);
      first = i + 1;
      bracket = 0;
      continue;
    }
    if (t.kind !== 'punct') continue;
    if (t.text === '(') bracket++;
    else if (t.text === ')') bracket = Math.max(0, bracket - 1);
    if (!STOP.has(t.text) || quoted[i] || bracket > 0) continue;
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    if (t.text === '.') {
      if (before?.kind === 'word' && before.text.length === 1 && t.glued) continue;
      if (next !== undefined && next.glued && next.kind !== 'punct') continue;
      if (dots(tokens, i) && next !== undefined && tokens[i + 1]?.kind !== 'newline' && !(next.kind === 'punct' && next.glued && endsLine(tokens, i + 1))) continue;
    }
    let end = i + 1;
    while (end < tokens.length && tokens[end]?.kind === 'punct' && tokens[end]?.glued && isCloser(tokens[end]?.text ?? '')) end++;
    cut(end);
    i = end - 1;
  }
  cut(tokens.length);
  return sentences;
}

/** Part of a row of dots: a pause, not an end. */
const dots = (tokens: readonly Token[], i: number): boolean => (tokens[i - 1]?.text === '.' && (tokens[i]?.glued ?? false)) || (tokens[i + 1]?.text === '.' && (tokens[i + 1]?.glued ?? false));

function endsLine(tokens: readonly Token[], from: number): boolean {
  let i = from;
  while (tokens[i]?.kind === 'punct') i++;
  return tokens[i] === undefined || tokens[i]?.kind === 'newline';
}

const isCloser = (mark: string): boolean => STOP.has(mark) || mark === '”' || mark === '"' || mark === ')';

/** Finds quotations. Straight marks toggle; a quotation left open ends with its paragraph. They come in order of their opening. */
export function findQuotations(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  const open: number[] = [];
  let straight = -1;
  let till = -1;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    if (t.kind === 'newline') {
      if (straight >= 0) open.push(straight);
      if (open.length > 0) till = closedLater(tokens, i);
      for (const o of open.splice(0)) found.push({ open: o, close: i, ...(till > i ? { till } : {}) });
      straight = -1;
      continue;
    }
    if (t.kind !== 'punct' || i === till) continue;
    if (t.text === '“') open.push(i);
    else if (t.text === '”') {
      const o = open.pop();
      if (o !== undefined) found.push({ open: o, close: i });
      else if (straight >= 0) {
        found.push({ open: straight, close: i });
        straight = -1;
      } else if (opensHere(tokens, i)) open.push(i);
    } else if (t.text === '"') {
      if (straight >= 0) {
        found.push({ open: straight, close: i });
        straight = -1;
      } else if (open.length > 0 && !opensHere(tokens, i)) found.push({ open: open.pop() as number, close: i });
      else straight = i;
    }
  }
  for (const o of open) found.push({ open: o, close: tokens.length });
  if (straight >= 0) found.push({ open: straight, close: tokens.length });
  return found.sort((a, b) => a.open - b.open || b.close - a.close);
}

/** Tokens over which a quotation is looked for its closing mark, in the paragraphs after the one in which it was opened. */
const LONGEST = 1500;

/** The next quotation mark of the paragraphs that follow, if it is one that closes; -1 where it opens another quotation or there is none. */
function closedLater(tokens: readonly Token[], from: number): number {
  const end = Math.min(tokens.length, from + LONGEST);
  for (let i = from + 1; i < end; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== 'punct' || (text !== '"' && text !== '“' && text !== '”')) continue;
    const before = tokens[i - 1];
    return text !== '“' && tokens[i]?.glued && before?.text !== ':' && before?.text !== '،' && !opensHere(tokens, i) ? i : -1;
  }
  return -1;
}

/** A mark that has space before it and none after it opens. */
function opensHere(tokens: readonly Token[], i: number): boolean {
  return !(tokens[i]?.glued ?? false) && (tokens[i + 1]?.glued ?? false);
}
