import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { UserError } from '../../model/note.js';
import { remove, writeFile } from './disk.js';

/** Who writes to a collection. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  readonly token: string;
}

/** The right to change a collection, of one process at a time. */
export interface Lock {
  /** Throws a `UserError` when the lock was lost: to be asked before anything is decided. */
  held(): void;
  release(): Promise<void>;
}

/** Milliseconds after which a lock that nobody refreshes belongs to nobody; it is refreshed more often. An article of the longest kind is read in less. */
const STALE = 60_000, UPDATE = 5_000;
export const LOCK = '.lock', OWNER = '.lock.json';

/** Takes the lock of a folder. Throws a `UserError` that says who has it. What a process of this machine held that is no more is taken over at once. */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, LOCK), info = join(folder, OWNER);
  let lost = false;
  const take = (): Promise<() => Promise<void>> => lockfile.lock(folder, { lockfilePath: path, stale: STALE, update: UPDATE, realpath: false, onCompromised: () => (lost = true) });
  let release;
  try {
    release = await take();
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'ELOCKED') throw e;
    const owner = ownerOf(info);
    if (!(await isDead(owner, path, info))) throw taken(folder, owner);
    age(path);
    try {
      release = await take();
    } catch (again) {
      if ((again as NodeJS.ErrnoException).code !== 'ELOCKED') throw again;
      throw taken(folder, ownerOf(info));
    }
  }
  const token = randomUUID();
  try {
    writeFile(info, Buffer.from(`${JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString(), token } satisfies Owner)}\n`));
  } catch (e) {
    await release();
    throw e;
  }
  return {
    held: () => {
      if (lost || ownerOf(info)?.token !== token) throw new UserError('was taken over by another process, because this one had not answered for a minute', 'nothing was changed; run the same command again', folder);
    },
    release: async () => {
      if (lost || ownerOf(info)?.token !== token) return;
      remove(info);
      await release();
    },
  };
}

function ownerOf(path: string): Owner | undefined {
  try {
    const o = JSON.parse(readFileSync(path, 'utf8')) as Partial<Owner> | null;
    return o && typeof o.pid === 'number' && typeof o.host === 'string' && typeof o.since === 'string' && typeof o.token === 'string' ? (o as Owner) : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds in which somebody who has just taken the lock says so. */
const MOMENT = 250;

/**
 * Whether the owner was a process of this machine and is no more, or never came to say who it is. Of other machines nobody can tell: their locks grow stale.
 * Another may have taken the lock over a moment ago and not yet said so, so a moment later all must still be the same.
 */
async function isDead(owner: Owner | undefined, lock: string, info: string): Promise<boolean> {
  if (owner && (owner.host !== hostname() || runs(owner.pid))) return false;
  const before = timeOf(lock);
  await new Promise((resolve) => setTimeout(resolve, MOMENT));
  return timeOf(lock) === before && ownerOf(info)?.token === owner?.token;
}

function runs(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const timeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Makes a lock look as old as it is dead. */
function age(path: string): void {
  try {
    utimesSync(path, 0, 0);
  } catch {
    // it was given back meanwhile
  }
}

const taken = (folder: string, owner: Owner | undefined): UserError => new UserError(
  owner ? `is being written by process ${owner.pid} on ${owner.host}, since ${owner.since}` : 'is being written by another process',
  `wait until it has ended, or end it; a lock that nobody refreshes is free after ${STALE / 1000} seconds`, folder,
);
