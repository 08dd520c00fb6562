import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../model/note.js';

/** Writes a file beside its place and renames it, so that nobody ever sees half of it. */
export function writeWhole(folder: string, name: string, text: string): void {
  const part = join(folder, `.${name}.${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, text);
    renameSync(part, join(folder, name));
  } catch (e) {
    throw unwritten(e, part, folder, name);
  }
}

/** The same for lines that are not all in memory at once. */
export async function writeLines(folder: string, name: string, lines: AsyncIterable<string>): Promise<void> {
  const part = join(folder, `.${name}.${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    const file = await open(part, 'w');
    try {
      let held = '';
      for await (const line of lines) {
        held += `${line}\n`;
        if (held.length < 1 << 16) continue;
        await file.write(held);
        held = '';
      }
      await file.write(held);
    } finally {
      await file.close();
    }
    renameSync(part, join(folder, name));
  } catch (e) {
    throw unwritten(e, part, folder, name);
  }
}

function unwritten(e: unknown, part: string, folder: string, name: string): UserError {
  try {
    rmSync(part, { force: true });
  } catch {
    // Where nothing can be written there is nothing to remove.
  }
  return new UserError(`cannot write ${name}: ${(e as NodeJS.ErrnoException).code ?? 'error'}`, 'check the folder and the space on its disk', folder);
}
