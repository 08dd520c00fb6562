import { LARGEST, readCorrections } from '../../../corrections/read.js';
import { HEADER, type Correction } from '../../../corrections/types.js';
import type { Note } from '../../../model/note.js';
import { withCorrections, written } from './list.js';

/** Corrections, and why the reader says so: by the line of the correction without it. */
export interface Opened {
  readonly corrections: readonly Correction[];
  readonly notes: ReadonlyMap<string, string>;
}

/** A file of corrections: its bytes depend on what it says and on nothing else. */
export const fileOf = ({ corrections, notes }: Opened): string =>
  [JSON.stringify(HEADER), ...corrections.map((c) => written({ ...c, note: notes.get(written(c)) }))].map((line) => `${line}\n`).join('');

/** Reads a file: all of it, or nothing and what is wrong with it. */
export async function opened(file: Blob, name: string): Promise<Opened | { readonly faults: readonly Note[] }> {
  // one that is too large is not taken into memory to be told so
  const { given, notes: faults } = readCorrections(new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer()), name);
  if (faults.length > 0) return { faults };
  const notes = new Map<string, string>();
  const corrections = given.map(({ correction: { note, ...correction } }) => {
    if (note !== undefined) notes.set(written(correction), note);
    return correction as Correction;
  });
  return { corrections: withCorrections([], corrections), notes };
}
