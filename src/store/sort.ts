import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from './lines.js';

/** Sorts any number of lines by code unit in memory of a fixed size: full loads go to the disk, sorted, and are merged at the end. */
export interface Sorter {
  add(line: string): void;
  /** All lines in order, as often as they are wanted; nothing can be added afterwards. */
  sorted(): AsyncGenerator<string>;
  /** Removes what was put on the disk. */
  close(): void;
}

/** What the folders of sorters are called, before six letters. */
export const SORTING = 'hewal-sort-';

/** Folders that a program which ends early leaves to be removed. */
const folders = new Set<string>();
process.on('exit', () => {
  for (const f of folders) rmSync(f, { recursive: true, force: true });
});

/** `load`: UTF-16 units held before they are written down; `root`: the folder under which. */
export function createSorter(load = 2 * 1024 * 1024, root = tmpdir()): Sorter {
  let lines: string[] = [];
  let size = 0;
  let done = false;
  let folder: string | undefined;
  const files: string[] = [];
  const spill = (): void => {
    if (folder === undefined) folders.add((folder = mkdtempSync(join(root, SORTING))));
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
      if (!done) {
        done = true;
        if (files.length > 0 && lines.length > 0) spill();
        else lines.sort(order);
        while (files.length > OPEN) await fewer(files);
      }
      if (files.length === 0) yield* lines;
      else yield* merged(files);
    },
    close: () => {
      if (folder === undefined) return;
      rmSync(folder, { recursive: true, force: true });
      folders.delete(folder);
    },
  };
}

/** Merges the first files into one. */
async function fewer(files: string[]): Promise<void> {
  const first = files.splice(0, OPEN);
  const file = `${first[0]}-`;
  const to = openSync(file, 'w');
  try {
    let held = '';
    for await (const line of merged(first)) {
      held += `${line}\n`;
      if (held.length < PIECE) continue;
      writeSync(to, held);
      held = '';
    }
    writeSync(to, held);
  } finally {
    closeSync(to);
  }
  for (const f of first) rmSync(f);
  files.push(file);
}

/** At most so many files are open at a time; more are merged in turns. */
const OPEN = 64;
/** Bytes read from each at a time. */
const PIECE = 64 * 1024;

interface Run {
  readonly lines: ReturnType<typeof linesOf>;
  head: string;
}

/** Merges sorted files: the run with the least line is at the top of a heap. */
async function* merged(files: readonly string[]): AsyncGenerator<string> {
  const heap: Run[] = [];
  const opened: Run['lines'][] = [];
  const down = (from: number): void => {
    for (let i = from; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && (heap[child] as Run).head < (heap[least] as Run).head) least = child;
      if (least === i) return;
      [heap[i], heap[least]] = [heap[least] as Run, heap[i] as Run];
      i = least;
    }
  };
  try {
    for (const f of files) {
      const lines = linesOf(createReadStream(f, { highWaterMark: PIECE }), Infinity);
      opened.push(lines);
      const head = await next(lines);
      if (head !== undefined) heap.push({ lines, head });
    }
    for (let i = heap.length >> 1; i >= 0; i--) down(i);
    for (let least = heap[0]; least; least = heap[0]) {
      yield least.head;
      const head = await next(least.lines);
      if (head !== undefined) least.head = head;
      else {
        const last = heap.pop();
        if (last && last !== least) heap[0] = last;
      }
      down(0);
    }
  } finally {
    for (const lines of opened) await lines.return(undefined);
  }
}

async function next(lines: ReturnType<typeof linesOf>): Promise<string | undefined> {
  const { value, done } = await lines.next();
  return done ? undefined : (value.bytes ?? Buffer.alloc(0)).toString('utf8');
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
