import { clean } from './clean.js';
import type { Base, Line, Shaper } from './shape.js';

export interface Wrapping {
  readonly size: number;
  /** The most that a line may be wide, in pixels. */
  readonly width: number;
  readonly lines: number;
  readonly bold?: boolean;
  readonly base?: Base;
}

/** Cuts a text at spaces into lines that fit, at most so many; what is left out becomes an ellipsis. A text of which nothing can be seen gives no line. */
export function wrap(shaper: Shaper, text: string, { size, width, lines, bold = false, base }: Wrapping): Line[] {
  const whole = clean(text);
  if (whole === '') return [];
  // one direction for all lines of a text
  const direction = base ?? (shaper.line(whole.slice(0, 200), bold).rtl ? 'rtl' : 'ltr');
  const wide = (t: string): number => shaper.line(t, bold, direction).width * size;
  const words = whole.split(' ');
  const found: string[] = [];
  while (words.length > 0 && found.length < lines) {
    let line = words.shift() as string;
    // a word that fits nowhere goes on where it must
    if (wide(line) > width && found.length < lines - 1) {
      const head = longest(line, (t) => wide(t) <= width);
      if (head.length < line.length) words.unshift(line.slice(head.length));
      line = head;
    } else while (words.length > 0 && wide(`${line} ${words[0]}`) <= width) line += ` ${words.shift()}`;
    found.push(line);
  }
  const last = found.length - 1, end = found[last] as string;
  if (words.length > 0 || wide(end) > width) found[last] = `${longest(end, (t) => wide(`${t}…`) <= width).trimEnd()}…`;
  return found.map((t) => shaper.line(t, bold, direction));
}

/** The longest beginning of a text that fits; never nothing. */
function longest(text: string, fits: (t: string) => boolean): string {
  const points = Array.from(text);
  let low = 1, high = points.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(points.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return points.slice(0, low).join('');
}
