/** Why a request to a store failed, where it may go better later ("passing") or with another request ("lasting"). What stops everything is a `UserError`. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly kind: 'passing' | 'lasting';
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** Seconds that the server asks to wait. */
  readonly wait: number | undefined;

  constructor(kind: 'passing' | 'lasting', message: string, status?: number, wait?: number) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.wait = wait;
  }
}

/** Too many requests, and a server or its gateway that is not ready (RFC 6585, section 4; RFC 9110, section 15). */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** What an answer that is no success says about the request. Virtuoso calls everything 500; its state 40001 is a deadlock, which asks to be tried again. */
export function faultOf(status: number, text: string, retryAfter: string | null, now: number): StoreFault {
  const passing = PASSING.has(status) || (status === 500 && /\b40001\b/.test(text.slice(0, 200)));
  return new StoreFault(passing ? 'passing' : 'lasting', `${status}${text === '' ? '' : `: ${text}`}`, status, waitOf(retryAfter, now));
}

/** Whether an answer says that one may not do it, with these credentials. Virtuoso says it with 500. */
export const forbidden = (status: number, text: string): boolean => status === 403 || (status === 500 && /^Virtuoso 42000 .*SECURITY/.test(text));

/** Whether an answer says that this is not the address for such a request: no other would fare better. */
export const wrongAddress = (f: StoreFault): boolean => f.status === 404 || f.status === 405 || f.status === 410 || f.status === 501;

/** Seconds of a Retry-After header: a number, or a date (RFC 9110, section 10.2.3). */
export function waitOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  const date = /^\s*[a-z]{3,9},? .*GMT\s*$/i.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Codes of connections that will not go better by waiting: a name that does not exist, a certificate that is not trusted. */
const HOPELESS = /^(ENOTFOUND|EPROTO|ERR_(SSL|TLS)_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|ERR_INVALID_URL)/;

/** The code of what went wrong below HTTP, and whether it is worth another try. */
export function connectionFault(e: unknown): { readonly code: string; readonly hopeless: boolean } {
  const { name, code, cause } = e as { name?: string; code?: string; cause?: { code?: string; message?: string } };
  const said = cause?.code ?? (name === 'TimeoutError' ? 'no answer in time' : code ?? cause?.message);
  const known = typeof said === 'string' ? said : 'connection failed';
  return { code: known, hopeless: HOPELESS.test(known) || known === 'bad port' };
}
