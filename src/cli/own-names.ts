import { readNames } from '../input/names.js';
import { compileLetters } from '../language/letters.js';
import type { NameEntry } from '../language/names.js';
import type { Tables } from '../language/tables.js';
import type { Note } from '../model/note.js';
import { printNote } from './print.js';

const SHOWN = 20;

/** What `--names FILE…` gives. Lines that are wrong are told and counted; a file that cannot be read to its end is `broken`. */
export async function ownNames(paths: readonly string[], tables: Tables): Promise<{ readonly entries: readonly NameEntry[]; readonly bad: number; readonly broken: boolean }> {
  const entries: NameEntry[] = [];
  const letters = compileLetters(tables.letters);
  let bad = 0, broken = false;
  for (const path of paths) for await (const r of readNames(path, letters)) {
    if ('entry' in r) entries.push(r.entry);
    else if ('note' in r) {
      if (++bad <= SHOWN || r.note.code === 'HW-030') printNote(r.note);
      broken ||= r.note.code === 'HW-030';
    }
  }
  tellMore(bad);
  return { entries, bad, broken };
}

/** Prints the first notes about lines, and how many more there are. */
export function tellNotes(notes: readonly Note[], all: number): void {
  for (const n of notes) printNote(n);
  tellMore(all);
}

const tellMore = (all: number): void => {
  if (all > SHOWN) process.stderr.write(`… and ${all - SHOWN} more\n`);
};
