import { UserError } from '../../model/note.js';

/** Reads the address of a store. Throws a `UserError` for what is none, and for one with a password in it: addresses end up in histories, process lists and logs. */
export function addressOf(text: string, option: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UserError('is no URL', 'for example http://localhost:3030/ds', option);
  }
  if (url.username !== '' || url.password !== '') throw new UserError('has a user or a password in the URL', 'set HEWAL_STORE_USER and HEWAL_STORE_PASSWORD, or write a netrc entry; a URL is kept in histories and logs', option);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new UserError(`speaks ${url.protocol}, not http: or https:`, 'for example http://localhost:3030/ds', option);
  if (url.hash !== '') throw new UserError('has a fragment', 'leave out what follows "#"', option);
  return url;
}

/** Whether what is sent there can be read on the way: plain HTTP to another machine. */
export const inClear = (url: URL): boolean => url.protocol === 'http:' && !/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
