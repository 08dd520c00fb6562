import Negotiator from 'negotiator';

/** The best of these media types for what a request accepts; undefined when it accepts none (RFC 9110, 12.5.1). The first is taken for "anything". */
export const bestType = <T extends string>(accept: string | undefined, types: readonly T[]): T | undefined =>
  new Negotiator({ headers: accept === undefined ? {} : { accept } }).mediaType(types) as T | undefined;

/** The language of a page: the one asked for, else what the browser prefers. */
export function languageOf(asked: string | undefined, accept: string | undefined): 'ckb' | 'en' {
  if (asked === 'ckb' || asked === 'en') return asked;
  const first = new Negotiator({ headers: accept === undefined ? {} : { 'accept-language': accept } }).language(['en', 'ckb', 'ku']);
  return first === 'ckb' || first === 'ku' ? 'ckb' : 'en';
}
