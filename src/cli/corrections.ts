import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Argv } from 'yargs';
import pc from 'picocolors';
import { keyOf } from '../corrections/key.js';
import { table, type Outcome } from '../corrections/log.js';
import { namesIn } from '../corrections/names.js';
import { LARGEST, readCorrections, type Given } from '../corrections/read.js';
import { compileLetters } from '../language/letters.js';
import type { Tables } from '../language/tables.js';
import { UserError, type Note } from '../model/note.js';
import { writeLines } from './files.js';
import { err, oneLine, out, printNote } from './print.js';

/** What became of corrections, beside the files of a build. */
export const CORRECTIONS = 'corrections.tsv';

/** Notes that are printed. */
const SHOWN = 20;

export const correctionsOption = <T>(y: Argv<T>, describe = 'what readers say is wrong: a file that the page exports (docs/corrections.md); may be repeated'): Argv<T> =>
  y.option('corrections', { type: 'string', array: true, nargs: 1, describe }) as unknown as Argv<T>;

/** What `--corrections FILE…` gives, in the order of the files. Lines that are no corrections are told; then it throws a `UserError`, because without them a file says something else. */
export function givenCorrections(paths: readonly string[] | undefined, tables: Tables): readonly Given[] {
  const given: Given[] = [];
  const notes: Note[] = [];
  for (const path of paths ?? []) {
    const read = readCorrections(bytesOf(path), path);
    const { refused } = namesIn(read.given.map((g) => g.correction), compileLetters(tables.letters));
    for (const g of read.given) {
      const problem = refused.get(keyOf(g.correction));
      if (problem !== undefined) notes.push({ code: 'HW-042', level: 'error', place: `${path}:${g.line}`, message: `is no name: ${problem}`, hint: 'a name has letters of Central Kurdish' });
    }
    given.push(...read.given);
    notes.push(...read.notes);
  }
  told(notes);
  if (notes[0]) throw new UserError(`${notes.length} fault(s) in the corrections: nothing was done`, 'mend these lines, or take them out', notes[0].place);
  return given;
}

function bytesOf(path: string): Buffer {
  try {
    // a device has no end
    if (!statSync(path).isFile()) throw Object.assign(new Error(), { code: 'no file' });
    return statSync(path).size > LARGEST ? Buffer.alloc(LARGEST + 1) : readFileSync(path);
  } catch (e) {
    throw new UserError(`cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'give a file of corrections, which the page exports', path);
  }
}

function told(notes: readonly Note[]): void {
  for (const n of notes.slice(0, SHOWN)) printNote(n);
  if (notes.length > SHOWN) err(`… and ${notes.length - SHOWN} more`);
}

/** What is said of a correction that was not applied. */
export const notApplied = ({ file, line, correction: c }: Given, why: string): Note => ({
  code: 'HW-043', level: 'warning', place: `${file}:${line}`, message: `${c.do}${'article' in c ? ` in the article "${c.article}"` : ''} was not applied: ${why}`, hint: 'mark it again in the page of the graph as it is now, or take the line out',
});

/** Writes what became of corrections; where there were none, none of an earlier build is left. */
export async function writeOutcomes(folder: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) rmSync(join(folder, CORRECTIONS), { force: true });
  else await writeLines(folder, CORRECTIONS, lines(outcomes));
}

async function* lines(outcomes: readonly Outcome[]): AsyncGenerator<string> {
  yield* table(outcomes);
}

/** Warns of every correction that was not applied. */
export const warnOutcomes = (outcomes: readonly Outcome[]): void => told(outcomes.filter((o) => o.became === 'not applied').map((o) => notApplied(o, o.words)));

/** Says how many corrections were applied. */
export function printOutcomes(outcomes: readonly Outcome[], folder: string): void {
  if (outcomes.length === 0) return;
  const count = (became: Outcome['became']): number => outcomes.filter((o) => o.became === became).length;
  const moved = count('found by its quote'), not = count('not applied');
  const parts = [`${count('applied') + moved} applied${moved > 0 ? ` (${moved} found by the quote, the text has changed)` : ''}`, ...(not > 0 ? [pc.yellow(`${not} not applied`)] : [])];
  out(`  corrections: ${parts.join(', ')}: ${oneLine(folder)}/${CORRECTIONS}`);
}
