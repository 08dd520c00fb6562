import type { Article } from '../model/article.js';
import type { Note } from '../model/note.js';
import type { Metadata } from './metadata.js';

/** The longest article that is read, in bytes: above it the input is a mistake, not news. */
export const MAX_ARTICLE = 4 * 1024 * 1024;

/** The longest page, feed or answer of a server that is read, in bytes, unpacked: pages carry much that is no article. */
export const MAX_PAGE = 16 * 1024 * 1024;

/** An article and where it stood, or why there is none. */
export type Read = { readonly article: Article; readonly place: string } | { readonly note: Note };

/** Why something gives no article, before it is known at which place that is said. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export const problem = (code: string, message: string, hint: string): Problem => ({ code, message, hint });
export const isProblem = (x: object): x is Problem => 'code' in x && 'hint' in x;

export const failed = (code: string, place: string, message: string, hint: string): Read => ({ note: { code, level: 'error', place, message, hint } });
export const failedAs = (p: Problem, place: string): Read => failed(p.code, place, p.message, p.hint);

/** An article of what was read, or why it is none. */
export function accept(id: string, text: string, meta: Partial<Metadata>, place: string, published: string | undefined): Read {
  if (text.trim() === '') return failed('HW-007', place, 'is empty', 'an article needs text');
  if (text.length > MAX_ARTICLE) return failedAs(tooLong(text.length), place);
  if (/(?![\t-\r\u007f-\u009f])\p{Cc}/u.test(text.slice(0, 4096))) return failed('HW-005', place, 'holds control characters: binary, not text', 'give the text of the article');
  const day = meta.published ?? published;
  return {
    place,
    article: {
      id: id.toWellFormed(), text: text.toWellFormed(), ...(day ? { published: day } : {}), ...(meta.title ? { title: meta.title.toWellFormed() } : {}),
      ...(meta.publisher ? { publisher: meta.publisher.toWellFormed() } : {}), ...(meta.url ? { url: meta.url } : {}),
    },
  };
}

export const tooLong = (size?: number, limit = MAX_ARTICLE): Problem => problem('HW-009', `is ${size === undefined ? '' : `${(size / 1048576).toFixed(1)} MB long, `}more than ${limit / 1048576} MB${size === undefined ? ' long' : ''}`, 'give one article a file, or JSON Lines with one article a line');

/** Something from the web that calls itself by an address of another site. */
export const usurped = (address: string): Problem => problem('HW-023', `calls itself by an address of another site: ${address.slice(0, 200)}`, 'give the address of the page itself; or, if you trust who sent it, save it and give its file');

/** The system's word for why a file could not be read. */
export const systemCode = (e: unknown): string => (e as NodeJS.ErrnoException).code ?? 'error';

export const reason = (e: unknown): string => (e instanceof Error ? e.message : String(e));

/** Text without the byte order mark that some editors put before it. */
export const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** UTF-8 only: anything else is said, not guessed. */
export function decodeUtf8(bytes: Buffer): string | Problem {
  const said = (message: string): Problem => problem('HW-005', message, 'save the file as UTF-8 text');
  if (bytes.subarray(0, 4096).includes(0)) return said(bytes[0] === 0xff || bytes[0] === 0xfe ? 'is UTF-16, not UTF-8' : 'is binary, not text');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return said('is not UTF-8 (Latin-1 or Windows-1256?)');
  }
}
