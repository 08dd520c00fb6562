import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as it is shipped, with nothing of the machine's own credentials. */
export function hewal(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { HEWAL_STORE_USER: _u, HEWAL_STORE_PASSWORD: _p, HEWAL_STORE_TOKEN: _t, ...own } = process.env;
  const r = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env: { ...own, NETRC: '/dev/null', NO_COLOR: '1', ...env } });
  return { code: r.status, out: r.stdout, err: r.stderr };
}
