import type { Argv } from 'yargs';
import type { InputOptions } from '../input/articles.js';
import { UserError } from '../model/note.js';
import { once } from './options.js';
import { VERSION } from './version.js';

/** What the help says an input can be. */
export const INPUTS = 'files (.txt .jsonl .html .rss .atom .xml, each also .gz), folders, http(s) addresses of pages and feeds, or - for JSON Lines on standard input';

/** Options of every command that reads articles. */
export interface InputFlags {
  readonly 'allow-private': boolean;
  readonly fetch: boolean;
}

/** Of those whose inputs are articles, feeds among them. */
export interface FeedFlags extends InputFlags {
  readonly limit: number | undefined;
}

export const inputFlags = <T>(y: Argv<T>): Argv<T> => y
  .option('fetch', { type: 'boolean', default: false, describe: 'fetch the pages to which the items of a feed in a file lead' })
  .option('allow-private', { type: 'boolean', default: false, describe: 'fetch from private and local addresses too' }) as unknown as Argv<T>;

export const feedFlags = <T>(y: Argv<T>): Argv<T> => inputFlags(y).option('limit', { type: 'number', nargs: 1, describe: 'items to read of each feed, from its beginning' }) as unknown as Argv<T>;

/** How articles are to be read, as the command line says. */
export const inputOptions = (o: InputFlags): InputOptions => ({ allowPrivate: o['allow-private'], fetch: o.fetch, userAgent: `hewal/${VERSION} (+https://w3id.org/hewal/)` });

/** The same with the limit on feeds. Refuses one that is none. */
export function feedOptions(o: FeedFlags): InputOptions {
  once(o, ['limit']);
  if (o.limit === undefined) return inputOptions(o);
  if (!Number.isSafeInteger(o.limit) || o.limit < 1) throw new UserError('--limit wants a number of items', 'for example --limit 20', '--limit');
  return { ...inputOptions(o), limit: o.limit };
}
