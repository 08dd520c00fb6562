import { dayExists } from '../graph/times.js';
import { UserError } from '../model/note.js';

/** Refuses an option that stands twice: yargs makes a list of it, and nobody could say which value was meant. */
export function once(options: object, names: readonly string[]): void {
  for (const name of names) {
    const value: unknown = options[name as keyof typeof options];
    if (Array.isArray(value)) throw new UserError(`--${name} is given ${value.length} times`, 'give it once', `--${name}`);
  }
}

/** Refuses what is no whole number from 0 on. */
export function wholeNumber(name: string, value: number, example: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new UserError(`--${name} wants a whole number`, `for example --${name} ${example}`, `--${name}`);
}

/** The least confidence of a fact: 0 where none is asked for. Refuses what is none. */
export function confidence(value: number | undefined): number {
  const least = value ?? 0;
  if (!(least >= 0 && least <= 1)) throw new UserError(`"${value}" is no confidence`, 'a number from 0 to 1, for example 0.7', '--min-confidence');
  return least;
}

/** Refuses a date of publication that does not exist. */
export function day(published: string | undefined): void {
  if (published !== undefined && !dayExists(published)) throw new UserError(`"${published}" is not a date that exists`, 'write it as YYYY-MM-DD', '--published');
}

const MOST_JOBS = 256;

/** Refuses what is no number of threads. */
export function threads(jobs: number): void {
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) throw new UserError('--jobs wants a number of threads', `from 1 to ${MOST_JOBS}, for example --jobs 4`, '--jobs');
}

const LEAST_MEMORY = 16, MOST_MEMORY = 4096;

/** Bytes that a query may take, out of megabytes. Refuses what would let none run, or all memory that there can be. */
export function queryMemory(megabytes: number): number {
  if (!(megabytes >= LEAST_MEMORY && megabytes <= MOST_MEMORY)) throw new UserError('--memory wants megabytes', `from ${LEAST_MEMORY} to ${MOST_MEMORY}, for example --memory 500`, '--memory');
  return megabytes * 1e6;
}
