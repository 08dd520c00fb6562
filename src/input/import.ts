import type { Letters } from '../language/letters.js';
import type { NameEntry, NameType } from '../language/names.js';
import type { Note } from '../model/note.js';
import { COLUMNS, readNames } from './names.js';
import { createSorter } from '../store/sort.js';

/** What became of the lines of a list of names. */
export interface ImportSummary {
  /** Names or entities that were looked at. */
  readonly read: number;
  readonly kept: Readonly<Record<NameType, number>>;
  /** Entries that said of a name what another one had said, or more of it. */
  readonly merged: number;
  readonly skipped: ReadonlyMap<string, number>;
  /** Lines that were wrong. */
  readonly bad: number;
  /** The file was not read, or not to its end. */
  readonly broken: boolean;
  /** The first of the wrong lines, and what is wrong with the file. */
  readonly notes: readonly Note[];
  /** Classes (P31) that kept no type from being known, the most frequent first. */
  readonly classes: readonly (readonly [id: string, count: number])[];
}

const SHOWN = 20;
const MANY_CLASSES = 20_000;

/**
 * Reads a list of names and hands the lines of a sorted table without doubles to `write`. Only a bounded part of it is ever in memory. `write` is not called when
 * there is nothing to write.
 */
export async function importNames(path: string, letters: Letters, wanted: NameType | undefined, write: (lines: AsyncIterable<string>) => Promise<void>, step: () => void = () => {}): Promise<ImportSummary> {
  const sorter = createSorter();
  const skipped = new Map<string, number>(), classes = new Map<string, number>();
  const notes: Note[] = [];
  const kept = { Person: 0, Place: 0, Organization: 0 };
  let read = 0, bad = 0, found = 0, written = 0, broken = false;
  try {
    for await (const r of readNames(path, letters, wanted)) {
      if ('note' in r && r.note.code === 'HW-030') {
        broken = true;
        notes.push(r.note);
        continue;
      }
      if (++read % 1000 === 0) step();
      if ('entry' in r) {
        found++;
        sorter.add(packed(r.entry));
      } else if ('note' in r) {
        bad++;
        if (notes.length < SHOWN) notes.push(r.note);
      } else {
        skipped.set(r.skipped, (skipped.get(r.skipped) ?? 0) + 1);
        for (const c of r.classes ?? []) if (classes.has(c) || classes.size < MANY_CLASSES) classes.set(c, (classes.get(c) ?? 0) + 1);
      }
    }
    const lines = async function* lines(): AsyncGenerator<string> {
      yield COLUMNS.join('\t');
      for await (const e of joined(sorter.sorted())) {
        kept[e.type]++;
        written++;
        yield [e.name, e.type, e.english, e.aliases.join(';'), e.wikidata].join('\t');
      }
    };
    if (found > 0) await write(lines());
  } finally {
    sorter.close();
  }
  return { read, kept, merged: found - written, skipped, bad, broken, notes, classes: [...classes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 10) };
}

/** An entry as one line that sorts by name, type and the number of its id. */
const packed = (e: NameEntry): string => [e.name, e.type, e.wikidata === '' ? '' : e.wikidata.slice(1).padStart(12, '0'), e.english, e.aliases.join(';')].join('\t');

function unpacked(line: string): NameEntry {
  const [name = '', type = '', id = '', english = '', aliases = ''] = line.split('\t');
  return { name, type: type as NameType, english, aliases: aliases === '' ? [] : aliases.split(';'), wikidata: id === '' ? '' : `Q${id.replace(/^0+/, '')}` };
}

/** One entry for each name, type and id; what has no id joins the only one of its name that has. */
async function* joined(lines: AsyncIterable<string>): AsyncGenerator<NameEntry> {
  let group: NameEntry[] = [];
  for await (const line of lines) {
    const e = unpacked(line);
    const first = group[0];
    if (first && (first.name !== e.name || first.type !== e.type)) {
      yield* settled(group);
      group = [];
    }
    const last = group[group.length - 1];
    if (last && last.wikidata === e.wikidata) group[group.length - 1] = both(last, e);
    else group.push(e);
  }
  yield* settled(group);
}

const settled = (group: readonly NameEntry[]): readonly NameEntry[] => {
  const [a, b] = group;
  return group.length === 2 && a && b && a.wikidata === '' ? [both(b, a)] : group;
};

const both = (a: NameEntry, b: NameEntry): NameEntry => ({ ...a, english: a.english || b.english, aliases: [...new Set([...a.aliases, ...b.aliases])].sort() });
