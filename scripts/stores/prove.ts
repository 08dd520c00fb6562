import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, differences, TEN } from './answers.js';
import type { Data } from './data.js';
import { hewal, type Ran } from './hewal.js';
import type { Up } from './servers.js';

const BASE = 'https://w3id.org/hewal/kb/';
const FOREIGN = 'https://example.org/foreign';

export interface Expected {
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
}

/** One thing that was tried, and what was wrong with it. */
export type Tell = (what: string, wrong?: string) => void;

/** Loads, asks, loads again, updates, asks, and empties a server, by one of the protocols. */
export async function prove(up: Up, protocol: 'gsp' | 'update', data: Data, expected: Expected, tell: Tell): Promise<void> {
  const env = up.user === undefined ? {} : { HEWAL_STORE_USER: up.user, HEWAL_STORE_PASSWORD: up.password };
  const at = ['--to', up.to, '--protocol', protocol];
  const n = data.graphs;
  const run = (what: string, args: readonly string[], says: RegExp): Ran => {
    const r = hewal([...args, ...at], env);
    const leaks = up.password !== undefined && up.password.length > 3 && `${r.out}${r.err}`.includes(up.password);
    tell(what, r.code === 0 && says.test(r.out) && r.err === '' && !leaks ? undefined : `exit ${r.code}${leaks ? ', and the password is in the output' : ''}\n${r.out}${r.err}`);
    return r;
  };
  const count = async (what: string, where: string, wanted: number): Promise<void> => {
    const rows = await ask(up, `SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } ${where} }`);
    tell(what, rows[0] === String(wanted) ? undefined : `${rows[0]} statements, ${wanted} expected`);
  };
  const ten = async (state: 'before' | 'after'): Promise<void> => {
    const wrong = await differences(up, expected[state]);
    tell(`${TEN.length} queries, the answers of the embedded engine (${[...expected[state].values()].reduce((s, r) => s + r.length, 0)} rows)`, wrong.length === 0 ? undefined : wrong.join('\n    '));
  };

  run('load, every graph read back and compared', ['load', data.before, '--verify'], new RegExp(`^${n.before} graph\\(s\\) loaded .*\\n +${n.before} read back`));
  await ten('before');
  run('load again: nothing is sent', ['load', data.before], new RegExp(`^0 graph\\(s\\) loaded .* ${n.before} there already`));
  run('update: one graph changed, one new, one gone', ['load', data.after, '--prune', '--verify'], new RegExp(`^${n.changed} graph\\(s\\) loaded .* ${n.after - n.changed} there already, ${n.gone} removed\\n +${n.after} read back`));
  await ten('after');
  if (protocol === 'gsp') run('unload the target', ['unload', data.after], new RegExp(`^${n.after} graph\\(s\\) removed, 0 .* stay`));
  else run('unload all of the base', ['unload', '--all-of-base'], new RegExp(`^${n.after} graph\\(s\\) removed, 0 .* stay`));
  await count('nothing of it is left', `FILTER(STRSTARTS(STR(?g), "${BASE}"))`, 0);
  await count('what others have there is untouched', `FILTER(STR(?g) = "${FOREIGN}")`, 1);
}

/** What not every store can keep: as it stands in N-Quads. It is kept, or hewal says that it is not. */
const ODD: readonly (readonly [what: string, object: string])[] = [
  ['an integer of 20 digits', '"12345678901234567890"^^<http://www.w3.org/2001/XMLSchema#integer>'],
  ['a text with U+0000', '"a\\u0000b"'],
  ['a text of a million characters', `"${'درێژ '.repeat(200_000)}"@ckb`],
];

/** A graph of somebody else's, what not every store can keep, and what happens without the right password. */
export function around(up: Up, folder: string, target: string, tell: Tell): void {
  const env = up.user === undefined ? {} : { HEWAL_STORE_USER: up.user, HEWAL_STORE_PASSWORD: up.password };
  const graph = (name: string, object: string): string => {
    const file = join(folder, 'one.nq');
    writeFileSync(file, `<https://example.org/a> <https://example.org/b> ${object} <${name}> .\n`);
    return file;
  };
  const there = ['--to', up.to, '--base', 'https://example.com/'];
  for (const [what, object] of ODD) {
    const r = hewal(['load', graph('https://example.com/odd', object), ...there, '--verify'], env);
    const kept = r.code === 0 && /1 read back/.test(r.out), told = r.code === 1 && r.err.startsWith('https://example.com/odd: error load: ');
    tell(`${what} is ${kept ? 'kept' : 'not kept, and that is said'}`, kept || told ? undefined : r.out + r.err);
    hewal(['unload', '--all-of-base', ...there], env);
  }
  const r = hewal(['load', graph(FOREIGN, '"هی کەسێکی تر"@ckb'), '--to', up.to, '--base', 'https://example.org/'], env);
  tell('a graph under another base', r.code === 0 && r.out.startsWith('1 graph(s) loaded') ? undefined : r.out + r.err);
  if (up.user === undefined) return;
  const wrong = 'not-the-password-7f3a';
  const refused = hewal(['load', target, '--to', up.to], { HEWAL_STORE_USER: up.user, HEWAL_STORE_PASSWORD: wrong });
  tell('the wrong password is refused, and not shown', refused.code === 3 && /does not accept these credentials|forbids it/.test(refused.err) && !`${refused.out}${refused.err}`.includes(wrong) ? undefined : `exit ${refused.code}\n${refused.out}${refused.err}`);
}
