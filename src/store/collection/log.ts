import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from 'n3';
import { UserError } from '../../model/note.js';
import { appendTo, namesIn, remove, sync } from './disk.js';
import type { Row } from './manifest.js';
import { readGraph, readMeta, type Meta } from './record.js';

/** Records lie in logs, one behind the other: what is written once is never written over. */
const nameOf = (log: number): string => `store/log-${String(log).padStart(6, '0')}.gz`;
export const pathOf = (folder: string, log: number): string => join(folder, nameOf(log));

/** The logs of a folder, by number. */
export const logsIn = (folder: string): number[] => namesIn(join(folder, 'store')).flatMap((n) => (/^log-\d+\.gz$/.test(n) ? [Number(n.slice(4, -3))] : [])).sort((a, b) => a - b);

export type At = Row['at'];

/** Reads records, from files that stay open: what a writer removes meanwhile can still be read. */
export interface Logs {
  meta(at: At): Meta;
  graph(at: At): Quad[];
  /** The graph as it is packed. */
  packed(at: At): Buffer;
  /** A whole record as it lies there. */
  bytes(at: At): Buffer;
  close(): void;
}

export function openLogs(folder: string, logs: Iterable<number> = []): Logs {
  const files = new Map<number, number>();
  const open = (log: number): number => {
    let file = files.get(log);
    if (file === undefined) files.set(log, (file = openSync(pathOf(folder, log), 'r')));
    return file;
  };
  for (const log of logs) open(log);
  const part = ([log]: At, from: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length);
    const file = open(log);
    for (let got = 0; got < length;) {
      const n = readSync(file, bytes, got, length - got, from + got);
      if (n === 0) throw damaged(folder, log);
      got += n;
    }
    return bytes;
  };
  const whole = <T>(at: At, read: () => T): T => {
    try {
      return read();
    } catch (e) {
      if (e instanceof UserError || (e as NodeJS.ErrnoException).syscall !== undefined) throw e;
      throw damaged(folder, at[0]);
    }
  };
  const packed = (at: At): Buffer => part(at, at[1] + at[2], at[3]);
  return {
    meta: (at) => whole(at, () => readMeta(part(at, at[1], at[2]))),
    graph: (at) => whole(at, () => readGraph(packed(at))),
    packed,
    bytes: (at) => part(at, at[1], at[2] + at[3]),
    close: () => {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}

const damaged = (folder: string, log: number): UserError => new UserError(`is damaged: ${nameOf(log)} does not hold what the manifest says`, 'build the collection again from the articles, into a new folder', folder);

/** Bytes after which a new log is begun. */
const LONGEST = 256 * 1024 * 1024;

/** Appends records to the last log. */
export interface LogWriter {
  add(meta: Uint8Array, graph: Uint8Array): At;
  /** Goes on in a log of its own. */
  next(): void;
  /** Bytes that wait to be written. */
  waiting(): number;
  /** Writes them. */
  flush(): void;
  /** The same, down to the disk itself. */
  sync(): void;
  close(): void;
}

export function createLogWriter(folder: string, first: number): LogWriter {
  let log = first, file: number | undefined, end = 0, size = 0;
  let held: Uint8Array[] = [];
  const open = (): number => {
    if (file === undefined) {
      file = openSync(pathOf(folder, log), 'a');
      // what a write that failed left behind belongs to nobody
      end = fstatSync(file).size;
    }
    return file;
  };
  const flush = (): void => {
    if (held.length === 0) return;
    const bytes = Buffer.concat(held), to = open();
    if (fstatSync(to).size !== end - size) throw new UserError('is being written by another process too', 'nothing was changed; run the same command again', folder);
    held = [];
    size = 0;
    appendTo(to, bytes, pathOf(folder, log));
  };
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const write = (): void => {
    flush();
    if (file !== undefined) sync(file, pathOf(folder, log));
  };
  const next = (): void => {
    write();
    close();
    log++;
  };
  return {
    add: (meta, graph) => {
      open();
      if (end > LONGEST) next();
      open();
      const at: At = [log, end, meta.length, graph.length];
      held.push(meta, graph);
      end += meta.length + graph.length;
      size += meta.length + graph.length;
      return at;
    },
    waiting: () => size,
    next, flush, sync: write, close,
  };
}

/** Removes logs in which no record lies any more. */
export function dropLogs(folder: string, used: ReadonlySet<number>): void {
  for (const log of logsIn(folder)) if (!used.has(log)) remove(pathOf(folder, log));
}
