import type { WebOptions } from './web/index.js';

/** What a command may say about its inputs. Nothing of it is needed for files that hold their articles. */
export interface InputOptions {
  /** Fetch from private and local addresses too. */
  readonly allowPrivate?: boolean;
  /** Fetch the pages to which the items of a feed in a file lead; those of a feed that was fetched are anyway. */
  readonly fetch?: boolean;
  /** Items that are read of each feed, from its beginning. */
  readonly limit?: number;
  /** The name under which pages are fetched; one that says who asks. */
  readonly userAgent?: string;
  /** Limits of the web other than the usual ones. */
  readonly web?: Partial<WebOptions>;
}
