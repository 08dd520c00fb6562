import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../model/note.js';

/** Every change of a collection on the disk goes through this file, so that a test can stop or fail each of them. */
export type Change = 'append' | 'write' | 'rename' | 'remove' | 'sync';
let watch: ((change: Change, path: string) => void) | undefined;
/** Told before each change; what it throws is what the disk would say. For tests. */
export const watchDisk = (told: typeof watch): void => void (watch = told);

/** Writes all bytes at the end of an open file. Where the disk takes only some of them, the rest is tried again until it says why. */
function pour(file: number, bytes: Uint8Array, path: string, change: Change): void {
  watch?.(change, path);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** Appends bytes to a file. */
export const appendTo = (file: number, bytes: Uint8Array, path: string): void => pour(file, bytes, path, 'append');

/** What is written beside its place is called like this until it is whole. */
const partOf = (name: string): string => `.${name}.part`;
export const isPart = (name: string): boolean => /^\..+\.part$/.test(name);

/** Writes a file beside its place and renames it: nobody ever sees half of it. `lasting`: it is on the disk itself before it gets its name, and its name before this returns. */
export function writeFile(path: string, pieces: Uint8Array | Iterable<Uint8Array>, lasting = false): void {
  const part = join(dirname(path), partOf(basename(path)));
  const file = openSync(part, 'w');
  try {
    for (const bytes of pieces instanceof Uint8Array ? [pieces] : pieces) pour(file, bytes, path, 'write');
    if (lasting) sync(file, path);
  } finally {
    closeSync(file);
  }
  watch?.('rename', path);
  renameSync(part, path);
  if (lasting) syncFolder(dirname(path));
}

export function sync(file: number, path: string): void {
  watch?.('sync', path);
  fsyncSync(file);
}

/** Makes the names in a folder last. Systems that cannot do this for folders need not. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (e) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EBADF'].includes((e as NodeJS.ErrnoException).code ?? '')) throw e;
  }
}

/** Removes a file, or a folder with what is in it; that there is none is no mistake. */
export function remove(path: string): void {
  watch?.('remove', path);
  rmSync(path, { recursive: true, force: true });
}

export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  watch?.('write', folder);
  mkdirSync(folder);
}

/** The names in a folder; none where there is no folder. */
export const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

const SAID: Readonly<Record<string, string>> = { ENOSPC: 'the disk is full', EDQUOT: 'the quota of the disk is used up', EROFS: 'the file system is read-only', EACCES: 'it cannot be written: permission denied', EPERM: 'it cannot be written: not permitted', EMFILE: 'too many files are open' };

/** Does work on a collection; what its disk refuses becomes a message that says what to do. */
export async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (e) {
    const { code, syscall } = e as NodeJS.ErrnoException;
    if (e instanceof UserError || code === undefined || syscall === undefined) throw e;
    throw new UserError(SAID[code] ?? `the disk refuses: ${code}`, 'nothing of the collection is lost; mend that and run the same command again, it goes on where it stopped', folder);
  }
}
