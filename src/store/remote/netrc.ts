/** The login of one machine in a netrc file. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Words of a netrc file: bare, or in double quotes with backslash escapes, as curl reads them; "#" begins a comment where a word could stand. */
const WORD = /#[^\n]*|"((?:[^"\\]|\\.)*)"|(\S+)/g;

/**
 * The login that a netrc file (the format of ftp(1)) has for a host: of the first "machine" entry of that name, else of "default".
 * Undefined where it has none, or one that is not whole. Macros are skipped.
 */
export function netrcLogin(text: string, host: string): Login | undefined {
  // A macro ends at the first empty line.
  const words = [...text.replace(/^\s*macdef\s[^]*?(?:\n[ \t]*\r?\n|$(?![^]))/gm, '\n').matchAll(WORD)]
    .filter((m) => !m[0].startsWith('#')).map((m) => (m[1] !== undefined ? m[1].replace(/\\(.)/g, '$1') : m[2] as string));
  const entries: { machine: string | undefined; login?: string; password?: string }[] = [];
  for (let i = 0; i < words.length; i++) {
    const entry = entries.at(-1);
    switch (words[i]) {
      case 'machine': entries.push({ machine: words[++i] ?? '' }); break;
      case 'default': entries.push({ machine: undefined }); break;
      case 'login': i++; if (entry) entry.login = words[i] ?? ''; break;
      case 'password': i++; if (entry) entry.password = words[i] ?? ''; break;
      case 'account': i++; break;
    }
  }
  const found = entries.find((e) => e.machine?.toLowerCase() === host.toLowerCase()) ?? entries.find((e) => e.machine === undefined);
  return found?.login !== undefined && found.password !== undefined ? { user: found.login, password: found.password } : undefined;
}
