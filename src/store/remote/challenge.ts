/** One way in which a server lets itself be asked for credentials (RFC 9110, section 11.3). */
export interface Challenge {
  /** In lower case: basic, digest, bearer. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly params: Readonly<Record<string, string>>;
}

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const PARAM = new RegExp(`\\s*,?\\s*(${TOKEN})\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(${TOKEN}))`, 'y');
const SCHEME = new RegExp(`[\\s,]*(${TOKEN})(?!\\s*=)`, 'y');
/** The one-word form of credentials, which no scheme we know asks with. */
const TOKEN68 = /\s+[A-Za-z0-9\-._~+/]+=*(?=\s*(?:,|$))/y;

/** The challenges of a WWW-Authenticate header, in their order. What cannot be read ends the list. */
export function challenges(header: string): Challenge[] {
  const out: Challenge[] = [];
  let at = 0;
  const take = (what: RegExp): RegExpExecArray | null => {
    what.lastIndex = at;
    const m = what.exec(header);
    if (m) at = what.lastIndex;
    return m;
  };
  for (let m = take(SCHEME); m; m = take(SCHEME)) {
    const params: Record<string, string> = Object.create(null) as Record<string, string>;
    take(TOKEN68);
    for (let p = take(PARAM); p; p = take(PARAM)) params[(p[1] as string).toLowerCase()] = p[2]?.replace(/\\(.)/g, '$1') ?? p[3] ?? '';
    out.push({ scheme: (m[1] as string).toLowerCase(), params });
  }
  return out;
}
