import { dayExists } from '../graph/times.js';

/** What may be said of an article beside its text. Keys that are absent, null or unknown are not there. */
export interface Metadata {
  readonly id: string | undefined;
  readonly text: string | undefined;
  readonly published: string | undefined;
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly url: string | undefined;
}

/**
 * Reads the JSON of an article or of its metadata; of the keys in `wanted` none may be missing. Throws a TypeError that names every
 * wrong key. Written out by hand: a schema library takes longer to load than most articles take to read.
 */
export function readMetadata(json: unknown, wanted: readonly (keyof Metadata)[] = []): Metadata {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new TypeError('value: expected an object');
  const given = json as Readonly<Record<string, unknown>>;
  const problems: string[] = [];
  const text = (key: keyof Metadata): string | undefined => {
    const value = given[key] ?? undefined;
    if (value === undefined ? wanted.includes(key) : typeof value !== 'string') problems.push(`${key}: expected a string, found ${value === undefined ? 'nothing' : kind(value)}`);
    return typeof value === 'string' ? value : undefined;
  };
  const id = (): string | undefined => {
    const value = given['id'];
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    if (value === '') problems.push('id: must not be empty');
    return text('id');
  };
  const read: Metadata = { id: id(), text: text('text'), published: text('published'), title: text('title'), publisher: text('publisher'), url: text('url') };
  if (read.published !== undefined && !dayExists(read.published)) problems.push('published: not a date that exists, YYYY-MM-DD');
  if (problems.length > 0) throw new TypeError(problems.join('; '));
  return read;
}

const kind = (value: unknown): string => (Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`);
