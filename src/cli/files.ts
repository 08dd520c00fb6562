import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../model/note.js';

/** Files that are being written: what stops the program leaves none of them half done. */
const parts = new Set<string>();
process.on('exit', () => {
  for (const part of parts) rmSync(part, { force: true });
});

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const stopped = (signal: NodeJS.Signals): void => process.exit(signal === 'SIGINT' ? 130 : 143);

/** Works of that kind, one in the other, that go on. */
let working = 0;

/** Does work that waits on the disk, so that Ctrl-C ends it in order: what the program made for itself is cleared away. */
export async function stoppable<T>(work: () => Promise<T>): Promise<T> {
  // counted here and not by the listeners there are: a library (the lock of collections) may have one that ends the program without clearing away
  if (working++ === 0) for (const signal of SIGNALS) process.on(signal, stopped);
  try {
    return await work();
  } finally {
    if (--working === 0) for (const signal of SIGNALS) process.off(signal, stopped);
  }
}

/** Characters that are written at a time. */
const PIECE = 64 * 1024;

/** Writes a file beside its place and renames it, so that nobody ever sees half of it. Its text may come in pieces and need not be in memory at once. */
export const writeWhole = (folder: string, name: string, pieces: string | Uint8Array | AsyncIterable<string>): Promise<void> => stoppable(() => written(folder, name, pieces));

async function written(folder: string, name: string, pieces: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  const part = join(folder, `.${name}.${process.pid}.part`);
  try {
    makeFolder(folder);
    parts.add(part);
    const file = await open(part, 'w');
    try {
      let held = '';
      if (pieces instanceof Uint8Array) await file.writeFile(pieces);
      else for await (const piece of typeof pieces === 'string' ? [pieces] : pieces) {
        held += piece;
        if (held.length < PIECE) continue;
        await file.writeFile(held);
        held = '';
      }
      await file.writeFile(held);
    } finally {
      await file.close();
    }
    renameSync(part, join(folder, name));
  } catch (e) {
    try {
      rmSync(part, { force: true });
    } catch {
      // Where nothing can be written there is nothing to remove.
    }
    if (e instanceof UserError || (e as NodeJS.ErrnoException).code === undefined) throw e;
    throw new UserError(`cannot write ${name}: ${(e as NodeJS.ErrnoException).code ?? 'error'}`, 'check the folder and the space on its disk', folder);
  } finally {
    parts.delete(part);
  }
}

/** Makes a folder and what it lies in. Step by step: `recursive` never ends where the system says that nothing is there and lets nothing be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder);
}

/** The same for a file of lines. */
export const writeLines = (folder: string, name: string, lines: AsyncIterable<string>): Promise<void> => writeWhole(folder, name, ended(lines));

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
