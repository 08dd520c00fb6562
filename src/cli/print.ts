import pc from 'picocolors';
import type { Note } from '../model/note.js';

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const err = (text: string): void => void process.stderr.write(`${text}\n`);

/** Text from outside, safe for a terminal: control characters and bidi overrides become visible. */
export const printable = (text: string): string => text.replace(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same in one line: whoever wrote it cannot begin a line of ours. */
export const oneLine = (text: string): string => printable(text.replace(/[\n\r\v\f\u0085\u2028\u2029]+/g, ' '));

export const printNote = (n: Note): void => err(noteText(n));

export function noteText(n: Note): string {
  const level = n.level === 'error' ? pc.red(n.level) : n.level === 'warning' ? pc.yellow(n.level) : pc.cyan(n.level);
  const lines = [`${n.place ? `${pc.bold(oneLine(n.place))}: ` : ''}${level} ${n.code}: ${oneLine(n.message)}`];
  if (n.actual) lines.push(`  found:    ${oneLine(n.actual)}`);
  if (n.expected) lines.push(`  expected: ${oneLine(n.expected)}`);
  if (n.hint) lines.push(`  ${pc.dim('→')} ${oneLine(n.hint)}`);
  return lines.join('\n');
}

export { out, err };
