import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendTo, remove, writeFile } from './disk.js';
import { hashOf, isRow, type Row, type Settings } from './manifest.js';

/** What a run has read before it is decided: rows of records that are whole in a log. A run that was killed is gone on with from here. */
export const JOURNAL = 'journal.jsonl';

export interface Journal {
  /** Rows that a run before this one has left, by id. */
  readonly left: ReadonlyMap<string, Row>;
  /** Notes rows whose records are in the log. */
  add(rows: readonly Row[]): void;
  close(): void;
}

/** A journal belongs to one state of the collection, one set of settings and one of corrections; that of another is of no use. */
const headLine = (state: string, settings: Settings, corrections: string): string => `${hashOf(JSON.stringify([state, settings, ...(corrections === '' ? [] : [corrections])]))}\n`;

export function openJournal(folder: string, state: string, settings: Settings, corrections: string): Journal {
  const path = join(folder, 'store', JOURNAL);
  const left = existsSync(path) ? leftIn(readFileSync(path, 'utf8'), headLine(state, settings, corrections)) : undefined;
  if (!left) remove(path);
  let file: number | undefined;
  return {
    left: left ?? new Map(),
    add: (rows) => {
      if (rows.length === 0) return;
      if (!existsSync(path)) writeFile(path, Buffer.from(headLine(state, settings, corrections)));
      file ??= openSync(path, 'a');
      appendTo(file, Buffer.from(rows.map((r) => `${JSON.stringify(r)}\n`).join('')), path);
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** Rows of whole lines; a last line that is cut off was never noted. undefined: the journal is another's. */
function leftIn(text: string, head: string): Map<string, Row> | undefined {
  if (!text.startsWith(head)) return undefined;
  const rows = new Map<string, Row>();
  for (const line of text.slice(head.length, text.lastIndexOf('\n') + 1).split('\n')) {
    try {
      if (line !== '') {
        const row = JSON.parse(line) as Partial<Row> | null;
        if (isRow(row)) rows.set(row.id, row);
      }
    } catch {
      // where a write failed half way, the next one begins in the same line
    }
  }
  return rows;
}
