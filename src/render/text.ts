/** Text made safe for XML: characters that XML 1.0 forbids and marks that turn the direction of what follows go, its own marks are written as entities. */
export const escapeXml = (text: string): string => Array.from(text.toWellFormed()).filter(allowed).join('').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function allowed(char: string): boolean {
  const c = char.codePointAt(0) as number;
  if (c < 32) return c === 9 || c === 10 || c === 13;
  return !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069) && c !== 0xfffe && c !== 0xffff;
}

/** How wide a text will about be, in units of its font size. No font is measured: the figure is the same wherever it is made. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text) width += /[\p{M}\u200b-\u200f]/u.test(c) ? 0 : /[\u0600-\u06ff]/.test(c) ? 0.56 : /[\u2e80-\uffff]|[\u{10000}-\u{10ffff}]/u.test(c) ? 1 : c === ' ' ? 0.32 : 0.57;
  return width;
}

/** Cuts a text at spaces into at most `most` lines of about `limit` characters; what is left out becomes an ellipsis. */
export function wrap(text: string, limit: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && Array.from(last).length + 1 + Array.from(word).length <= limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (Array.from(line).length > limit * 1.5 ? `${Array.from(line).slice(0, limit).join('')}…` : line));
  if (lines.length > most) kept[most - 1] = `${(kept[most - 1] ?? '').replace(/…$/, '')} …`;
  return kept;
}
