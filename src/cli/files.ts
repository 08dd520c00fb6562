import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    try {
      rmSync(part, { force: true });
    } catch {
      // Where nothing can be written there is nothing to remove.
    }
    throw new UserError(`cannot write ${name}: ${(e as NodeJS.ErrnoException).code ?? 'error'}`, 'check the folder and the space on its disk', folder);
  }
}
