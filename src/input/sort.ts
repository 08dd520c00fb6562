import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from './lines.js';

/** Sorts any number of lines by code unit in memory of a fixed size: full loads go to the disk, sorted, and are merged at the end. */
export interface Sorter {
  add(line: string): void;
  /** All lines in order. Call it once. */
  sorted(): AsyncGenerator<string>;
  /** Removes what was put on the disk. */
  close(): void;
}

/** `load`: UTF-16 units held before they are written down. */
export function createSorter(load = 8 * 1024 * 1024): Sorter {
  let lines: string[] = [];
  let size = 0;
  let folder: string | undefined;
  const files: string[] = [];
  const spill = (): void => {
    folder ??= mkdtempSync(join(tmpdir(), 'hewal-sort-'));
    const file = join(folder, String(files.length));
    writeFileSync(file, `${lines.sort(order).join('\n')}\n`);
    files.push(file);
    lines = [];
    size = 0;
  };
  return {
    add: (line) => {
      lines.push(line);
      size += line.length + 1;
      if (size >= load) spill();
    },
    sorted: async function* sorted() {
      if (files.length > 0 && lines.length > 0) spill();
      if (files.length === 0) yield* lines.sort(order);
      else yield* merged(files);
    },
    close: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function* merged(files: readonly string[]): AsyncGenerator<string> {
  const runs = await Promise.all(files.map(async (f) => {
    const lines = linesOf(createReadStream(f), Infinity);
    return { lines, head: await next(lines) };
  }));
  for (;;) {
    let least: (typeof runs)[number] | undefined;
    for (const r of runs) if (r.head !== undefined && (least?.head === undefined || r.head < least.head)) least = r;
    if (least?.head === undefined) return;
    yield least.head;
    least.head = await next(least.lines);
  }
}

async function next(lines: ReturnType<typeof linesOf>): Promise<string | undefined> {
  const { value, done } = await lines.next();
  return done ? undefined : (value.bytes ?? Buffer.alloc(0)).toString('utf8');
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
