import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameEntry } from '../../language/names.js';
import { writeFile } from './disk.js';
import { hashOf } from './manifest.js';

/** The user's own names under which a collection is read; empty where there are none. */
export const namesHash = (names: readonly NameEntry[]): string => (names.length === 0 ? '' : hashOf(JSON.stringify(names)));

export const namesFile = (hash: string): string => `names-${hash}.json`;

export function writeNames(folder: string, names: readonly NameEntry[]): void {
  const hash = namesHash(names), path = join(folder, 'store', namesFile(hash));
  if (hash !== '' && !existsSync(path)) writeFile(path, Buffer.from(JSON.stringify(names)), true);
}

export const readNames = (folder: string, hash: string): readonly NameEntry[] => (hash === '' ? [] : (JSON.parse(readFileSync(join(folder, 'store', namesFile(hash)), 'utf8')) as NameEntry[]));
